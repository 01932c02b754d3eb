// All SQL of searching on PostgreSQL: a text search vector for each sort of thing, and its indexes.
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#src/database/schema.ts';
import { PLANNED_WITH_ITS_VALUES } from '#src/database/statement-names.ts';
import type { Asked, Hits, Wanted } from './asked.ts';
import { signsOfPairs } from './common-pairs.ts';
import { deskFacet, OPEN } from './entry-signs.ts';
import type { EntryKind } from './tables.ts';
import type { Term } from './typed.ts';

/** What the question finds of each kind, in one statement; of a kind of which there is nothing, nothing. */
export async function listHitsOnPostgres(db: Db, asked: Asked, wanted: Wanted): Promise<Map<EntryKind, Hits>> {
  const { kinds, most, first, length } = { ...asked, ...wanted };
  const matches = await matchOf(db, asked);
  const hits = kinds.map(
    (kind) => sql`(select ${sql.lit(kind)} as kind, id, subject_id from search_entry
      where ${matches(kind)} and id between ${asked.from} and ${asked.to}
      order by id desc limit ${most})`,
  );
  const { rows } = await sql<{ kind: EntryKind } & Hits>`${PLANNED_WITH_ITS_VALUES} select kind, count(*) as count,
      (array_agg(subject_id order by id desc))[${first + 1}::int : ${first + length}::int] as subjects
    from (${sql.join(hits, sql` union all `)}) as hits group by kind`.execute(db);
  return new Map(rows.map(({ kind, count, subjects }) => [kind, { count, subjects }]));
}

/** For each of these words those of the index that have most of its pieces of three letters. */
export async function listAlikeOnPostgres(
  db: Db,
  pieces_of: ReadonlyMap<string, readonly string[]>,
  limit: number,
): Promise<{ typed: string; word: string }[]> {
  const alike = [...pieces_of].map(([typed, pieces]) => {
    // A word has a piece where the piece stands in it: to put two lists of pieces together takes ten times as long.
    const shared = pieces.map((piece) => sql`(strpos(word, ${piece}) > 0)::int`);
    return sql`(select ${typed}::text as typed, word from search_word
      where trigrams && array[${sql.join(pieces)}]::text[] collate "C"
      order by (${sql.join(shared, sql` + `)})::float8 / (length(word) - 2 + ${pieces.length}) desc limit ${limit})`;
  });
  const statement = sql`${PLANNED_WITH_ITS_VALUES} ${sql.join(alike, sql` union all `)}`;
  return (await sql<{ typed: string; word: string }>`${statement}`.execute(db)).rows;
}

/**
 * The question, of documents of any kind. A phrase is a condition of its own behind its words, which the index looks for: the
 * planner takes it for as common as those, and two conditions for rarer than one. Of articles, each of which would be
 * unpacked twice for that, the index is asked in any case. Common words that stand one behind the other have a sign for that.
 */
async function matchOf(db: Db, asked: Asked): Promise<(kind: EntryKind) => RawBuilder<unknown>> {
  const terms = await withWordsOfBeginnings(db, asked.terms);
  const signs = await signsOf(db, asked);
  const asQuery = (between: Between) => {
    const all = [...terms.map((some) => queryOf(some, between)), ...(signs === '' ? [] : [sql`${signs}::tsquery`])];
    return sql`(${sql.join(all, sql` && `)})`;
  };
  const phrases = terms.filter((some) => !some.every(isInIndex));
  return (kind) => {
    const document = sql.ref(`document_${kind}`);
    if (kind === 'article') return sql`${document} @@ ${asQuery(' <-> ')}`;
    const conditions = phrases.map((some) => sql`(${document} @@ ${queryOf(some, ' <-> ')}) is true`);
    return sql.join([sql`${document} @@ ${asQuery(' & ')}`, ...conditions], sql` and `);
  };
}

type Between = ' & ' | ' <-> ';

