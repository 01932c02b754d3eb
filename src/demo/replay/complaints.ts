// The part of a story in which somebody objects, an editor decides, and the article is corrected.
import { noteComplaint } from '#src/reports/complaints/commands.ts';
import { correctionFor } from '#src/reports/complaints/complaint.ts';
import { makeCorrection, notePublication } from '#src/reports/complaints/correction-commands.ts';
import { answerComplaint, decideComplaint } from '#src/reports/complaints/decide-commands.ts';
import { getComplaint } from '#src/reports/complaints/store.ts';
import type { StoryComplaint } from '../story.ts';
import { numberOf } from './claims.ts';
import type { Act, Stage } from './stage.ts';

/** What the complaint is known by on the stage, once it has a number. */
const known = ({ words }: StoryComplaint) => `complaint: ${words}`;

/** All that is done with one complaint, in its order. */
export function actsOfComplaint(story: StoryComplaint): Act[] {
  const { at, decided } = story;
  return [
    { at, run: (stage) => note(stage, story) },
    { at: decided.at, run: (stage) => decide(stage, story) },
    { at: decided.correction.since, run: (stage) => publish(stage, story) },
  ];
}

async function note(stage: Stage, story: StoryComplaint): Promise<void> {
  const { at, by, received, complainant, reach, about, words, says } = story;
  const number = await noteComplaint(stage.ctxOf(by, at), stage.article_id, {
    ...{ complainant, reach, words, says },
    received_at: stage.localAt(received),
    claim_number: numberOf(stage, about),
    decider: undefined,
  });
  stage.numbers.set(known(story), number);
}

async function decide(stage: Stage, story: StoryComplaint): Promise<void> {
  const { at, by, outcome, line, answer, correction } = story.decided;
  const ctx = stage.ctxOf(by, at);
  const place = { article_id: stage.article_id, number: numberOf(stage, known(story)) };
  const revision = async () => (await getComplaint(ctx.db, stage.article_id, place.number)).revision;
  await decideComplaint(ctx, place, { outcome, decision_line: line, revision: await revision() });
  await answerComplaint(ctx, place, { answer, revision: await revision() });
  const kind = correctionFor(outcome);
  if (kind === null) throw new Error(`The story corrects what stands: ${story.words}`);
  const { was_words, right_words } = correction;
  const made = await makeCorrection(ctx, stage.article_id, {
    ...{ kind, was_words, right_words, sentence: '' },
    claim_number: numberOf(stage, story.about),
    complaint: place.number,
  });
  stage.numbers.set(`correction: ${story.words}`, made);
}

async function publish(stage: Stage, { words, decided }: StoryComplaint): Promise<void> {
  const { since } = decided.correction;
  const ctx = stage.ctxOf(decided.by, since);
  const number = numberOf(stage, `correction: ${words}`);
  await notePublication(ctx, { article_id: stage.article_id, number }, { since_at: stage.localAt(since), revision: 1 });
}
