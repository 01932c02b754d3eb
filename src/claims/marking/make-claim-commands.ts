// Makes a claim for every verb that does: row, place, speakers, figures and the event.
import { allOf } from '#src/all-of.ts';
import type { ArticleFound } from '#src/articles/store.ts';
import type { VersionText } from '#src/articles/version-text-store.ts';
import { lockAhead, record } from '#src/audit/log.ts';
import type { Context } from '#src/context.ts';
import { nextNumber } from '#src/database/counter.ts';
import { newId } from '#src/ids.ts';
import { getProfile } from '#src/people/profiles/store.ts';
import type { ClaimReading } from '#src/reading/check-worthiness/claim-reading.ts';
import { type Range, rangeAt } from '#src/reading/text/range.ts';
import type { ClaimKind } from '../claim.ts';
import { findParagraphAssignee } from '../coverage/assignee-store.ts';
import { insertFigures } from '../figure-store.ts';
import { type Keys, keyGroundAt, keyReasonOf, keysOf } from '../key-rule.ts';
import { insertAttribution } from '../particulars-store.ts';
import { insertClaim } from '../store.ts';
import type { ClaimTable } from '../tables.ts';

/** The words and what was read from them; what a person said of them stands before what was read. */
export interface NewClaim {
  range: Range;
  reading: ClaimReading;
  kind?: ClaimKind | undefined;
  /** Undefined: key where the article's profile says so. */
  is_key?: boolean | undefined;
  /** What the event says besides: where the words came from, and why. */
  noted?: object | undefined;
  /** Stores what belongs to the claim besides, before the event. */
  besides?: ((claim: ClaimTable) => Promise<void>) | undefined;
}

/**
 * Stores the claim with all that was read and records that it was marked. `keys`: what the article's profile suggests as
 * key, where the caller has asked already. The caller has locked the article and checked.
 */
export async function makeClaim(
  ctx: Context,
  { article, ground, keys }: { article: ArticleFound; ground: VersionText; keys?: Keys },
  input: NewClaim,
): Promise<ClaimTable> {
  const { range, reading } = input;
  const words = keyGroundAt(ground, range, { figures: reading.figures, language: article.language });
  const { known, assignee_id, number } = await allOf({
    known: input.is_key !== undefined ? null : (keys ?? keysOfArticle(ctx, article)),
    assignee_id: assigneeOf(ctx, ground, range),
    number: nextNumber(ctx.db, `claim:${article.id}`),
    // What belongs to it besides may lock more, and the head is locked last.
    head: input.besides === undefined ? lockAhead(ctx.db, article.desk_id) : undefined,
  });
  const is_key = input.is_key ?? (known !== null && keyReasonOf(words, known) !== null);
  const claim = { ...claimRow(ctx, article, { ...input, is_key }), number, assignee_id };
  await insertClaim(ctx.db, claim, { ...anchorOf(claim, ground.version), ...range });
  const chain = reading.attribution.map(({ name, role }) => ({ name, role: role ?? '' }));
  await insertAttribution(ctx.db, claim, chain);
  await insertFigures(ctx.db, { claim_id: claim.id, version_id: ground.version.id }, reading.figures.map(figureRow));
  await input.besides?.(claim);
  const { statement, kind } = claim;
  const after = { number, statement, kind, is_key, ...range, ...input.noted };
  await record(ctx, {
    chain: claim.desk_id,
    subject: `claim:${claim.id}`,
    article_id: article.id,
    verb: 'claim.marked',
    after,
  });
  return claim;
}

/** What the article's profile suggests as key. */
export async function keysOfArticle(ctx: Context, article: ArticleFound): Promise<Keys> {
  return keysOf(await getProfile(ctx.db, article.desk_id, article.profile_id), article);
}

function claimRow(ctx: Context, article: ArticleFound, input: NewClaim): Omit<ClaimTable, 'number' | 'assignee_id'> {
  return {
    id: newId(),
    desk_id: article.desk_id,
    article_id: article.id,
    kind: input.kind ?? input.reading.kind,
    statement: input.reading.statement,
    state: 'open',
    is_key: input.is_key ? 1 : 0,
    checker_id: ctx.actor.id,
    second_reader_id: null,
    waiver_id: null,
    attribution_verdict: null,
    content_verdict_id: null,
    verdict_sentence: '',
    as_of: ctx.at,
    due_at: null,
    state_line: '',
    marked_by: ctx.actor.id,
    marked_at: ctx.at,
    closed_at: null,
    check_again: '',
    same_as_id: null,
    revision: 1,
  };
}

/** The place of a claim in a version, but for the range. */
export function anchorOf(claim: Pick<ClaimTable, 'id' | 'article_id'>, version: VersionText['version']) {
  const { id: version_id, length: version_length } = version;
  return {
    claim_id: claim.id,
    article_id: claim.article_id,
    version_id,
    version_length,
    status: 'exact' as const,
    placed_by: null,
    cause: '',
  };
}

/** A figure that was read, as a row of it. */
export function figureRow({ value, comparator, low, high, unit, start, end }: ClaimReading['figures'][number]) {
  return { value, comparator, low, high, unit, start, end };
}

/** Whoever reads the paragraph gets its claims; else whoever marked it. */
async function assigneeOf(ctx: Context, ground: VersionText, range: Range): Promise<string | null> {
  const sentence = rangeAt(ground.sentences, range.start);
  if (sentence === undefined) return ctx.actor.id;
  const at = { version_id: ground.version.id, paragraph: sentence.paragraph };
  return (await findParagraphAssignee(ctx.db, at)) ?? ctx.actor.id;
}
