// All SQL of the keys with which desks sign.
import type { Context } from '#src/context.ts';
import type { Db } from '#src/database/schema.ts';
import { NotFound } from '#src/errors.ts';
import { newId } from '#src/ids.ts';
import type { DeskKeyTable } from '../tables.ts';
import { newKeyPair } from './desk-key.ts';

/** A key as it may be shown: without its private half. */
export type PublicKey = Omit<DeskKeyTable, 'private_key'>;
export type KeyInUse = DeskKeyTable & { private_key: string };

const SHOWN = ['id', 'number', 'public_key', 'created_at', 'retired_at'] as const;

/** The keys of a desk, the one in use first. The caller has found the desk through the actor. */
export function listKeys(db: Db, desk_id: string) {
  return db
    .selectFrom('desk_key')
    .leftJoin('person', 'person.id', 'desk_key.created_by')
    .select(SHOWN.map((column) => `desk_key.${column}` as const))
    .select('person.display_name as maker')
    .where('desk_key.desk_id', '=', desk_id)
    .orderBy('desk_key.number', 'desc')
    .execute();
}

/** The key of this number without its private half. NotFound where the desk has none. */
export async function getPublicKey(db: Db, desk_id: string, number: number): Promise<PublicKey> {
  const { private_key: _, ...key } = await keysOf(db, desk_id)
    .where('number', '=', number)
    .executeTakeFirstOrThrow(() => new NotFound());
  return key;
}

/** The key with which the desk signs now. */
export async function findKeyInUse(db: Db, desk_id: string): Promise<KeyInUse | undefined> {
  const key = await keysOf(db, desk_id).where('retired_at', 'is', null).executeTakeFirst();
  return key as KeyInUse | undefined;
}

/** Makes a new pair the key in use. The caller has locked the desk and retired the key before. */
export async function insertKey(ctx: Context, desk_id: string): Promise<KeyInUse> {
  const last = await ctx.db
    .selectFrom('desk_key')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('desk_id', '=', desk_id)
    .executeTakeFirst();
  const key: KeyInUse = {
    ...newKeyPair(),
    id: newId(),
    desk_id,
    number: Number(last?.number ?? 0) + 1,
    created_at: ctx.at,
    created_by: ctx.actor.id,
    retired_at: null,
    retired_by: null,
  };
  await ctx.db.insertInto('desk_key').values(key).execute();
  return key;
}

/** Takes a key out of use: its private half goes for good. */
export async function updateRetired(ctx: Context, id: string): Promise<void> {
  await ctx.db
    .updateTable('desk_key')
    .set({ private_key: null, retired_at: ctx.at, retired_by: ctx.actor.id })
    .where('id', '=', id)
    .execute();
}

function keysOf(db: Db, desk_id: string) {
  return db.selectFrom('desk_key').selectAll().where('desk_id', '=', desk_id);
}
