// All SQL that reads the log back for people.
import type { Db } from '#src/database/schema.ts';
import type { LogTable } from './tables.ts';

/** Beginnings of verbs (`claim.`), or undefined for all. */
export type Verbs = readonly string[] | undefined;

export interface LogEntry extends LogTable {
  /** The changed fields as they were and as they are; null where the detail was erased. */
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

/**
 * The entries of an article, newest first, those before the entry of this number, at most `limit`. With `verbs`, only those
 * whose verb begins like one of them.
 */
export async function listEntriesOfArticle(
  db: Db,
  at: { article_id: string; before?: number | undefined; verbs: Verbs; limit: number },
): Promise<LogEntry[]> {
  const rows = await entries(db, at.verbs)
    .where('log.article_id', '=', at.article_id)
    .$if(at.before !== undefined, (query) => query.where('log.number', '<', at.before as number))
    .orderBy('log.number', 'desc')
    .limit(at.limit)
    .execute();
  return rows.map(parsed);
}

/** The entries of an article behind the one with this number (0: from the first on), oldest first; `verbs` as above. */
export async function listEntriesAfter(
  db: Db,
  at: { article_id: string; after: number; verbs: Verbs; limit: number },
): Promise<LogEntry[]> {
  const rows = await entries(db, at.verbs)
    .where('log.article_id', '=', at.article_id)
    .where('log.number', '>', at.after)
    .orderBy('log.number')
    .limit(at.limit)
    .execute();
  return rows.map(parsed);
}

/** The entries of one actor on an article since a moment, newest first, at most `limit`. */
export async function listOwnEntries(
  db: Db,
  at: { article_id: string; actor: string; since: string; limit: number },
): Promise<LogEntry[]> {
  const rows = await entries(db)
    .where('log.article_id', '=', at.article_id)
    .where('log.actor', '=', at.actor)
    .where('log.at', '>=', at.since)
    .orderBy('log.number', 'desc')
    .limit(at.limit)
    .execute();
  return rows.map(parsed);
}

/** The entries on these subjects (`claim:<id>` …) of an article, oldest first; `verbs` as above. */
export async function listEntriesOfSubjects(
  db: Db,
  at: { article_id: string; subjects: string[]; verbs?: Verbs },
): Promise<LogEntry[]> {
  const rows = await entries(db, at.verbs)
    .where('log.article_id', '=', at.article_id)
    .where('log.subject', 'in', at.subjects)
    .orderBy('log.number')
    .execute();
  return rows.map(parsed);
}

/** The newest entry on this subject, in this chain or in any, without its detail. */
export function findLastEntry(
  db: Db,
  subject: string,
  chain?: string,
): Promise<Pick<LogTable, 'verb' | 'actor'> | undefined> {
  return db
    .selectFrom('log')
    .select(['verb', 'actor'])
    .where('subject', '=', subject)
    .$if(chain !== undefined, (query) => query.where('chain', '=', chain as string))
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The fields that the first entry of this verb on the subject left; null where they were erased, undefined without an entry. */
export async function findDetailOf(
  db: Db,
  of: { subject: string; verb: string },
): Promise<Record<string, unknown> | null | undefined> {
  const row = await entries(db)
    .where('log.subject', '=', of.subject)
    .where('log.verb', '=', of.verb)
    .orderBy('log.number')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? undefined : parsed(row).after;
}

function entries(db: Db, verbs?: Verbs) {
  return db
    .selectFrom('log')
    .leftJoin('log_detail', (join) =>
      join.onRef('log_detail.chain', '=', 'log.chain').onRef('log_detail.number', '=', 'log.number'),
    )
    .selectAll('log')
    .select(['log_detail.before as before_text', 'log_detail.after as after_text'])
    .$if(verbs !== undefined, (query) =>
      query.where((eb) => eb.or((verbs ?? []).map((verb) => eb('log.verb', 'like', `${verb}%`)))),
    );
}

function parsed({
  before_text,
  after_text,
  ...row
}: LogTable & { before_text: string | null; after_text: string | null }): LogEntry {
  const read = (text: string | null) => (text === null ? null : (JSON.parse(text) as LogEntry['before']));
  return { ...row, before: read(before_text), after: read(after_text) };
}