/** Any of these terms, as PostgreSQL's question. */
function queryOf(some: readonly Term[], between: Between): RawBuilder<unknown> {
  const has_pairs = (term: Term) => pairsIn(term).length > 0;
  const others = some.filter((term) => !has_pairs(term));
  const of = some.filter(has_pairs).map((term) => {
    const pairs = sql`${pairsIn(term).map(quoted).join(' & ')}::tsquery`;
    return isInIndex(term) ? pairs : sql`(${asWords([term], between)} && ${pairs})`;
  });
  return sql`(${sql.join([...(others.length > 0 ? [asWords(others, between)] : []), ...of], sql` || `)})`;
}

function asWords(some: readonly Term[], between: Between): RawBuilder<unknown> {
  return sql`to_tsquery('simple', ${anyOf(some.map((term) => spelt(term, between)))})`;
}

function pairsIn({ keys, is_beginning }: Term): string[] {
  return signsOfPairs(is_beginning ? keys.slice(0, -1) : keys);
}

/** Whether the index finds the term by itself: one word, or two that have a sign. */
function isInIndex(term: Term): boolean {
  const { keys } = term;
  return keys.length === 1 || (keys.length === 2 && pairsIn(term).length === 1);
}

/** The facets that an entry has to have. Whoever is inside at all desks there are needs none of a desk beside words. */
async function signsOf(db: Db, { terms, reach: { inside, outside }, facets }: Asked): Promise<string> {
  if (terms.length > 0 && outside.length === 0 && !(await isElsewhere(db, inside)))
    return facets.map(quoted).join(' & ');
  const desks = [
    ...inside.map((id) => quoted(deskFacet(id))),
    ...outside.map((id) => `(${quoted(deskFacet(id))} & ${quoted(OPEN)})`),
  ];
  return [...facets.map(quoted), anyOf(desks)].join(' & ');
}

/** Whether there are other desks than these. */
async function isElsewhere(db: Db, ids: readonly string[]): Promise<boolean> {
  const others = db.selectFrom('desk').select('id').where('id', 'not in', ids).limit(1);
  return (await others.executeTakeFirst()) !== undefined;
}

/** So many words are looked for one by one: all that begin so cost the index several times as much as each. */
const MOST_WORDS_OF_BEGINNING = 16;

type Terms = readonly (readonly Term[])[];

/** The terms with the words of the index that begin so in place of a beginning, where they are few. */
async function withWordsOfBeginnings(db: Db, terms: Terms): Promise<Terms> {
  const beginnings = [...new Set(terms.flat().flatMap((term) => (term.is_beginning ? (term.keys.at(-1) ?? []) : [])))];
  const words = new Map<string, string[]>();
  for (const beginning of beginnings) words.set(beginning, await listBeginning(db, beginning));
  return terms.map((some) => some.flatMap((term) => (term.is_beginning ? inFull(term, words) : term)));
}

function inFull({ keys, is_beginning }: Term, words: ReadonlyMap<string, readonly string[]>): Term[] {
  const found = words.get(keys.at(-1) ?? '') ?? [];
  if (found.length === 0 || found.length > MOST_WORDS_OF_BEGINNING) return [{ keys, is_beginning }];
  return found.map((word) => ({ keys: [...keys.slice(0, -1), word], is_beginning: false }));
}

async function listBeginning(db: Db, beginning: string): Promise<string[]> {
  const { rows } = await sql<{ word: string }>`select word from search_word
    where word >= ${beginning} and word < ${`${beginning}\u{10ffff}`} limit ${MOST_WORDS_OF_BEGINNING + 1}`.execute(db);
  return rows.map(({ word }) => word);
}

function spelt({ keys, is_beginning }: Term, between: Between): string {
  const last = keys.length - 1;
  return `(${keys.map((key, place) => `${quoted(key)}${is_beginning && place === last ? ':*' : ''}`).join(between)})`;
}

function anyOf(spellings: string[]): string {
  return `(${spellings.join(' | ')})`;
}

function quoted(word: string): string {
  return `'${word.replaceAll(/['\\]/g, '')}'`;
}
