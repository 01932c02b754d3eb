// All SQL of what a desk says of itself in its reports. The caller has found the desk through the actor.
import type { Selectable } from 'kysely';
import { NEXT_REVISION } from '#src/database/revision.ts';
import type { Db } from '#src/database/schema.ts';
import { raiseDeskSeq } from '../desk-seq-store.ts';
import type { DeskStatementTable } from '../tables.ts';
import { NO_STATEMENT, type Statement, USUAL_METHOD } from './statement.ts';

/** What the desk stored; undefined for one that has said nothing. */
export async function findStatement(db: Db, desk_id: string): Promise<Selectable<DeskStatementTable> | undefined> {
  return db.selectFrom('desk_statement').selectAll().where('desk_id', '=', desk_id).executeTakeFirst();
}

/** What holds of the desk: its own words, and the usual where it has none. */
export async function getStatement(db: Db, desk_id: string): Promise<Statement> {
  const { method } = await db.selectFrom('desk').select('method').where('id', '=', desk_id).executeTakeFirstOrThrow();
  const stored = await findStatement(db, desk_id);
  const { interests, complaints_to, answer_days } = stored ?? NO_STATEMENT;
  const names_public = Boolean(stored?.names_public ?? NO_STATEMENT.names_public);
  const copies_public = Boolean(stored?.copies_public ?? NO_STATEMENT.copies_public);
  return { method: method || USUAL_METHOD, interests, complaints_to, answer_days, names_public, copies_public };
}

export async function insertStatement(db: Db, row: Omit<DeskStatementTable, 'revision'>): Promise<void> {
  await db
    .insertInto('desk_statement')
    .values({ ...row, revision: 1 })
    .execute();
  await raiseDeskSeq(db, row.desk_id);
}

export async function updateStatement(db: Db, row: Omit<DeskStatementTable, 'revision'>): Promise<void> {
  const { desk_id, ...said } = row;
  await db
    .updateTable('desk_statement')
    .set({ ...said, revision: NEXT_REVISION })
    .where('desk_id', '=', desk_id)
    .execute();
  await raiseDeskSeq(db, desk_id);
}
