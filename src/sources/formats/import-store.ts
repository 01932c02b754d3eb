// All SQL of imports: cards that are here already, cards added at once, files that wait for a look.
import { sql } from 'kysely';
import type { Context } from '#src/context.ts';
import { nextNumbers } from '#src/database/counter.ts';
import type { Db } from '#src/database/schema.ts';
import type { FileTable } from '#src/files/tables.ts';
import { isId, newId } from '#src/ids.ts';
import { deskIdsOf } from '#src/people/membership.ts';
import type { DeskRole } from '#src/people/tables.ts';
import { keysOf, type SourceFields } from '../card/source.ts';
import type { SourceTable } from '../tables.ts';
import type { CardHere, EntryKeys } from './plan.ts';

/** The cards of the desk that have any of these keys, the oldest first. The caller has found the desk through the person. */
export async function listCardsWith(db: Db, desk_id: string, keys: EntryKeys[]): Promise<CardHere[]> {
  const found = new Map<string, CardHere>();
  for (const key of ['url_key', 'doi', 'title_key'] as const) {
    const values = [...new Set(keys.map((one) => one[key]).filter((value) => value !== ''))];
    if (values.length === 0) continue;
    for (const card of await withKeys(db, desk_id, { key, values })) found.set(card.id, card);
  }
  return [...found.values()].sort((a, b) => a.number - b.number);
}

function withKeys(db: Db, desk_id: string, { key, values }: { key: keyof EntryKeys; values: string[] }) {
  return db
    .selectFrom('source')
    .select(['id', 'number', 'title', 'title_key', 'type', 'url_key', 'doi', 'author', 'publisher'])
    .select(['dated_on', 'proximity', 'interest', 'revision'])
    .where('desk_id', '=', desk_id)
    .where(key, 'in', values)
    .where(sql<boolean>`${sql.ref(key)} <> ''`)
    .execute();
}

/** A row holds so many values that more at once are too many parameters for a statement. */
const ROWS = 100;

/** Makes the rows of new cards, with numbers in a row. The caller holds the library's lock and has given aliases. */
export async function numberSources(ctx: Context, desk_id: string, cards: SourceFields[]): Promise<SourceTable[]> {
  if (cards.length === 0) return [];
  const first = await nextNumbers(ctx.db, 'source', cards.length);
  return cards.map((card, index) => ({
    ...card,
    ...keysOf(card),
    id: newId(),
    number: first + index,
    desk_id,
    created_by: ctx.actor.id,
    created_at: ctx.at,
    revision: 1,
  }));
}

/** Adds cards, by the hundred; `between` is awaited after each, so that others have their turn. */
export async function insertSources(db: Db, rows: SourceTable[], between: () => Promise<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS) {
    await db
      .insertInto('source')
      .values(rows.slice(at, at + ROWS))
      .execute();
    await between();
  }
}

export interface StagedFound extends Pick<FileTable, 'id' | 'name' | 'created_at'> {
  desk_id: string;
  desk_slug: string;
  desk_name: string;
  role: DeskRole;
}

/** The actor's own file of this kind that nobody has taken up and nobody swept, at a desk that they are still a member of. */
export async function findStaged(ctx: Context, id: string, media_type: string): Promise<StagedFound | undefined> {
  if (!isId(id)) return undefined;
  return ctx.db
    .selectFrom('file')
    .innerJoin('desk', 'desk.id', 'file.desk_id')
    .innerJoin(deskIdsOf(ctx), 'mine.desk_id', 'file.desk_id')
    .select(['file.id', 'file.name', 'file.created_at', 'file.desk_id'])
    .select(['desk.slug as desk_slug', 'desk.name as desk_name', 'mine.role'])
    .where('file.id', '=', id)
    .where('file.media_type', '=', media_type)
    .where('file.created_by', '=', ctx.actor.id ?? '')
    .where('file.linked_at', 'is', null)
    .executeTakeFirst();
}
