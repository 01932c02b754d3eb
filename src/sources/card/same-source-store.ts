// All SQL of finding the cards that are of one thing.
import { sql } from 'kysely';
import type { Db } from '#src/database/schema.ts';
import { statement } from '#src/database/statement.ts';
import { foldKey } from '#src/text-fields.ts';
import type { SourceTable } from '../tables.ts';

/** The desk's source with this address, or another spelling of it, or this DOI; the oldest, or undefined. */
export async function findSameSource(
  db: Db,
  desk_id: string,
  keys: Pick<SourceTable, 'url_key' | 'doi'>,
): Promise<SourceTable | undefined> {
  for (const key of ['url_key', 'doi'] as const) {
    if (keys[key] === '') continue;
    const [same] = await firstWithKey(db, { desk_id, value: keys[key] }, key);
    if (same !== undefined) return same;
  }
  return undefined;
}

const firstWithKey = statement((db, { desk_id, value }: { desk_id: string; value: string }, key: 'url_key' | 'doi') =>
  withKey(db, desk_id, [key, value]).limit(1),
);

const LOOKALIKES = 10;

const SHARED = ['url_key', 'doi', 'copy', 'title_key'] as const;

/** What another card has in common with this one; `copy` is a saved copy of the very same bytes. */
export type Shared = (typeof SHARED)[number];

export type LookalikeFound = Pick<SourceTable, 'number' | 'title'> & { shares: Shared[] };

/** Other cards of the desk that have this one's address, DOI, saved bytes or title: the oldest first, a few of each. */
export async function listLookalikes(db: Db, source: SourceTable): Promise<LookalikeFound[]> {
  const found = new Map<number, LookalikeFound>();
  for (const shared of SHARED) {
    if (shared === 'title_key' && source.type === 'call') continue;
    const query = shared === 'copy' ? withCopyOf(db, source) : withKey(db, source.desk_id, [shared, source[shared]]);
    if (shared !== 'copy' && source[shared] === '') continue;
    const rows = await query.where('source.id', '<>', source.id).limit(LOOKALIKES).execute();
    for (const { number, title } of rows) {
      const known = found.get(number);
      if (known === undefined) found.set(number, { number, title, shares: [shared] });
      else known.shares.push(shared);
    }
  }
  return [...found.values()].sort((a, b) => a.number - b.number).slice(0, LOOKALIKES);
}

function withCopyOf(db: Db, source: SourceTable) {
  const hashes = db
    .selectFrom('snapshot')
    .select('snapshot.sha256')
    .where('snapshot.source_id', '=', source.id)
    .where('snapshot.sha256', 'is not', null);
  const same = db
    .selectFrom('snapshot')
    .select('snapshot.source_id')
    .where('snapshot.desk_id', '=', source.desk_id)
    .where('snapshot.sha256', 'in', hashes);
  return db.selectFrom('source').selectAll('source').where('source.id', 'in', same).orderBy('source.number');
}

/** Cards by a key that is not empty; the second condition lets both engines use the index that has no empty ones. */
function withKey(db: Db, desk_id: string, [key, value]: ['url_key' | 'doi' | 'title_key', string]) {
  return db
    .selectFrom('source')
    .selectAll('source')
    .where('source.desk_id', '=', desk_id)
    .where(`source.${key}`, '=', value)
    .where(sql<boolean>`${sql.ref(key)} <> ''`)
    .orderBy('source.number');
}

/**
 * The desk's source with this title, or undefined. A call is the same call only within its article: next month's call
 * "at 15:40" is another.
 */
export async function findSourceByTitle(
  db: Db,
  at: { desk_id: string; article_id: string | null },
  source: Pick<SourceTable, 'title' | 'type'>,
): Promise<SourceTable | undefined> {
  const { desk_id, article_id } = at;
  return db
    .selectFrom('source')
    .selectAll()
    .where('desk_id', '=', desk_id)
    .where('title_key', '=', foldKey(source.title))
    .$if(source.type === 'call', (query) =>
      query.where('source.id', 'in', (eb) =>
        eb
          .selectFrom('contact')
          .select('contact.source_id')
          .$castTo<{ source_id: string }>()
          .where('contact.article_id', '=', article_id ?? '')
          .where('contact.source_id', 'is not', null),
      ),
    )
    .orderBy('number')
    .executeTakeFirst();
}
