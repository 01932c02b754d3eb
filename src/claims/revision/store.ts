// All SQL by which claims, ticks, initials and readers go from one version to the next.
import type { Db } from '#src/database/schema.ts';
import { othersTurn } from '#src/others-turn.ts';
import type { ClaimAnchorTable, FigureTable, InitialTable, ParagraphAssigneeTable, TickTable } from '../tables.ts';

export interface LastPlace {
  claim_id: string;
  version_id: string;
  version_number: number;
  start: number;
  end: number;
}

/** Of the claims that have no place in this version: where each stood last. */
export async function listLastPlaces(db: Db, version_id: string): Promise<LastPlace[]> {
  const rows = await db
    .selectFrom('claim_anchor')
    .innerJoin('version', 'version.id', 'claim_anchor.version_id')
    .select(['claim_anchor.claim_id', 'claim_anchor.version_id', 'version.number as version_number'])
    .select(['claim_anchor.start', 'claim_anchor.end'])
    .where('claim_anchor.start', 'is not', null)
    .where('claim_anchor.claim_id', 'in', (eb) =>
      eb
        .selectFrom('claim_anchor as lost')
        .select('lost.claim_id')
        .where('lost.version_id', '=', version_id)
        .where('lost.status', '=', 'lost'),
    )
    .orderBy('version.number', 'desc')
    .execute();
  const last = new Map<string, LastPlace>();
  for (const { start, end, ...row } of rows)
    if (start !== null && end !== null && !last.has(row.claim_id)) last.set(row.claim_id, { ...row, start, end });
  return [...last.values()];
}

/** What became of the claims in a version: number of the claim, its place there, and why it is to be checked again. */
export function listAnchors(db: Db, version_id: string) {
  return db
    .selectFrom('claim_anchor')
    .innerJoin('claim', 'claim.id', 'claim_anchor.claim_id')
    .select(['claim.id', 'claim.number', 'claim.state', 'claim.check_again', 'claim.statement'])
    .select(['claim_anchor.start', 'claim_anchor.end', 'claim_anchor.status', 'claim_anchor.cause'])
    .where('claim_anchor.version_id', '=', version_id)
    .orderBy('claim.number')
    .execute();
}

export interface AnchorCount {
  version_id: string;
  status: ClaimAnchorTable['status'];
  with_cause: boolean;
  count: number;
}

/** For each version of the article: how many claims that are not dropped stand there how, with and without a cause. */
export async function countAnchors(db: Db, article_id: string): Promise<AnchorCount[]> {
  const rows = await db
    .selectFrom('claim_anchor')
    .innerJoin('claim', 'claim.id', 'claim_anchor.claim_id')
    .innerJoin('version', 'version.id', 'claim_anchor.version_id')
    .select((eb) => [
      'claim_anchor.version_id',
      'claim_anchor.status',
      eb.case().when('claim_anchor.cause', '=', '').then(0).else(1).end().as('with_cause'),
      eb.fn.countAll().as('count'),
    ])
    .where('version.article_id', '=', article_id)
    .where('claim.state', '<>', 'withdrawn')
    .groupBy(['claim_anchor.version_id', 'claim_anchor.status', 'with_cause'])
    .execute();
  return rows.map((row) => ({ ...row, with_cause: Number(row.with_cause) === 1, count: Number(row.count) }));
}

export interface CarriedRows {
  anchors: ClaimAnchorTable[];
  figures: FigureTable[];
  ticks: TickTable[];
  initials: InitialTable[];
  readers: ParagraphAssigneeTable[];
}

/**
 * Stores what goes into the new version, a hundred rows at a time, since both engines bound the parameters of a statement.
 * SQLite answers at once, so that others have their turn in between.
 */
export async function insertCarried(db: Db, rows: CarriedRows): Promise<void> {
  for await (const some of inHundreds(rows.anchors)) await db.insertInto('claim_anchor').values(some).execute();
  for await (const some of inHundreds(rows.figures)) await db.insertInto('figure').values(some).execute();
  for await (const some of inHundreds(rows.ticks))
    await db
      .insertInto('tick')
      .values(some)
      .onConflict((conflict) => conflict.columns(['version_id', 'start', 'end']).doNothing())
      .execute();
  for await (const some of inHundreds(rows.initials)) await db.insertInto('initial').values(some).execute();
  for await (const some of inHundreds(rows.readers)) await db.insertInto('paragraph_assignee').values(some).execute();
}

async function* inHundreds<Row>(rows: Row[]): AsyncGenerator<Row[]> {
  for (let at = 0; at < rows.length; at += 100) {
    await othersTurn();
    yield rows.slice(at, at + 100);
  }
}
