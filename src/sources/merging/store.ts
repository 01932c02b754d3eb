// All SQL of putting two cards together: everything that speaks of the one is made to speak of the other.
import { forUpdate } from '#src/database/engine.ts';
import type { Db } from '#src/database/schema.ts';
import type { SourceTable } from '../tables.ts';

/** Every table with a column `source_id` that leads to a card. A test asks the database for any that is missing here. */
export const TABLES_OF_SOURCES = [
  'account',
  'contact',
  'evidence',
  'facts_link',
  'handed_piece',
  'proposed_source',
  'snapshot',
  'source_derivation',
  'source_identity',
  'source_redirect',
  'to_call',
  'source_watch',
] as const;

/** How many uses of the card stand as evidence. */
export async function countUses(db: Db, source_id: string): Promise<number> {
  const { uses } = await db
    .selectFrom('evidence')
    .select(({ fn }) => fn.countAll().as('uses'))
    .where('source_id', '=', source_id)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(uses);
}

/** Both cards, locked until the transaction ends: nothing new can be hung on either meanwhile. */
export async function lockSources(db: Db, ids: [string, string]): Promise<void> {
  await forUpdate(db.selectFrom('source').select('id').where('id', 'in', ids).orderBy('id')).execute();
}

/** Hangs everything of the card that goes on the one that stays, deletes it, and lets its number and its older ones lead there. */
export async function updateReferences(
  db: Db,
  { stays, goes }: { stays: SourceTable; goes: SourceTable },
  merged: { merged_by: string | null; merged_at: string },
): Promise<void> {
  await db
    .deleteFrom('source_watch')
    .where('source_id', '=', goes.id)
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('source_watch as kept').select('kept.source_id').where('kept.source_id', '=', stays.id)),
    )
    .execute();
  for (const table of TABLES_OF_SOURCES)
    await db
      .updateTable(table as 'evidence')
      .set({ source_id: stays.id })
      .where('source_id', '=', goes.id)
      .execute();
  await db.deleteFrom('source').where('id', '=', goes.id).execute();
  const { number, desk_id, id: old_id } = goes;
  await db
    .insertInto('source_redirect')
    .values({ number, desk_id, old_id, source_id: stays.id, ...merged })
    .execute();
}

/** Gives a card this revision; gives it back. */
export async function updateRevision(db: Db, id: string, revision: number): Promise<number> {
  await db.updateTable('source').set({ revision }).where('id', '=', id).execute();
  return revision;
}
