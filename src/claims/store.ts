// All SQL of claims and of how they are found: by number, by article, by place.
import { sql } from 'kysely';
import type { ArticleFound } from '#src/articles/store.ts';
import { forUpdate } from '#src/database/engine.ts';
import { watchOver } from '#src/database/row-watch.ts';
import { insertRow, updateRow } from '#src/database/rows.ts';
import type { Db } from '#src/database/schema.ts';
import { statement } from '#src/database/statement.ts';
import { NotFound } from '#src/errors.ts';
import { addressedNumber, numberIn } from '#src/number-in.ts';
import type { VerdictMeaning } from './claim.ts';
import type { ClaimAnchorTable, ClaimTable } from './tables.ts';

export interface ClaimFound extends ClaimTable {
  content_meaning: VerdictMeaning | null;
}

/** A claim that stays as it is until the transaction ends, but for what that does to it. */
export interface ClaimLocked extends ClaimFound {
  /** How many claims are the same as it, and how many speakers its attribution has. */
  followers: number;
  speakers: number;
}

/** The claim of this number in the article. With `lock`, its row stays locked until the transaction ends. NotFound where there is none. */
export async function getClaim(
  db: Db,
  article: Pick<ArticleFound, 'id'>,
  at: { number: string | number; lock?: boolean },
): Promise<ClaimFound> {
  const by = { article: article.id, number: addressedNumber(at.number) };
  const claim = at.lock ? await lockedBy(db, by, 'id') : (await find(db, by, 'id'))[0];
  if (claim === undefined) throw new NotFound();
  return claim;
}

/** The same, locked, with its article as addresses name it: by its number or its id. Nobody has found that one yet. */
export async function findClaimLocked(
  db: Db,
  article: string | number,
  number: string | number,
): Promise<ClaimLocked | undefined> {
  const article_number = numberIn(article);
  const [by, known] =
    article_number === undefined ? (['id', String(article)] as const) : (['number', article_number] as const);
  const claim_number = numberIn(number);
  if (claim_number === undefined) return undefined;
  return lockedBy(db, { article: known, number: claim_number }, by);
}

async function lockedBy(db: Db, at: ByNumbers, by: 'id' | 'number'): Promise<ClaimLocked | undefined> {
  const [claim] = await findLocked(db, at, by);
  if (claim !== undefined) watchOver(db)?.hold('claim', claim.id);
  return claim;
}

type ByNumbers = { article: string | number; number: number };

const find = statement(foundBy);

const findLocked = statement((db, at: ByNumbers, by: 'id' | 'number') => {
  const counted = (rows: string) => sql<number>`(select cast(count(*) as integer) from ${sql.raw(rows)} = claim.id)`;
  return forUpdate(
    foundBy(db, at, by).select([
      counted('claim as follower where follower.same_as_id').as('followers'),
      counted('claim_attribution where claim_attribution.claim_id').as('speakers'),
    ]),
    'claim',
  );
});

function foundBy(db: Db, { article, number }: ByNumbers, by: 'id' | 'number') {
  return db
    .selectFrom('claim')
    .leftJoin('verdict', 'verdict.id', 'claim.content_verdict_id')
    .selectAll('claim')
    .select('verdict.meaning as content_meaning')
    .where('claim.article_id', '=', by === 'id' ? (article as string) : idOfNumbered(db, article as number))
    .where('claim.number', '=', number);
}

function idOfNumbered(db: Db, number: number) {
  return db.selectFrom('article').select('article.id').where('article.number', '=', number);
}

/** The number of a claim of the article. NotFound where there is none. */
export async function getClaimNumber(db: Db, at: { article_id: string; id: string }): Promise<number> {
  const claim = await db
    .selectFrom('claim')
    .select('number')
    .where('id', '=', at.id)
    .where('article_id', '=', at.article_id)
    .executeTakeFirst();
  if (claim === undefined) throw new NotFound();
  return claim.number;
}

export interface PlacedClaim extends ClaimFound {
  start: number | null;
  end: number | null;
  anchor_status: ClaimAnchorTable['status'];
}

/** All claims of the article with their places in this version, in the order of the text; lost ones last. One query. */
export function listClaims(db: Db, at: { article_id: string; version_id: string }): Promise<PlacedClaim[]> {
  return placedIn(db, at);
}

const placedIn = statement((db, at: { article_id: string; version_id: string }) =>
  db
    .selectFrom('claim')
    .innerJoin('claim_anchor', (join) =>
      join.onRef('claim_anchor.claim_id', '=', 'claim.id').on('claim_anchor.version_id', '=', at.version_id),
    )
    .leftJoin('verdict', 'verdict.id', 'claim.content_verdict_id')
    .selectAll('claim')
    .select([
      'verdict.meaning as content_meaning',
      'claim_anchor.start',
      'claim_anchor.end',
      'claim_anchor.status as anchor_status',
    ])
    .where('claim.article_id', '=', at.article_id)
    .orderBy('claim_anchor.start', (order) => order.asc().nullsLast())
    .orderBy('claim_anchor.end', 'desc')
    .orderBy('claim.number'),
);

/** The claim that stands on exactly these words of the version and is not dropped, or undefined. */
export function findClaimAt(
  db: Db,
  at: { version_id: string; start: number; end: number },
): Promise<{ id: string; number: number } | undefined> {
  return claimsAt(db, at).then(([claim]) => claim);
}

const claimsAt = statement((db, { version_id, start, end }: { version_id: string; start: number; end: number }) =>
  db
    .selectFrom('claim_anchor')
    .innerJoin('claim', 'claim.id', 'claim_anchor.claim_id')
    .select(['claim.id', 'claim.number'])
    .where('claim_anchor.version_id', '=', version_id)
    .where('claim_anchor.start', '=', start)
    .where('claim_anchor.end', '=', end)
    .where('claim.state', '<>', 'withdrawn'),
);

/** The numbers of all claims of an article, dropped ones too. */
export async function listClaimNumbers(db: Db, article_id: string): Promise<number[]> {
  const rows = await db.selectFrom('claim').select('number').where('article_id', '=', article_id).execute();
  return rows.map(({ number }) => number);
}

export async function insertClaim(db: Db, claim: ClaimTable, anchor: ClaimAnchorTable): Promise<void> {
  await insertRow(db, 'claim', claim);
  await insertRow(db, 'claim_anchor', anchor);
}

/** Changes a claim and raises its revision. The caller has locked the row and checked the revision it was opened on. */
export async function updateClaim(db: Db, claim_id: string, changes: Partial<ClaimTable>): Promise<void> {
  await updateRow(db, 'claim', { id: claim_id, changes, revised: 'revised' });
}

/** Moves a claim to another state and leaves its revision, so that a verdict form that is open meanwhile may still be saved. */
export async function updateClaimState(db: Db, claim_id: string, state: ClaimTable['state']): Promise<void> {
  await updateRow(db, 'claim', { id: claim_id, changes: { state } });
}
