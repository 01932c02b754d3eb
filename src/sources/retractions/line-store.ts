// All SQL of the lines of retraction lists, and of the sources that they name.
import { sql } from 'kysely';
import type { Db } from '#src/database/schema.ts';
import type { SourceTable } from '../tables.ts';
import type { LineFound } from './retraction.ts';
import type { RetractionTable } from './tables.ts';

/** Adds lines; a paper that the list has already in this kind stays as it was. Gives back how many are new. */
export async function insertLines(db: Db, lines: readonly RetractionTable[]): Promise<number> {
  if (lines.length === 0) return 0;
  const added = await db
    .insertInto('retraction')
    .values(lines)
    .onConflict((conflict) => conflict.columns(['list_id', 'doi', 'kind']).doNothing())
    .executeTakeFirst();
  return Number(added.numInsertedOrUpdatedRows ?? 0);
}

/** Deletes some lines of a list; false where there was none any more. */
export async function deleteSomeLines(db: Db, list_id: string, limit: number): Promise<boolean> {
  const deleted = await db
    .deleteFrom('retraction')
    .where('list_id', '=', list_id)
    .where('doi', 'in', (eb) => eb.selectFrom('retraction').select('doi').where('list_id', '=', list_id).limit(limit))
    .executeTakeFirst();
  return deleted.numDeletedRows > 0;
}

export type SourceInList = Pick<SourceTable, 'id' | 'number' | 'desk_id' | 'doi'>;

/** The sources of the desk with one of these DOIs. */
export function listSourcesWith(db: Db, desk_id: string, dois: readonly string[]): Promise<SourceInList[]> {
  return db
    .selectFrom('source')
    .select(['id', 'number', 'desk_id', 'doi'])
    .where('desk_id', '=', desk_id)
    .where('doi', 'in', dois)
    .where(sql<boolean>`doi <> ''`)
    .execute();
}

/** The sources of the desk that stand in a list, by number; all of them, or the first so many. */
export function listSourcesIn(
  db: Db,
  { limit, ...of }: { desk_id: string; list_id: string; limit?: number },
): Promise<SourceInList[]> {
  const all = sourcesIn(db, of).select(['id', 'number', 'desk_id', 'doi']).orderBy('number');
  return (limit === undefined ? all : all.limit(limit)).execute();
}

/** How many they are. */
export async function countSourcesIn(db: Db, of: { desk_id: string; list_id: string }): Promise<number> {
  const { count } = await sourcesIn(db, of)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

function sourcesIn(db: Db, { desk_id, list_id }: { desk_id: string; list_id: string }) {
  return db
    .selectFrom('source')
    .where('desk_id', '=', desk_id)
    .where(sql<boolean>`doi <> ''`)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('retraction')
          .select('retraction.doi')
          .where('retraction.list_id', '=', list_id)
          .whereRef('retraction.doi', '=', 'source.doi'),
      ),
    );
}

export type DeskLine = LineFound & { desk_id: string };

/** What the lists of these desks that stand say of these papers, the older lists first. */
export function listLines(
  db: Db,
  { desk_ids, dois }: { desk_ids: readonly string[]; dois: readonly string[] },
): Promise<DeskLine[]> {
  return db
    .selectFrom('retraction')
    .innerJoin('retraction_list', 'retraction_list.id', 'retraction.list_id')
    .select(['retraction.desk_id', 'retraction.doi', 'retraction.kind', 'retraction.day', 'retraction.reason'])
    .select(['retraction_list.name as list_name', sql<string>`retraction_list.stands_since`.as('stands_since')])
    .where('retraction.desk_id', 'in', desk_ids)
    .where('retraction.doi', 'in', dois)
    .where('retraction_list.stands_since', 'is not', null)
    .where('retraction_list.removed_at', 'is', null)
    .orderBy('retraction_list.number')
    .execute();
}
