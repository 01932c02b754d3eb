// The verbs of corrections: making one, changing it, noting that it is published, withdrawing it.
import type { ArticleFound } from '#src/articles/store.ts';
import { withArticleThoughPutAway } from '#src/articles/with-article.ts';
import type { EventVerb } from '#src/audit/events.ts';
import { record } from '#src/audit/log.ts';
import { claimIdOf } from '#src/contacts/contacts/commands.ts';
import type { Context } from '#src/context.ts';
import { nextNumber } from '#src/database/counter.ts';
import { RuleBroken } from '#src/errors.ts';
import { fieldsThatDiffer } from '#src/fields-that-differ.ts';
import { newId } from '#src/ids.ts';
import { assertMay } from '#src/people/permissions.ts';
import { namesOn } from '#src/sources/held-back/discretion.ts';
import { type CorrectedWords, sentenceOf } from '../correction.ts';
import { momentOf } from '../local-moment.ts';
import type { CorrectionTyped } from './complaint.ts';
import {
  type CorrectionFound,
  getCorrection,
  insertCorrection,
  listCorrections,
  updateCorrection,
} from './correction-store.ts';
import { noteSettled } from './decide-commands.ts';
import { staleCorrection, stalePublication } from './stale-complaint.ts';
import { getComplaint } from './store.ts';
import type { CorrectionTable } from './tables.ts';

type CorrectionFields = CorrectedWords & Pick<CorrectionTable, 'sentence' | 'claim_id'>;

/**
 * Makes a correction of an article; its number. It stands on top of the article's report from then on. The same one again
 * stays one, and settles the complaint that it is begun from. Forbidden for all but editors; RuleBroken where a field is missing or it names a confidential source (the field).
 */
export function makeCorrection(
  ctx: Context,
  article_id: string | number,
  input: CorrectionTyped & { complaint?: number | undefined },
): Promise<number> {
  return withArticleThoughPutAway(ctx, article_id, async (ctx, article) => {
    assertMay(article.role, 'make_corrections');
    const { id: article_id, desk_id } = article;
    const complaint = input.complaint === undefined ? null : await getComplaint(ctx.db, article_id, input.complaint);
    const fields = await fieldsOf(ctx, article, input, ctx.at);
    const known = (await listCorrections(ctx.db, article_id)).find(
      (one) => one.withdrawn_at === null && isSame(one, { ...fields, typed: input.sentence }, article),
    );
    if (known !== undefined) {
      if (complaint !== null) await noteSettled(ctx, complaint, known);
      return known.number;
    }
    const number = await nextNumber(ctx.db, `correction:${article_id}`);
    const at = { id: newId(), desk_id, article_id };
    const made = { ...fields, complaint_id: complaint?.id ?? null, made_by: ctx.actor.id as string, made_at: ctx.at };
    await insertCorrection(ctx.db, { ...at, number, ...made, ...STANDING });
    const after = { correction: number, ...fields, ...(complaint && { complaint: complaint.number }) };
    await recordOn(ctx, at, { verb: 'correction.made', after });
    if (complaint !== null) await noteSettled(ctx, complaint, { id: at.id, number });
    return number;
  });
}

const STANDING = {
  since_at: null,
  withdrawn_by: null,
  withdrawn_at: null,
  withdrawal_reason: '',
  revision: 1,
} as const;

/** Changes the words of a correction; the log keeps those before. StaleEdit where somebody saved first. */
export function changeCorrection(
  ctx: Context,
  at: CorrectionAt,
  input: CorrectionTyped & { revision: number },
): Promise<void> {
  return onCorrection(ctx, at, async (ctx, { article, correction }) => {
    const after = await fieldsOf(ctx, article, input, correction.made_at);
    const changes = fieldsThatDiffer(fieldsIn(correction), after);
    if (Object.keys(changes.after).length === 0) return;
    if (correction.revision !== input.revision)
      throw staleCorrection(correction, { ...input, sentence: after.sentence });
    await updateCorrection(ctx.db, correction.id, changes.after);
    await recordOn(ctx, correction, { verb: 'correction.changed', ...changes });
  });
}

