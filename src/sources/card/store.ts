// All SQL of a source's card. No member, no source; no confidential one for guests.
import type { Context } from '#src/context.ts';
import { nextNumber } from '#src/database/counter.ts';
import { forUpdate, writesAlone } from '#src/database/engine.ts';
import { NEXT_REVISION } from '#src/database/revision.ts';
import { watchOver } from '#src/database/row-watch.ts';
import { insertRow } from '#src/database/rows.ts';
import type { Db } from '#src/database/schema.ts';
import { instruction } from '#src/database/statement.ts';
import { NotFound } from '#src/errors.ts';
import { newId } from '#src/ids.ts';
import { addressedNumber } from '#src/number-in.ts';
import { deskIdsOf } from '#src/people/membership.ts';
import { rolesThatMay } from '#src/people/permissions.ts';
import type { DeskRole } from '#src/people/tables.ts';
import type { SourceTable } from '../tables.ts';
import { keysOf, type SourceFields } from './source.ts';

export interface SourceFound extends SourceTable {
  role: DeskRole;
  desk_name: string;
  desk_slug: string;
  time_zone: string;
  /** Who added it; null where the operator did. */
  created_by_name: string | null;
}

/** The cards that the actor may open: those of the actor's desks, and of them no confidential one where the actor is a guest. */
export function sourcesOf(ctx: Context) {
  return ctx.db
    .selectFrom('source')
    .innerJoin('desk', 'desk.id', 'source.desk_id')
    .innerJoin(deskIdsOf(ctx), 'mine.desk_id', 'source.desk_id')
    .leftJoin('person', 'person.id', 'source.created_by')
    .selectAll('source')
    .select([
      'mine.role',
      'desk.name as desk_name',
      'desk.slug as desk_slug',
      'desk.time_zone',
      'person.display_name as created_by_name',
    ])
    .where((eb) =>
      eb.or([eb('source.is_confidential', '=', 0), eb('mine.role', 'in', rolesThatMay('see_confidential'))]),
    );
}

/**
 * The source of this number in one of the actor's desks; a number whose card went into another gives that one. NotFound
 * for strangers and typos alike, and for guests where the source is confidential.
 */
export async function getSource(ctx: Context, number: number | string): Promise<SourceFound> {
  const wanted = addressedNumber(number);
  const source =
    (await sourcesOf(ctx).where('source.number', '=', wanted).executeTakeFirst()) ??
    (await sourcesOf(ctx).where('source.id', 'in', ledFrom(ctx.db, wanted)).executeTakeFirst());
  if (source === undefined) throw new NotFound();
  return source;
}

function ledFrom(db: Db, number: number) {
  return db.selectFrom('source_redirect').select('source_redirect.source_id').where('number', '=', number);
}

/** A source of the desk by its number, or by one that it took over; or undefined. */
export async function findSourceOfDesk(db: Db, desk_id: string, number: number): Promise<SourceTable | undefined> {
  const ofDesk = db.selectFrom('source').selectAll().where('desk_id', '=', desk_id);
  const source = await ofDesk.where('number', '=', number).executeTakeFirst();
  return source ?? ofDesk.where('id', 'in', ledFrom(db, number)).executeTakeFirst();
}

/** What the desk's confidential sources are called, each with its number. */
export function listAliases(db: Db, desk_id: string): Promise<Pick<SourceTable, 'number' | 'alias'>[]> {
  return db
    .selectFrom('source')
    .select(['number', 'alias'])
    .where('desk_id', '=', desk_id)
    .where('alias', '<>', '')
    .execute();
}

/** From here to the end of the transaction nobody else adds to or changes the library of this desk. */
export async function lockLibrary(db: Db, desk_id: string): Promise<void> {
  const watch = watchOver(db);
  if (writesAlone(db) || (watch && locked.get(watch) === desk_id)) return;
  await lockedDesk(db, { desk_id });
  if (watch) locked.set(watch, desk_id);
}

/** The library that a transaction has locked last: it need not ask twice. */
const locked = new WeakMap<object, string>();

/** Nobody waits for it by itself: what is asked behind it goes there with it, and waits. */
const lockedDesk = instruction((db, { desk_id }: { desk_id: string }) =>
  forUpdate(db.selectFrom('desk').select('id').where('id', '=', desk_id)),
);

/** Adds a source with the next number. The caller holds the library's lock and has given a confidential one its alias. */
export async function insertSource(ctx: Context, desk_id: string, fields: SourceFields): Promise<SourceTable> {
  const source: SourceTable = {
    ...fields,
    ...keysOf(fields),
    id: newId(),
    number: await nextNumber(ctx.db, 'source'),
    desk_id,
    created_by: ctx.actor.id,
    created_at: ctx.at,
    revision: 1,
  };
  await insertRow(ctx.db, 'source', source);
  return source;
}

/** Changes a source where it still has the revision that the form showed. Says whether it did. */
export async function updateSource(
  db: Db,
  source: Pick<SourceTable, 'id' | 'revision'>,
  fields: SourceFields,
): Promise<boolean> {
  const result = await db
    .updateTable('source')
    .set({ ...fields, ...keysOf(fields), revision: NEXT_REVISION })
    .where('id', '=', source.id)
    .where('revision', '=', source.revision)
    .executeTakeFirst();
  return Number(result.numUpdatedRows) === 1;
}
