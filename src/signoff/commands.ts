// The verbs of sign-off: giving a reason, waiving a check, taking either back, noting that one lapsed.
import type { ArticleFound } from '#src/articles/store.ts';
import { withArticle } from '#src/articles/with-article.ts';
import type { EventVerb } from '#src/audit/events.ts';
import { record } from '#src/audit/log.ts';
import { ConcurrentRevision, readThenTransact } from '#src/claims/read-then-transact.ts';
import { type Context, nobodyContext } from '#src/context.ts';
import { Forbidden, NotFound, RuleBroken } from '#src/errors.ts';
import { newId } from '#src/ids.ts';
import { assertMay } from '#src/people/permissions.ts';
import { cleanText } from '#src/text-fields.ts';
import { itemsIn, itemsOf, missingIn, missingSeen } from './answers.ts';
import type { Missing } from './check.ts';
import { gatherSignOff } from './gather-sign-off.ts';
import type { CheckResult } from './sign-off.ts';
import { type AnswerFound, getAnswer, insertAnswer, updateEnd } from './store.ts';
import type { SignOffAnswerTable } from './tables.ts';

export interface AnswerInput {
  rule: string;
  words: string;
  /** What the page showed as missing, by `missingSeen`. */
  seen: string;
}

/**
 * Says why something that a check misses is right as it is, for that one thing. Forbidden for guests, Legal and the
 * operator; NotFound where no such thing is missing; RuleBroken where the check takes no reasons, where nothing was written,
 * and where what the page showed has changed. The same again does nothing.
 */
export function giveReason(ctx: Context, article_id: string, input: AnswerInput & { key: string }): Promise<void> {
  return answer(ctx, article_id, input, {
    kind: 'reason',
    choose: (result) => {
      const { missing, reason_hint, rule } = result;
      if (!missingIn(result).some(({ key }) => key === input.key)) throw new NotFound(MISSING_NO_MORE);
      if (reason_hint === '')
        throw new RuleBroken(`${rule} takes no reason for one thing. Fix it, or have an editor waive the check.`);
      return missing.filter(({ key }) => key === input.key);
    },
  });
}

/**
 * Waives what a check misses now, and nothing that comes after. Forbidden for all but editors; RuleBroken for R14 and a
 * saved copy that is not what was saved, where nothing was written, and where what the page showed has changed.
 */
export function waiveCheck(ctx: Context, article_id: string, input: AnswerInput): Promise<void> {
  return answer(ctx, article_id, input, {
    kind: 'waiver',
    choose: ({ missing, can_be_waived, rule }) => {
      const waived = missing.filter(({ is_final }) => is_final !== true);
      if (missing.length > 0 && (!can_be_waived || waived.length === 0))
        throw new RuleBroken(`${rule} cannot be waived: fix what it misses.`);
      return waived;
    },
  });
}

interface Answering {
  kind: SignOffAnswerTable['kind'];
  /** What of the check's result it is said to. */
  choose: (result: CheckResult) => Missing[];
}

function answer(ctx: Context, article_id: string, input: AnswerInput, { kind, choose }: Answering): Promise<void> {
  const words = cleanText(input.words);
  return readThenTransact(ctx, article_id, {
    read: async (ctx, article) => {
      assertMay(article.role, kind === 'reason' ? 'give_reasons' : 'waive_checks');
      const { results } = await gatherSignOff(ctx, article);
      const result = results.find(({ rule }) => rule === input.rule);
      if (result === undefined) throw new NotFound();
      return { seq: article.changed_seq, result, items: choose(result) };
    },
    work: async (ctx, article, { seq, result, items }) => {
      if (article.changed_seq !== seq) throw new ConcurrentRevision();
      if (isSaidAlready(result, { kind, words, seen: input.seen })) return;
      if (items.length === 0 || missingSeen(items) !== input.seen) throw new RuleBroken(CHANGED, 'words');
      if (words === '') throw new RuleBroken('Say why. The report prints it.', 'words');
      const row = rowOf(ctx, article, { kind, rule: result.rule, items, words });
      await insertAnswer(ctx.db, row);
      const verb = kind === 'reason' ? 'reason.given' : 'waiver.given';
      await recordOn(ctx, article, { verb, answer: row, after: saidIn(row) });
    },
  });
}

