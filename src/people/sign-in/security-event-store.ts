// All SQL of security events, which are in no chain and kept for a while only.
import type { Db } from '#src/database/schema.ts';
import { newId } from '#src/ids.ts';
import { itemAt } from '#src/item-at.ts';
import type { SecurityEventTable } from '../tables.ts';

export type NewSecurityEvent = Omit<SecurityEventTable, 'id'>;

/** Stores events, in the order in which they come. */
export async function insertSecurityEvents(db: Db, events: NewSecurityEvent[]): Promise<void> {
  if (events.length === 0) return;
  // Ids that are made in one moment sort by chance.
  const ids = events.map(newId).sort();
  const rows = events.map((event, index) => ({ id: itemAt(ids, index), ...event }));
  await db.insertInto('security_event').values(rows).execute();
}

/** Which person signs in with which of these folded addresses. */
export async function listPersonsOf(db: Db, email_keys: string[]): Promise<Map<string, string>> {
  if (email_keys.length === 0) return new Map();
  const rows = await db.selectFrom('person').select(['id', 'email_key']).where('email_key', 'in', email_keys).execute();
  return new Map(rows.map(({ id, email_key }) => [email_key, id]));
}

/** The details of the events of this kind in a time (its end included), the oldest first. */
export function listDetailsOf(
  db: Db,
  kind: string,
  time: { after: string; until: string },
): Promise<Pick<SecurityEventTable, 'at' | 'detail'>[]> {
  return db
    .selectFrom('security_event')
    .select(['at', 'detail'])
    .where('kind', '=', kind)
    .where('at', '>', time.after)
    .where('at', '<=', time.until)
    .orderBy('at')
    .execute();
}

/** Removes at most `limit` events from before this time. Says how many went. */
export async function deleteEventsBefore(db: Db, before: string, limit: number): Promise<number> {
  const old = db.selectFrom('security_event').select('id').where('at', '<', before).limit(limit);
  const gone = await db.deleteFrom('security_event').where('id', 'in', old).executeTakeFirst();
  return Number(gone.numDeletedRows);
}

/** Of the events of these kinds, removes at most `limit` of those that are older than the newest `kept`. Says how many went. */
export async function deleteEventsBeyond(
  db: Db,
  { kinds, kept, limit }: { kinds: readonly string[]; kept: number; limit: number },
): Promise<number> {
  const surplus = await db
    .selectFrom('security_event')
    .select('id')
    .where('kind', 'in', kinds)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .offset(kept)
    .limit(limit)
    .execute();
  if (surplus.length === 0) return 0;
  const ids = surplus.map(({ id }) => id);
  const gone = await db.deleteFrom('security_event').where('id', 'in', ids).executeTakeFirst();
  return Number(gone.numDeletedRows);
}
