// All SQL of identity records. The caller has found the source through the person.
import { forUpdate } from '#src/database/engine.ts';
import type { Db } from '#src/database/schema.ts';
import { needed } from '#src/item-at.ts';
import type { Sealed } from './sealing.ts';
import type { SourceIdentityTable } from './tables.ts';

const KEY_NAME = 'identity_key';

/** The key of the installation (base64), or undefined where none was made yet. */
export async function findInstallationKey(db: Db): Promise<string | undefined> {
  return (await db.selectFrom('setting').select('value').where('name', '=', KEY_NAME).executeTakeFirst())?.value;
}

/** Keeps this key, unless another process was first; gives back the one that is kept. */
export async function insertInstallationKey(db: Db, key: string): Promise<string> {
  await db
    .insertInto('setting')
    .values({ name: KEY_NAME, value: key })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  return needed(await findInstallationKey(db), 'key of the installation');
}

export type IdentityRow = SourceIdentityTable & { wrapped: string | null };

/** The record of a source that stands, or undefined. With `lock`, its row stays locked until the transaction ends. */
export function findIdentity(db: Db, source_id: string, lock?: 'lock'): Promise<IdentityRow | undefined> {
  const query = db
    .selectFrom('source_identity')
    .leftJoin('source_identity_key', 'source_identity_key.identity_id', 'source_identity.id')
    .selectAll('source_identity')
    .select('source_identity_key.wrapped')
    .where('source_identity.source_id', '=', source_id)
    .where('source_identity.destroyed_at', 'is', null);
  return (lock ? forUpdate(query, 'source_identity') : query).executeTakeFirst();
}

export type Tombstone = Pick<SourceIdentityTable, 'written_at' | 'destroyed_at' | 'destruction_reason'> & {
  destroyed_by_name: string;
};

/** The records of a source that were destroyed, the last first. */
export function listTombstones(db: Db, source_id: string): Promise<Tombstone[]> {
  return db
    .selectFrom('source_identity')
    .innerJoin('person', 'person.id', 'source_identity.destroyed_by')
    .select(['written_at', 'destroyed_at', 'destruction_reason', 'person.display_name as destroyed_by_name'])
    .where('source_id', '=', source_id)
    .where('destroyed_at', 'is not', null)
    .orderBy('destroyed_at', 'desc')
    .execute();
}

export interface IdentityReader {
  person_id: string;
  number: number;
  display_name: string;
}

/** Whom a record names, in the order in which they were named. */
export function listReaders(db: Db, identity_id: string): Promise<IdentityReader[]> {
  return db
    .selectFrom('source_identity_reader')
    .innerJoin('person', 'person.id', 'source_identity_reader.person_id')
    .select(['person.id as person_id', 'person.number', 'person.display_name'])
    .where('identity_id', '=', identity_id)
    .orderBy('named_at')
    .orderBy('person.number')
    .execute();
}

export async function insertIdentity(
  db: Db,
  row: Omit<SourceIdentityTable, 'sealed' | 'destroyed_by' | 'destroyed_at' | 'destruction_reason'>,
  { sealed, wrapped }: Sealed,
): Promise<void> {
  const standing = { destroyed_by: null, destroyed_at: null, destruction_reason: '' };
  await db
    .insertInto('source_identity')
    .values({ ...row, sealed, ...standing })
    .execute();
  await db.insertInto('source_identity_key').values({ identity_id: row.id, wrapped }).execute();
}

export async function insertReader(
  db: Db,
  row: { identity_id: string; person_id: string; named_by: string; named_at: string },
): Promise<void> {
  await db.insertInto('source_identity_reader').values(row).execute();
}

/** Takes record and key away and leaves the tombstone. */
export async function deleteIdentity(
  db: Db,
  id: string,
  why: { destroyed_by: string; destroyed_at: string; destruction_reason: string },
): Promise<void> {
  await db.deleteFrom('source_identity_key').where('identity_id', '=', id).execute();
  await db
    .updateTable('source_identity')
    .set({ sealed: null, ...why })
    .where('id', '=', id)
    .execute();
}
