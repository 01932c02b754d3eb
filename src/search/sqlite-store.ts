// All SQL of searching on SQLite: FTS5, newest first, so that it stops where there is enough.
import { sql } from 'kysely';
import type { Db } from '#src/database/schema.ts';
import type { Asked } from './asked.ts';
import { deskFacet, OPEN } from './entry.ts';
import type { Term } from './typed.ts';

/** The ids of the entries that the question asks for, newest first. */
export async function listHitsOnSqlite(db: Db, asked: Asked, limit: number): Promise<number[]> {
  const index = sql.table(`search_index_${asked.kind}`);
  const { rows } = await sql<{ id: number }>`select rowid as id from ${index}
    where ${index} match ${matchOf(asked)} and rowid between ${asked.from} and ${asked.to}
    order by rowid desc limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}

/** The words of the index that have most of these pieces of three letters. */
export async function listAlikeOnSqlite(db: Db, pieces: readonly string[], limit: number): Promise<string[]> {
  const { rows } = await sql<{ word: string }>`select word from search_trigram
    where search_trigram match ${pieces.map(quoted).join(' OR ')} order by rank limit ${limit}`.execute(db);
  return rows.map(({ word }) => word);
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
