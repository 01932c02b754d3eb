// All SQL of searching on SQLite: FTS5, newest first, so that it stops where there is enough.
import { sql } from 'kysely';
import type { Db } from '#src/database/schema.ts';
import type { Asked, Hits, Wanted } from './asked.ts';
import { deskFacet, OPEN } from './entry-signs.ts';
import type { EntryKind } from './tables.ts';
import type { Term } from './typed.ts';

/** What the question finds of each kind. */
export async function listHitsOnSqlite(db: Db, asked: Asked, wanted: Wanted): Promise<Map<EntryKind, Hits>> {
  const hits = new Map<EntryKind, Hits>();
  for (const kind of asked.kinds) {
    const ids = await listIds(db, asked, { kind, most: wanted.most });
    const subjects = await listSubjects(db, ids.slice(wanted.first, wanted.first + wanted.length));
    hits.set(kind, { count: ids.length, subjects });
  }
  return hits;
}

async function listIds(db: Db, asked: Asked, { kind, most }: { kind: EntryKind; most: number }): Promise<number[]> {
  const index = sql.table(`search_index_${kind}`);
  const { rows } = await sql<{ id: number }>`select rowid as id from ${index}
    where ${index} match ${matchOf(asked)} and rowid between ${asked.from} and ${asked.to}
    order by rowid desc limit ${most}`.execute(db);
  return rows.map(({ id }) => id);
}

async function listSubjects(db: Db, ids: number[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const entries = db.selectFrom('search_entry').select('subject_id').where('id', 'in', ids);
  return (await entries.orderBy('id', 'desc').execute()).map(({ subject_id }) => subject_id);
}

/** For each of these words those of the index that have most of its pieces of three letters. */
export async function listAlikeOnSqlite(
  db: Db,
  pieces_of: ReadonlyMap<string, readonly string[]>,
  limit: number,
): Promise<{ typed: string; word: string }[]> {
  const alike: { typed: string; word: string }[] = [];
  for (const [typed, pieces] of pieces_of) {
    const { rows } = await sql<{ word: string }>`select word from search_trigram
      where search_trigram match ${pieces.map(quoted).join(' OR ')} order by rank limit ${limit}`.execute(db);
    alike.push(...rows.map(({ word }) => ({ typed, word })));
  }
  return alike;
}

/** The question in the words of FTS5. Whatever was typed is in it as strings of letters and digits alone. */
function matchOf({ terms, reach, facets }: Asked): string {
  const desks = [
    ...reach.inside.map((id) => quoted(deskFacet(id))),
    ...reach.outside.map((id) => `(${quoted(deskFacet(id))} AND ${quoted(OPEN)})`),
  ];
  return [...facets.map(quoted), ...terms.map((some) => anyOf(some.map(spelt))), anyOf(desks)].join(' AND ');
}

function spelt({ keys, is_beginning }: Term): string {
  return `${quoted(keys.join(' '))}${is_beginning ? ' *' : ''}`;
}

function anyOf(spellings: string[]): string {
  return `(${spellings.join(' OR ')})`;
}

function quoted(words: string): string {
  return `"${words.replaceAll('"', '')}"`;
}
