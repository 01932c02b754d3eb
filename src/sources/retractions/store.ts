// All SQL of lists of retracted papers. The desk was found, or is found through the person.
import type { Context } from '#src/context.ts';
import { nextNumber } from '#src/database/counter.ts';
import { forUpdate } from '#src/database/engine.ts';
import type { Db } from '#src/database/schema.ts';
import { NotFound } from '#src/errors.ts';
import { addressedNumber } from '#src/number-in.ts';
import { deskIdsOf } from '#src/people/membership.ts';
import type { DeskRole } from '#src/people/tables.ts';
import type { RetractionListTable } from './tables.ts';

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
