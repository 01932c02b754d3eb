// All SQL of the newest times that the desk has on record.
import type { Db } from '#src/database/schema.ts';

export type KnownTimes = Record<'log' | 'security_event' | 'session', string | null>;

/** The latest time of the log, the security events and the sessions; null where there is none. Of the log, the last entries alone, or all. */
export async function listNewestTimes(db: Db, of_log: 'last' | 'all'): Promise<KnownTimes> {
  const log = await db
    .selectFrom('log')
    .select((eb) => eb.fn.max('log.at').as('at'))
    .$if(of_log === 'last', (query) =>
      query.innerJoin('log_chain', (join) =>
        join.onRef('log_chain.chain', '=', 'log.chain').onRef('log_chain.number', '=', 'log.number'),
      ),
    )
    .executeTakeFirst();
  const security_event = await db
    .selectFrom('security_event')
    .select((eb) => eb.fn.max('at').as('at'))
    .executeTakeFirst();
  const session = await db
    .selectFrom('session')
    .select((eb) => eb.fn.max('seen_at').as('at'))
    .executeTakeFirst();
  return { log: log?.at ?? null, security_event: security_event?.at ?? null, session: session?.at ?? null };
}