/** Notes since when the published article carries the correction, on the desk's clock. Again, with the same time: nothing happens. */
export function notePublication(
  ctx: Context,
  at: CorrectionAt,
  input: { since_at: string; revision: number },
): Promise<void> {
  return onCorrection(ctx, at, async (ctx, { article, correction }) => {
    const since_at = momentOf(input.since_at, 'since_at', { now: ctx.at, time_zone: article.time_zone });
    if (since_at === correction.since_at) return;
    if (correction.revision !== input.revision)
      throw stalePublication(correction, { ...input, time_zone: article.time_zone, now: ctx.at });
    await updateCorrection(ctx.db, correction.id, { since_at });
    await recordOn(ctx, correction, {
      verb: 'correction.published',
      ...(correction.since_at !== null && { before: { since_at: correction.since_at } }),
      after: { correction: correction.number, since_at },
    });
  });
}

/** Withdraws a correction that was itself wrong, with a reason; it stays on record. Withdrawn already: nothing happens. */
export function withdrawCorrection(
  ctx: Context,
  at: CorrectionAt,
  { withdrawal_reason }: { withdrawal_reason: string },
): Promise<void> {
  return withArticleThoughPutAway(ctx, at.article_id, async (ctx, article) => {
    const correction = await getCorrection(ctx.db, article.id, at.number);
    assertMay(article.role, 'make_corrections');
    if (correction.withdrawn_at !== null) return;
    const withdrawn = { withdrawn_by: ctx.actor.id, withdrawn_at: ctx.at, withdrawal_reason };
    await updateCorrection(ctx.db, correction.id, withdrawn);
    const after = { correction: correction.number, reason: withdrawal_reason };
    await recordOn(ctx, correction, { verb: 'correction.withdrawn', after });
  });
}

/** A correction by its own number in the article. */
export interface CorrectionAt {
  article_id: string | number;
  number: string | number;
}

function onCorrection<Result>(
  ctx: Context,
  { article_id, number }: CorrectionAt,
  work: (ctx: Context, on: { article: ArticleFound; correction: CorrectionFound }) => Promise<Result>,
): Promise<Result> {
  return withArticleThoughPutAway(ctx, article_id, async (ctx, article) => {
    const correction = await getCorrection(ctx.db, article.id, number);
    assertMay(article.role, 'make_corrections');
    if (correction.withdrawn_at !== null)
      throw new RuleBroken('This correction is withdrawn. Add another one instead.');
    return work(ctx, { article, correction });
  });
}

async function fieldsOf(
  ctx: Context,
  article: ArticleFound,
  { kind, was_words, right_words, sentence: typed, claim_number }: CorrectionTyped,
  at: string,
): Promise<CorrectionFields> {
  if (kind === 'removed' && right_words !== '')
    throw new RuleBroken('When words were removed, nothing replaces them: leave this empty.', 'right_words');
  if (kind !== 'removed' && right_words === '')
    throw new RuleBroken('Write what is right: it is printed in the report.', 'right_words');
  const words = { kind, was_words, right_words };
  const sentence = typed || sentenceOf(words, { at, time_zone: article.time_zone });
  await refuseNames(ctx, article, { was_words, right_words, sentence });
  return { ...words, sentence, claim_id: await claimIdOf(ctx, article, claim_number ?? null) };
}

/** A correction is printed for everybody. */
async function refuseNames(ctx: Context, article: ArticleFound, fields: Record<string, string>): Promise<void> {
  const namesIn = await namesOn(ctx.db, article);
  for (const [field, words] of Object.entries(fields)) {
    const names = namesIn(words);
    if (names.length > 0)
      throw new RuleBroken(
        `This names a confidential source (${names.map((name) => `“${name}”`).join(', ')}), and everybody reads a correction. Remove the name.`,
        field,
      );
  }
}

/** A sentence that the program puts together, too: of the day on which it was made. */
function isSame(
  one: CorrectionFound,
  { kind, was_words, right_words, claim_id, typed }: CorrectionFields & { typed: string },
  { time_zone }: ArticleFound,
): boolean {
  const sentence = typed || sentenceOf({ kind, was_words, right_words }, { at: one.made_at, time_zone });
  return (
    one.kind === kind &&
    one.was_words === was_words &&
    one.right_words === right_words &&
    one.claim_id === claim_id &&
    one.sentence === sentence
  );
}

function fieldsIn({ kind, was_words, right_words, sentence, claim_id }: CorrectionFound): CorrectionFields {
  return { kind, was_words, right_words, sentence, claim_id };
}

function recordOn(
  ctx: Context,
  { id, desk_id, article_id }: Pick<CorrectionTable, 'id' | 'desk_id' | 'article_id'>,
  event: { verb: EventVerb; before?: object; after: object },
): Promise<void> {
  return record(ctx, { chain: desk_id, subject: `correction:${id}`, article_id, ...event });
}
