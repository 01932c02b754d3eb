// All SQL of sessions as people see and end them.
import type { Context } from '#src/context.ts';
import type { Db } from '#src/database/schema.ts';
import type { EndedSessionTable, SessionEnd } from '../tables.ts';

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

/** Ends the person's sessions: all, all but one, or only one; why is remembered. Says how many there were. */
export async function deleteSessionsOf(
  { db, at }: Context,
  person_id: string,
  { why, but, only }: { why: SessionEnd; but?: string; only?: string },
): Promise<number> {
  const ended = await db
    .deleteFrom('session')
    .where('person_id', '=', person_id)
    .$if(but !== undefined, (query) => query.where('id_hash', '<>', but as string))
    .$if(only !== undefined, (query) => query.where('id_hash', '=', only as string))
    .returning(['id_hash', 'created_at', 'seen_at', 'expires_at'])
    .execute();
  const rows = ended.map(({ expires_at, ...row }) => {
    const was_over = expires_at <= at;
    return { ...row, person_id, why: was_over ? ('over' as const) : why, ended_at: was_over ? expires_at : at };
  });
  if (rows.length > 0) await db.insertInto('ended_session').values(rows).execute();
  return rows.length;
}

/** What is known of a session that works no more: of its row while that is there, else what was remembered. */
export async function findEndedSession({ db, at }: Context, id_hash: string): Promise<EndedSessionTable | undefined> {
  const row = await db
    .selectFrom('session')
    .select(['id_hash', 'person_id', 'created_at', 'seen_at', 'expires_at'])
    .where('id_hash', '=', id_hash)
    .where('expires_at', '<=', at)
    .executeTakeFirst();
  if (!row) return db.selectFrom('ended_session').selectAll().where('id_hash', '=', id_hash).executeTakeFirst();
  const { expires_at: ended_at, person_id, ...times } = row;
  return person_id === null ? undefined : { ...times, person_id, why: 'over', ended_at };
}

/** Forgets sessions that ended before this time. */
export async function deleteEndedSessions(db: Db, before: string): Promise<void> {
  await db.deleteFrom('ended_session').where('ended_at', '<', before).execute();
}
