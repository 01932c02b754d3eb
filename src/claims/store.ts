// All SQL of claims: their rows, anchors, parties and figures. A claim is found through its article, the article through the person.
import type { ArticleFound } from '#src/articles/store.ts';
import { forUpdate } from '#src/database/engine.ts';
import type { Db } from '#src/database/schema.ts';
import { NotFound } from '#src/errors.ts';
import { newId } from '#src/ids.ts';
import { foldKey } from '#src/text-fields.ts';
import type { VerdictMeaning } from './claim.ts';
import type { ClaimAnchorTable, ClaimTable, FigureTable, VerdictTable } from './tables.ts';

export interface ClaimFound extends ClaimTable {
  content_meaning: VerdictMeaning | null;
}

/** The claim of this number in the article. With `lock`, its row stays locked until the transaction ends. NotFound where there is none. */
export async function getClaim(
  db: Db,
  article: Pick<ArticleFound, 'id'>,
  at: { number: string | number; lock?: boolean },
): Promise<ClaimFound> {
  if (!/^[1-9]\d{0,8}$/.test(String(at.number))) throw new NotFound();
  const query = db
    .selectFrom('claim')
    .leftJoin('verdict', 'verdict.id', 'claim.content_verdict_id')
    .selectAll('claim')
    .select('verdict.meaning as content_meaning')
    .where('claim.article_id', '=', article.id)
    .where('claim.number', '=', Number(at.number));
  const claim = await (at.lock ? forUpdate(query, 'claim') : query).executeTakeFirst();
  if (claim === undefined) throw new NotFound();
  return claim;
}

export interface PlacedClaim extends ClaimFound {
  start: number | null;
  end: number | null;
  anchor_status: ClaimAnchorTable['status'];
}

/** All claims of the article with their places in this version, in the order of the text; lost ones last. One query. */
export function listClaims(db: Db, at: { article_id: string; version_id: string }): Promise<PlacedClaim[]> {
  return db
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
    .orderBy('claim.number')
    .execute();
}

/** The claim that stands on exactly these words of the version and is not dropped, or undefined. */
export function findClaimAt(
  db: Db,
  at: { version_id: string; start: number; end: number },
): Promise<{ id: string; number: number } | undefined> {
  return db
    .selectFrom('claim_anchor')
    .innerJoin('claim', 'claim.id', 'claim_anchor.claim_id')
    .select(['claim.id', 'claim.number'])
    .where('claim_anchor.version_id', '=', at.version_id)
    .where('claim_anchor.start', '=', at.start)
    .where('claim_anchor.end', '=', at.end)
    .where('claim.state', '<>', 'withdrawn')
    .executeTakeFirst();
}

/** The verdicts of a desk in its order; retired ones too, since old claims may hold them. */
export function listVerdicts(db: Db, desk_id: string): Promise<VerdictTable[]> {
  return db.selectFrom('verdict').selectAll().where('desk_id', '=', desk_id).orderBy('position').execute();
}

export interface AttributedParty {
  claim_id: string;
  position: number;
  party_id: string;
  name: string;
  role: string;
}

/** The chains of speakers of all claims of an article, outermost first within a claim. */
export function listAttributions(db: Db, article_id: string): Promise<AttributedParty[]> {
  return db
    .selectFrom('claim_attribution')
    .innerJoin('party', 'party.id', 'claim_attribution.party_id')
    .select([
      'claim_attribution.claim_id',
      'claim_attribution.position',
      'claim_attribution.party_id',
      'party.name',
      'party.role',
    ])
    .where('claim_attribution.article_id', '=', article_id)
    .orderBy('claim_attribution.claim_id')
    .orderBy('claim_attribution.position')
    .execute();
}

/** The figures of all claims in a version, in the order of the text. */
export function listFigures(db: Db, version_id: string): Promise<FigureTable[]> {
  return db
    .selectFrom('figure')
    .selectAll()
    .where('version_id', '=', version_id)
    .orderBy('claim_id')
    .orderBy('position')
    .execute();
}

/** The figures of one claim in a version, in the order of the text. */
export function listFiguresOf(db: Db, at: { claim_id: string; version_id: string }): Promise<FigureTable[]> {
  return db
    .selectFrom('figure')
    .selectAll()
    .where('claim_id', '=', at.claim_id)
    .where('version_id', '=', at.version_id)
    .orderBy('position')
    .execute();
}

