// All SQL of ticks and initials, and of giving the claims of a stretch to a person.
import type { Db } from '#src/database/schema.ts';
import { statement } from '#src/database/statement.ts';
import type { InitialTable, TickTable } from '../tables.ts';

export interface TickFound extends TickTable {
  initials: string;
}

/** The ticks of a version in the order of the text, each with the initials of who made it. */
export function listTicks(db: Db, version_id: string): Promise<TickFound[]> {
  return ticksIn(db, { version_id });
}

const ticksIn = statement((db, { version_id }: { version_id: string }) =>
  db
    .selectFrom('tick')
    .innerJoin('person', 'person.id', 'tick.person_id')
    .selectAll('tick')
    .select('person.initials')
    .where('version_id', '=', version_id)
    .orderBy('tick.start')
    .orderBy('tick.end'),
);

/** The tick of this id in the version, or undefined. */
export function findTick(db: Db, at: { id: string; version_id: string }): Promise<TickTable | undefined> {
  return db
    .selectFrom('tick')
    .selectAll()
    .where('id', '=', at.id)
    .where('version_id', '=', at.version_id)
    .executeTakeFirst();
}

/** Adds a tick; false where these very words have one already. */
export async function insertTick(db: Db, tick: TickTable): Promise<boolean> {
  const result = await db
    .insertInto('tick')
    .values(tick)
    .onConflict((conflict) => conflict.columns(['version_id', 'start', 'end']).doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0) > 0;
}

export async function deleteTick(db: Db, id: string): Promise<void> {
  await db.deleteFrom('tick').where('id', '=', id).execute();
}

export interface InitialFound extends InitialTable {
  initials: string;
}

/** The initialled sentences of a version, each with the initials of the person. */
export function listInitials(db: Db, version_id: string): Promise<InitialFound[]> {
  return initialsIn(db, { version_id });
}

const initialsIn = statement((db, { version_id }: { version_id: string }) =>
  db
    .selectFrom('initial')
    .innerJoin('sentence', 'sentence.id', 'initial.sentence_id')
    .innerJoin('person', 'person.id', 'initial.person_id')
    .selectAll('initial')
    .select('person.initials')
    .where('sentence.version_id', '=', version_id),
);

/** Initials these sentences; those that are initialled already stay as they are. */
export async function insertInitials(db: Db, initials: InitialTable[]): Promise<void> {
  for (const initial of initials)
    await db
      .insertInto('initial')
      .values(initial)
      .onConflict((conflict) => conflict.column('sentence_id').doNothing())
      .execute();
}

export async function deleteInitials(db: Db, sentence_ids: string[]): Promise<void> {
  if (sentence_ids.length > 0) await db.deleteFrom('initial').where('sentence_id', 'in', sentence_ids).execute();
}

/** Is this a tick of any version of the article? */
export async function isTickOfArticle(db: Db, at: { id: string; article_id: string }): Promise<boolean> {
  const row = await db
    .selectFrom('tick')
    .innerJoin('version', 'version.id', 'tick.version_id')
    .select('tick.id')
    .where('tick.id', '=', at.id)
    .where('version.article_id', '=', at.article_id)
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
