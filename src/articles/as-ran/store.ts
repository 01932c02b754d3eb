// All SQL of the texts that ran.
import type { Db } from '#src/database/schema.ts';
import { statement } from '#src/database/statement.ts';
import { NotFound } from '#src/errors.ts';
import { isId } from '#src/ids.ts';
import type { AsRanTable } from '../tables.ts';
import type { Initialled } from './as-ran.ts';

export interface AsRanFound extends AsRanTable {
  brought_by_name: string | null;
  initialled_by_name: string | null;
  /** The number of the version that was initialled as the text that ran; null where nobody has. */
  version_number: number | null;
}

function asRanOf(db: Db, article_id: string) {
  return db
    .selectFrom('as_ran')
    .leftJoin('person as bringer', 'bringer.id', 'as_ran.brought_by')
    .leftJoin('person as reader', 'reader.id', 'as_ran.initialled_by')
    .leftJoin('version', 'version.id', 'as_ran.version_id')
    .selectAll('as_ran')
    .select(['bringer.display_name as brought_by_name', 'reader.display_name as initialled_by_name'])
    .select('version.number as version_number')
    .where('as_ran.article_id', '=', article_id)
    .orderBy('as_ran.brought_at', 'desc')
    .orderBy('as_ran.id', 'desc');
}

/** The text that ran as it was brought last, or undefined. */
export async function findAsRan(db: Db, article_id: string): Promise<AsRanFound | undefined> {
  return (await latestOf(db, { article_id }))[0];
}

const latestOf = statement((db, { article_id }: { article_id: string }) => asRanOf(db, article_id).limit(1));

/** The text that ran of this id. NotFound where the article has none such. */
export async function getAsRan(db: Db, at: { id: string; article_id: string }): Promise<AsRanFound> {
  const found = isId(at.id)
    ? await asRanOf(db, at.article_id).where('as_ran.id', '=', at.id).executeTakeFirst()
    : undefined;
  if (found === undefined) throw new NotFound();
  return found;
}

/** Who initialled this version as the text that ran; null where nobody has, or what ran was brought again since. */
export async function findInitialled(
  db: Db,
  at: { article_id: string; version_id: string },
): Promise<Initialled | null> {
  const found = await findAsRan(db, at.article_id);
  if (found === undefined || found.version_id !== at.version_id) return null;
  const { initialled_by, initialled_by_name, initialled_at, version_number, reason } = found;
  if (initialled_by === null || initialled_at === null || version_number === null) return null;
  return {
    initialled_by,
    initialled_by_name: initialled_by_name ?? '',
    at: initialled_at,
    version: version_number,
    reason,
  };
}

/** The texts that ran of all desks in the order of their ids, for verify. */
export function listAsRanAfter(db: Db, last: string, limit: number) {
  return db
    .selectFrom('as_ran')
    .innerJoin('article', 'article.id', 'as_ran.article_id')
    .select(['as_ran.id', 'as_ran.text', 'as_ran.sha256', 'as_ran.article_id', 'article.number as article_number'])
    .where('as_ran.id', '>', last)
    .orderBy('as_ran.id')
    .limit(limit)
    .execute();
}

export async function insertAsRan(db: Db, row: AsRanTable): Promise<void> {
  await db.insertInto('as_ran').values(row).execute();
}

/** Notes who initialled it, against which version. The caller holds the article's lock. */
export async function updateInitialled(
  db: Db,
  id: string,
  initialled: Pick<AsRanTable, 'version_id' | 'initialled_by' | 'initialled_at' | 'reason'>,
): Promise<void> {
  await db.updateTable('as_ran').set(initialled).where('id', '=', id).execute();
}