const MISSING_NO_MORE = 'This is no longer missing. Open the sign-off page again.';
const CHANGED =
  'What this is about has changed since you opened the page. Look at what is missing now, and say why again.';

function isSaidAlready(
  { reasoned, waived }: CheckResult,
  said: { kind: Answering['kind']; words: string; seen: string },
): boolean {
  if (said.kind === 'reason')
    return reasoned.some((one) => one.reason.words === said.words && missingSeen([one]) === said.seen);
  const same = waived.filter(({ waiver }) => waiver.words === said.words);
  return same.length > 0 && missingSeen(same) === said.seen;
}

function rowOf(
  ctx: Context,
  { id: article_id, desk_id }: ArticleFound,
  { items, ...said }: Pick<SignOffAnswerTable, 'kind' | 'rule' | 'words'> & { items: Missing[] },
): SignOffAnswerTable {
  if (ctx.actor.kind !== 'person') throw new Forbidden('A reason is a person’s: sign in.');
  const given = { given_by: ctx.actor.id, given_at: ctx.at, ended_why: null, ended_by: null, ended_at: null };
  return { id: newId(), desk_id, article_id, ...said, items: JSON.stringify(itemsOf(items)), ...given };
}

/**
 * Takes a reason or a waiver back: reasons their giver or an editor, waivers an editor. One that ended already: nothing
 * happens. Throws NotFound, Forbidden.
 */
export function withdrawAnswer(ctx: Context, article_id: string, id: string): Promise<void> {
  return withArticle(ctx, article_id, async (ctx, article) => {
    assertMay(article.role, 'give_reasons');
    const answer = await getAnswer(ctx.db, { id, article_id: article.id });
    if (answer.kind === 'waiver' || answer.given_by !== ctx.actor.id) assertMay(article.role, 'waive_checks');
    if (answer.ended_at !== null) return;
    await updateEnd(ctx.db, id, { ended_why: 'withdrawn', ended_by: ctx.actor.id, ended_at: ctx.at });
    const verb = answer.kind === 'reason' ? 'reason.withdrawn' : 'waiver.withdrawn';
    await recordOn(ctx, article, { verb, answer, before: saidIn(answer) });
  });
}

/**
 * Notes in the log that these reasons and waivers lapsed, as the program's doing: found by somebody's look at the article as
 * it was at `seq`. Where it has changed since, nothing happens: the next look finds them.
 */
export async function noteLapsed(ctx: Context, article: ArticleFound, lapsed: readonly AnswerFound[]): Promise<void> {
  if (lapsed.length === 0) return;
  await withArticle(ctx, article.id, async ({ db }, { changed_seq }) => {
    if (changed_seq !== article.changed_seq) return;
    const program = nobodyContext(db, ctx.at);
    for (const { id } of lapsed) {
      const answer = await getAnswer(db, { id, article_id: article.id });
      if (answer.ended_at !== null) continue;
      await updateEnd(db, id, { ended_why: 'lapsed', ended_by: null, ended_at: ctx.at });
      const verb = answer.kind === 'reason' ? 'reason.lapsed' : 'waiver.lapsed';
      await recordOn(program, article, { verb, answer, before: saidIn(answer) });
    }
  });
}

function saidIn(answer: Pick<SignOffAnswerTable, 'rule' | 'words' | 'items'>) {
  return { rule: answer.rule, words: answer.words, of: itemsIn(answer).map(({ label }) => label) };
}

function recordOn(
  ctx: Context,
  { id: article_id, desk_id: chain }: Pick<ArticleFound, 'id' | 'desk_id'>,
  { answer, ...event }: { verb: EventVerb; answer: Pick<SignOffAnswerTable, 'id'>; before?: object; after?: object },
): Promise<void> {
  return record(ctx, { chain, article_id, subject: `sign_off_answer:${answer.id}`, ...event });
}
