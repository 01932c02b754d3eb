// All SQL of lists of retracted papers and their lines. The desk was found, or is found through the person.

import { sql } from 'kysely';
import type { Context } from '#src/context.ts';
import { nextNumber } from '#src/database/counter.ts';
import { forUpdate } from '#src/database/engine.ts';
import type { Db } from '#src/database/schema.ts';
import { NotFound } from '#src/errors.ts';
import { addressedNumber } from '#src/number-in.ts';
import { deskIdsOf } from '#src/people/membership.ts';
import type { DeskRole } from '#src/people/tables.ts';
import type { SourceTable } from '../tables.ts';
import type { LineFound } from './retraction.ts';
import type { RetractionListTable, RetractionTable } from './tables.ts';

export interface ListFound extends RetractionListTable {
  role: DeskRole;
  desk_name: string;
  desk_slug: string;
  time_zone: string;
  imported_by_name: string | null;
}

function listsOf(ctx: Context) {
  return ctx.db
    .selectFrom('retraction_list')
    .innerJoin('desk', 'desk.id', 'retraction_list.desk_id')
    .innerJoin(deskIdsOf(ctx), 'mine.desk_id', 'retraction_list.desk_id')
    .leftJoin('person', 'person.id', 'retraction_list.imported_by')
    .selectAll('retraction_list')
    .select(['mine.role', 'desk.name as desk_name', 'desk.slug as desk_slug', 'desk.time_zone'])
    .select('person.display_name as imported_by_name')
    .where('retraction_list.stands_since', 'is not', null);
}

/** The lists of the actor's desks that stand, the newest first. */
export function listLists(ctx: Context): Promise<ListFound[]> {
  return listsOf(ctx).where('removed_at', 'is', null).orderBy('retraction_list.number', 'desc').execute();
}

/** A list of one of the actor's desks; one that was removed, too. NotFound for strangers and typos. */
export async function getList(ctx: Context, number: number | string): Promise<ListFound> {
  const list = await listsOf(ctx).where('retraction_list.number', '=', addressedNumber(number)).executeTakeFirst();
  if (list === undefined) throw new NotFound();
  return list;
}

/** A list of the desk that stands and is the same file, or is called the same. */
export function findSameList(
  db: Db,
  desk_id: string,
  { sha256, name }: Pick<RetractionListTable, 'sha256' | 'name'>,
): Promise<RetractionListTable | undefined> {
  return db
    .selectFrom('retraction_list')
    .selectAll()
    .where('desk_id', '=', desk_id)
    .where('stands_since', 'is not', null)
    .where('removed_at', 'is', null)
    .where((eb) => eb.or([eb('sha256', '=', sha256), eb('name', '=', name)]))
    .orderBy('number')
    .executeTakeFirst();
}

export async function lockList(db: Db, id: string): Promise<RetractionListTable | undefined> {
  return forUpdate(db.selectFrom('retraction_list').selectAll().where('id', '=', id)).executeTakeFirst();
}

/** Adds a list that does not stand yet, or gives back the one that an earlier try began. */
export async function beginList(
  ctx: Context,
  begun: Pick<RetractionListTable, 'id' | 'desk_id' | 'name' | 'file_name' | 'sha256' | 'imported_by'>,
): Promise<RetractionListTable> {
  const known = await lockList(ctx.db, begun.id);
  if (known !== undefined) return known;
  const number = await nextNumber(ctx.db, 'retraction_list');
  const unread = { entries: 0, counts: '{}', remarks: '[]', stands_since: null, removed_by: null, removed_at: null };
  const list = { ...begun, number, imported_at: ctx.at, ...unread };
  await ctx.db.insertInto('retraction_list').values(list).execute();
  return list;
}

export async function updateList(db: Db, id: string, change: Partial<RetractionListTable>): Promise<void> {
  await db.updateTable('retraction_list').set(change).where('id', '=', id).execute();
}

/** Forgets a list that never stood. Its lines are gone already. */
export async function deleteList(db: Db, id: string): Promise<void> {
  await db.deleteFrom('retraction_list').where('id', '=', id).where('stands_since', 'is', null).execute();
}

/** Lists that were removed, or whose reading broke off before a moment, and have lines still. */
export function listLeftovers(db: Db, before: string) {
  return db
    .selectFrom('retraction_list')
    .select(['id', 'stands_since'])
    .where((eb) =>
      eb.or([
        eb('removed_at', 'is not', null),
        eb.and([eb('stands_since', 'is', null), eb('imported_at', '<', before)]),
      ]),
    )
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb('stands_since', 'is', null),
        exists(selectFrom('retraction').select('doi').whereRef('retraction.list_id', '=', 'retraction_list.id')),
      ]),
    )
    .execute();
}

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
