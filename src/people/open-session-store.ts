// All SQL of open sessions as people see and end them. What is in a session is http/session-store.ts's own business.
import type { Db } from '#src/database/schema.ts';

export interface OpenSession {
  id_hash: string;
  created_at: string;
  seen_at: string;
}

/** The person's sessions that still work, the last used first. */
export async function listSessionsOf(db: Db, person_id: string, at: string): Promise<OpenSession[]> {
  return db
    .selectFrom('session')
    .select(['id_hash', 'created_at', 'seen_at'])
    .where('person_id', '=', person_id)
    .where('expires_at', '>', at)
    .orderBy('seen_at', 'desc')
    .execute();
}

/** Ends the person's sessions: all, all but one, or only one. Says how many there were. */
export async function deleteSessionsOf(
  db: Db,
  person_id: string,
  which: { but?: string; only?: string } = {},
): Promise<number> {
  const { but, only } = which;
  const result = await db
    .deleteFrom('session')
    .where('person_id', '=', person_id)
    .$if(but !== undefined, (query) => query.where('id_hash', '<>', but as string))
    .$if(only !== undefined, (query) => query.where('id_hash', '=', only as string))
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}