/** Where the claim stands in the version, or undefined. */
export function findAnchor(
  db: Db,
  at: { claim_id: string; version_id: string },
): Promise<ClaimAnchorTable | undefined> {
  return db
    .selectFrom('claim_anchor')
    .selectAll()
    .where('claim_id', '=', at.claim_id)
    .where('version_id', '=', at.version_id)
    .executeTakeFirst();
}

export async function insertClaim(db: Db, claim: ClaimTable, anchor: ClaimAnchorTable): Promise<void> {
  await db.insertInto('claim').values(claim).execute();
  await db.insertInto('claim_anchor').values(anchor).execute();
}

/** Changes a claim and raises its revision. The caller has locked the row and checked the revision it was opened on. */
export async function updateClaim(db: Db, claim_id: string, changes: Partial<ClaimTable>): Promise<void> {
  await db
    .updateTable('claim')
    .set(changes)
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .where('id', '=', claim_id)
    .execute();
}

/** Moves a claim to another state and leaves its revision, so that a verdict form that is open meanwhile may still be saved. */
export async function updateClaimState(db: Db, claim_id: string, state: ClaimTable['state']): Promise<void> {
  await db.updateTable('claim').set({ state }).where('id', '=', claim_id).execute();
}

export async function updateAnchor(db: Db, anchor: ClaimAnchorTable): Promise<void> {
  const { claim_id, version_id, start, end, status, placed_by } = anchor;
  await db
    .updateTable('claim_anchor')
    .set({ start, end, status, placed_by })
    .where('claim_id', '=', claim_id)
    .where('version_id', '=', version_id)
    .execute();
}

/** Makes these the chain of the claim, outermost first; a party of the article is known by its name. */
export async function replaceAttribution(
  db: Db,
  claim: Pick<ClaimTable, 'id' | 'article_id'>,
  chain: { name: string; role: string }[],
): Promise<void> {
  await db.deleteFrom('claim_attribution').where('claim_id', '=', claim.id).execute();
  for (const [index, party] of chain.entries()) {
    const party_id = await keepParty(db, claim.article_id, party);
    await db
      .insertInto('claim_attribution')
      .values({ claim_id: claim.id, article_id: claim.article_id, position: index + 1, party_id })
      .execute();
  }
}

/** Makes these the figures of the claim in the version. */
export async function replaceFigures(
  db: Db,
  at: { claim_id: string; version_id: string },
  figures: Omit<FigureTable, 'id' | 'claim_id' | 'version_id' | 'position'>[],
): Promise<void> {
  await db.deleteFrom('figure').where('claim_id', '=', at.claim_id).where('version_id', '=', at.version_id).execute();
  if (figures.length === 0) return;
  const rows = figures.map((figure, index) => ({ id: newId(), ...at, position: index + 1, ...figure }));
  await db.insertInto('figure').values(rows).execute();
}

async function keepParty(db: Db, article_id: string, party: { name: string; role: string }): Promise<string> {
  const name_key = foldKey(party.name);
  const known = await db
    .selectFrom('party')
    .select(['id', 'role'])
    .where('article_id', '=', article_id)
    .where('name_key', '=', name_key)
    .executeTakeFirst();
  if (known === undefined) {
    const id = newId();
    await db.insertInto('party').values({ id, article_id, name: party.name, role: party.role, name_key }).execute();
    return id;
  }
  if (party.role !== '' && party.role !== known.role)
    await db.updateTable('party').set({ role: party.role }).where('id', '=', known.id).execute();
  return known.id;
}

/** Is the claim attributed to anybody, or is it the article's own voice? */
export async function hasAttribution(db: Db, claim_id: string): Promise<boolean> {
  const row = await db
    .selectFrom('claim_attribution')
    .select('position')
    .where('claim_id', '=', claim_id)
    .executeTakeFirst();
  return row !== undefined;
}

/** Gives the claims that begin in this range, and are not done or dropped, to a person or to nobody. */
export async function assignClaimsInRange(
  db: Db,
  at: { version_id: string; start: number; end: number },
  assignee_id: string | null,
): Promise<void> {
  await db
    .updateTable('claim')
    .set({ assignee_id })
    .where('state', 'not in', ['closed', 'withdrawn'])
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('claim_anchor')
        .select('claim_anchor.claim_id')
        .where('claim_anchor.version_id', '=', at.version_id)
        .where('claim_anchor.start', '>=', at.start)
        .where('claim_anchor.start', '<', at.end),
    )
    .execute();
}
