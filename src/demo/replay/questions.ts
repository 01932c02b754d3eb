// The part of a story in which accounts differ: questions put, answered, settled, and looked for in the copy.
import { addAccount, type QuestionPlace } from '#src/accounts/account-commands.ts';
import { askQuestion } from '#src/accounts/question-commands.ts';
import { sayWhatCopyShows, setRule } from '#src/accounts/rule-commands.ts';
import { getQuestion } from '#src/accounts/store.ts';
import type { StoryAccount, StoryCopyShows, StoryQuestion } from '../story.ts';
import { copyInputOf } from './copy-shows.ts';
import type { Act, Stage } from './stage.ts';

/** Everything that is done with a question, in its order. */
export function actsOfQuestion(story: StoryQuestion): Act[] {
  const { at, settled, copy } = story;
  const acts: Act[] = [{ at, run: (stage) => ask(stage, story) }];
  if (settled !== undefined) acts.push({ at: settled.at, run: (stage) => settle(stage, story, settled) });
  if (copy !== undefined) acts.push({ at: copy.at, run: (stage) => sayCopy(stage, story, copy) });
  return acts;
}

async function ask(stage: Stage, { point, about, by, at, accounts }: StoryQuestion): Promise<void> {
  const ctx = stage.ctxOf(by, at);
  const { number } = await askQuestion(ctx, stage.article_id, {
    point,
    first: { claim_number: numberOf(stage, about) },
  });
  stage.numbers.set(point, number);
  for (const account of accounts) {
    const { party_name, party_role, value, quote, as_of = '' } = account;
    const typed = { party_name, party_role, value, quote, as_of: as_of.replace('{yesterday}', stage.yesterday) };
    await addAccount(ctx, placeOf(stage, point), { ...typed, from: originOf(stage, account) });
  }
}

function originOf(stage: Stage, account: StoryAccount): string {
  if ('about' in account) return `claim ${numberOf(stage, account.about)}`;
  return `source ${stage.cards[account.card] ?? 0}`;
}

async function settle(
  stage: Stage,
  { point, by }: StoryQuestion,
  { at, rule, sentence, preferred }: NonNullable<StoryQuestion['settled']>,
): Promise<void> {
  const ctx = stage.ctxOf(by, at);
  const { revision, accounts } = await getQuestion(ctx.db, stage.article_id, numberOf(stage, point));
  const account = accounts.find((one) => one.party_name === preferred)?.id ?? '';
  await setRule(ctx, placeOf(stage, point), { rule, rule_sentence: sentence, preferred: account, revision });
}

async function sayCopy(stage: Stage, { point, by }: StoryQuestion, copy: StoryCopyShows): Promise<void> {
  const ctx = stage.ctxOf(by, copy.at);
  const { revision } = await getQuestion(ctx.db, stage.article_id, numberOf(stage, point));
  await sayWhatCopyShows(ctx, placeOf(stage, point), { ...copyInputOf(copy), revision });
}

function placeOf(stage: Stage, point: string): QuestionPlace {
  return { article_id: stage.article_id, question: numberOf(stage, point) };
}

/** The number that was given to a claim by its words, or to a question by its point. */
function numberOf(stage: Stage, words: string): number {
  const number = stage.numbers.get(words);
  if (number === undefined) throw new Error(`The story comes back to what is not there yet: ${words}`);
  return number;
}
