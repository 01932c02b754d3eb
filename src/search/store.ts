// What the index has of a question, whichever engine keeps it.
import { type Db, engineOf } from '#src/database/engine.ts';
import type { Asked, Hits, Wanted } from './asked.ts';
import { listAlikeOnPostgres, listHitsOnPostgres } from './postgres-store.ts';
import { listAlikeOnSqlite, listHitsOnSqlite } from './sqlite-store.ts';
import type { EntryKind } from './tables.ts';

/** What the question finds of each kind, newest first and each thing once; nothing where it asks at no desk. */
export async function listHits(db: Db, asked: Asked, wanted: Wanted): Promise<Map<EntryKind, Hits>> {
  if (asked.kinds.length === 0 || asked.reach.inside.length + asked.reach.outside.length === 0) return new Map();
  const list = engineOf(db) === 'sqlite' ? listHitsOnSqlite : listHitsOnPostgres;
  const hits = await list(db, asked, wanted);
  return new Map([...hits].map(([kind, { count, subjects }]) => [kind, { count, subjects: [...new Set(subjects)] }]));
}

/** By each of these words those of the index that look like it by their pieces of three letters, the most alike first. */
export async function listAlike(db: Db, words: Iterable<string>, limit: number): Promise<Map<string, string[]>> {
  const pieces_of = new Map(
    [...words].map((word) => [word, piecesOf(word)] as const).filter(([, { length }]) => length),
  );
  if (pieces_of.size === 0) return new Map();
  const list = engineOf(db) === 'sqlite' ? listAlikeOnSqlite : listAlikeOnPostgres;
  const alike = Map.groupBy(await list(db, pieces_of, limit), ({ typed }) => typed);
  return new Map([...alike].map(([typed, rows]) => [typed, rows.map(({ word }) => word)]));
}

function piecesOf(word: string): string[] {
  const letters = [...word];
  return [...new Set(letters.slice(2).map((letter, at) => `${letters[at]}${letters[at + 1]}${letter}`))];
}
