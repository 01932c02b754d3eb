// All SQL of searching on PostgreSQL: a text search vector and its indexes.
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#src/database/schema.ts';
import { PLANNED_WITH_ITS_VALUES } from '#src/database/statement-names.ts';
import type { Asked } from './asked.ts';
import { deskFacet, OPEN } from './entry.ts';
import type { Term } from './typed.ts';

/** The ids of the entries that the question asks for, newest first. */
export async function listHitsOnPostgres(db: Db, asked: Asked, limit: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`${PLANNED_WITH_ITS_VALUES} select id from search_entry
    where kind = ${sql.lit(asked.kind)} and document @@ ${matchOf(asked)} and id between ${asked.from} and ${asked.to}
    order by id desc limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}

/** The words of the index that have most of these pieces of three letters. */
export async function listAlikeOnPostgres(db: Db, pieces: readonly string[], limit: number): Promise<string[]> {
  const wanted = sql`array[${sql.join(pieces)}]::text[] collate "C"`;
  const { rows } = await sql<{ word: string }>`${PLANNED_WITH_ITS_VALUES} select word from search_word
    where trigrams && ${wanted}
    order by cardinality(array(select unnest(trigrams) intersect select unnest(${wanted}))) * 2.0
      / (cardinality(trigrams) + ${pieces.length}) desc limit ${limit}`.execute(db);
  return rows.map(({ word }) => word);
}

/** The question as a tsquery. Words go through the same parser as those of the entries; facets are what they are. */
function matchOf({ terms, reach, facets }: Asked): RawBuilder<unknown> {
  const words = terms.map((some) => anyOf(some.map(spelt))).join(' & ');
  const desks = [
    ...reach.inside.map((id) => quoted(deskFacet(id))),
    ...reach.outside.map((id) => `(${quoted(deskFacet(id))} & ${quoted(OPEN)})`),
  ];
  const signs = [...facets.map(quoted), anyOf(desks)].join(' & ');
  return words === '' ? sql`${signs}::tsquery` : sql`(to_tsquery('simple', ${words}) && ${signs}::tsquery)`;
}

function spelt({ keys, is_beginning }: Term): string {
  const last = keys.length - 1;
  return `(${keys.map((key, place) => `${quoted(key)}${is_beginning && place === last ? ':*' : ''}`).join(' <-> ')})`;
}

function anyOf(spellings: string[]): string {
  return `(${spellings.join(' | ')})`;
}

function quoted(word: string): string {
  return `'${word.replaceAll(/['\\]/g, '')}'`;
}
