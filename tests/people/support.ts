// What tests of people look at beside pages: the log, and whether a secret lies about.
import type { Db } from '#src/database/engine.ts';

export interface Entry {
  verb: string;
  actor: string;
  subject: string;
  chain: string;
  before: unknown;
  after: unknown;
}

/** The entries of the log with their details, in the order they came. */
export async function logOf(db: Db): Promise<Entry[]> {
  const rows = await db
    .selectFrom('log')
    .innerJoin('log_detail', (join) =>
      join.onRef('log_detail.chain', '=', 'log.chain').onRef('log_detail.number', '=', 'log.number'),
    )
    .select(['verb', 'actor', 'subject', 'log.chain', 'before', 'after'])
    .orderBy('at')
    .orderBy('log.chain', 'desc')
    .orderBy('log.number')
    .execute();
  return rows.map((row) => ({ ...row, before: JSON.parse(row.before), after: JSON.parse(row.after) }));
}

export async function verbsOf(db: Db): Promise<string[]> {
  return (await logOf(db)).map((entry) => entry.verb);
}

const TABLES = ['person', 'session', 'security_event', 'invitation', 'setting', 'log', 'log_detail', 'guess'] as const;

/** Whether this text stands anywhere in what is stored of people. */
export async function isStored(db: Db, secret: string): Promise<boolean> {
  for (const table of TABLES) {
    const rows = await db.selectFrom(table).selectAll().execute();
    if (JSON.stringify(rows).includes(secret)) return true;
  }
  return false;
}
