// The part of a story in which claims are marked, judged, given sources, fixed and finished.
import { getArticle } from '#src/articles/store.ts';
import { changeClaimAttribution, markClaim, withdrawClaim } from '#src/claims/marking/commands.ts';
import { followClaim } from '#src/claims/marking/same-as-commands.ts';
import { setVerdicts } from '#src/claims/marking/verdict-commands.ts';
import { getClaim } from '#src/claims/store.ts';
import type { Context } from '#src/context.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { listVerdicts } from '#src/people/verdict-store.ts';
import type { Range } from '#src/reading/text/range.ts';
import { askFix, decideFix } from '#src/reviews/fixes/commands.ts';
import { listFixes } from '#src/reviews/fixes/store.ts';
import { closeClaim, offerClaim, returnClaim } from '#src/reviews/second-read/commands.ts';
import type { Hour, StoryClaim, StoryEnd, StoryEvidence, StoryFix } from '../story.ts';
import { speakerNamed } from './origins.ts';
import type { Act, Stage } from './stage.ts';

/** Where these words stand. Throws unless they stand in the text exactly once, so that a changed story fails at once. */
export function placeOf(text: string, words: string): Range {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`The story speaks of words that its article does not have: ${words}`);
  if (text.indexOf(words, start + 1) >= 0)
    throw new Error(`The story speaks of words that stand there twice: ${words}`);
  return { start, end: start + words.length };
}

/** All that the cast does with one claim, in order. */
export function actsOfClaim(claim: StoryClaim): Act[] {
  const { judged_at, offered_at, fix, end, same_as } = claim;
  const acts: Act[] = [{ at: claim.at, run: (stage) => mark(stage, claim) }];
  if (judged_at !== undefined) acts.push({ at: judged_at, run: (stage) => judge(stage, claim, judged_at) });
  if (fix !== undefined) acts.push(...actsOfFix(claim, fix));
  if (offered_at !== undefined)
    acts.push({
      at: offered_at,
      run: (stage) => offerClaim(stage.ctxOf(claim.by, offered_at), stage.article_id, numberOf(stage, claim.words)),
    });
  if (end !== undefined) acts.push({ at: end.at, run: (stage) => finish(stage, claim, end) });
  if (same_as !== undefined) acts.push({ at: same_as.at, run: (stage) => follow(stage, claim, same_as) });
  return acts;
}

function follow(stage: Stage, { by, words }: StoryClaim, same_as: NonNullable<StoryClaim['same_as']>): Promise<void> {
  const pair = { number: numberOf(stage, words), same_as: numberOf(stage, same_as.words) };
  return followClaim(stage.ctxOf(by, same_as.at), stage.article_id, pair);
}

async function mark(stage: Stage, claim: StoryClaim): Promise<void> {
  const ctx = stage.ctxOf(claim.by, claim.at);
  // The story says which claims its people starred.
  const { kind, is_key = false } = claim;
  const selection = placeOf(stage.text, claim.words);
  const { number } = await markClaim(ctx, stage.article_id, { selection, kind, is_key });
  stage.numbers.set(claim.words, number);
  if (claim.said_by !== undefined)
    await changeClaimAttribution(ctx, stage.article_id, { number, chain: claim.said_by });
}

async function judge(stage: Stage, claim: StoryClaim, at: Hour): Promise<void> {
  const ctx = stage.ctxOf(claim.by, at);
  const number = numberOf(stage, claim.words);
  for (const evidence of claim.evidence ?? []) await use(stage, { ctx, number, at }, evidence);
  const { is_it_so, was_it_said, sentence } = claim;
  if (is_it_so === undefined && was_it_said === undefined) return;
  const article = await getArticle(ctx, stage.article_id);
  const verdicts = await listVerdicts(ctx.db, article.desk_id);
  const { revision } = await getClaim(ctx.db, article, { number });
  await setVerdicts(ctx, stage.article_id, {
    number,
    revision,
    content_verdict: verdicts.find((verdict) => verdict.meaning === is_it_so)?.id,
    attribution_verdict: was_it_said,
    verdict_sentence: sentence?.replaceAll('{time}', stage.sayHour(at)),
  });
}

async function use(
  stage: Stage,
  on: { ctx: Context; number: number; at: Hour },
  { speaker, ...evidence }: StoryEvidence,
): Promise<unknown> {
  const { ctx, number, at } = on;
  const claim = { article_id: stage.article_id, number };
  const speaker_id = speaker === undefined ? null : await speakerNamed(ctx, claim, speaker);
  if ('line' in evidence) {
    const { line, ...details } = evidence;
    return addEvidence(ctx, stage.article_id, {
      ...details,
      speaker_id,
      number,
      source_line: line.replaceAll('{time}', stage.sayHour(at)),
    });
  }
  const { card, ...details } = evidence;
  return addEvidence(ctx, stage.article_id, { ...details, speaker_id, number, source_number: stage.cards[card] ?? 0 });
}

function actsOfFix(claim: StoryClaim, { decided, asked_at = claim.judged_at ?? claim.at, ...words }: StoryFix): Act[] {
  const ask: Act = {
    at: asked_at,
    run: (stage) =>
      askFix(stage.ctxOf(claim.by, asked_at), stage.article_id, { number: numberOf(stage, claim.words), ...words }),
  };
  if (decided === undefined) return [ask];
  const decide: Act = {
    at: decided.at,
    run: async (stage) => {
      const ctx = stage.ctxOf('ada', decided.at);
      const fixes = await listFixes(ctx.db, stage.article_id);
      const fix_id = fixes.find((fix) => fix.new_words === words.new_words)?.id ?? '';
      await decideFix(ctx, stage.article_id, { fix_id, decision: decided.decision });
    },
  };
  return [ask, decide];
}

async function finish(stage: Stage, claim: StoryClaim, end: StoryEnd): Promise<void> {
  const number = numberOf(stage, claim.words);
  const by = 'closed_by' in end ? end.closed_by : 'returned_by' in end ? end.returned_by : claim.by;
  const ctx = stage.ctxOf(by, end.at);
  const { revision } = await getClaim(ctx.db, { id: stage.article_id }, { number });
  if ('closed_by' in end) await closeClaim(ctx, stage.article_id, { number, revision });
  else if ('returned_by' in end) await returnClaim(ctx, stage.article_id, { number, revision, line: end.line });
  else await withdrawClaim(ctx, stage.article_id, { number, reason: end.dropped_because });
}

/** The number of the claim that was marked on these words. */
export function numberOf(stage: Stage, words: string): number {
  const number = stage.numbers.get(words);
  if (number === undefined) throw new Error(`The story comes back to a claim before it is marked: ${words}`);
  return number;
}
