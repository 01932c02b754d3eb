// All SQL that reads a stretch of a chain, entry by entry, to be checked here or elsewhere.
import type { Db } from '#src/database/schema.ts';
import type { LogTable } from './tables.ts';

/** An entry with the texts of its detail as they were hashed; null where the detail is gone. */
export interface ExtractRow extends LogTable {
  salt: string | null;
  before: string | null;
  after: string | null;
  rows: string | null;
}

/** From the first entry of the article to the one of this verb on this subject. Throws where there is none. */
export async function findSpan(
  db: Db,
  { chain, article_id, subject, verb }: { chain: string; article_id: string; subject: string; verb: string },
): Promise<{ first: number; last: number }> {
  const entries = db.selectFrom('log').select('number').where('chain', '=', chain).where('article_id', '=', article_id);
  const first = await entries.orderBy('number').limit(1).executeTakeFirstOrThrow();
  const last = await entries
    .where('subject', '=', subject)
    .where('verb', '=', verb)
    .orderBy('number')
    .limit(1)
    .executeTakeFirstOrThrow();
  return { first: first.number, last: last.number };
}

/** The entries of the chain behind `after`, up to `upto` where it is given, at most `limit`. */
export function listExtract(
  db: Db,
  { chain, after, upto, limit }: { chain: string; after: number; upto?: number; limit: number },
): Promise<ExtractRow[]> {
  const entries = db
    .selectFrom('log')
    .leftJoin('log_detail', (join) =>
      join.onRef('log_detail.chain', '=', 'log.chain').onRef('log_detail.number', '=', 'log.number'),
    )
    .selectAll('log')
    .select(['log_detail.salt', 'log_detail.before', 'log_detail.after', 'log_detail.rows'])
    .where('log.chain', '=', chain)
    .where('log.number', '>', after)
    .orderBy('log.number')
    .limit(limit);
  return (upto === undefined ? entries : entries.where('log.number', '<=', upto)).execute();
}
