// What the index has of a question, whichever engine keeps it.
import { type Db, engineOf } from '#src/database/engine.ts';
import type { Asked } from './asked.ts';
import { listAlikeOnPostgres, listHitsOnPostgres } from './postgres-store.ts';
import { listAlikeOnSqlite, listHitsOnSqlite } from './sqlite-store.ts';

/** The ids of the entries that the question asks for, newest first; none where it asks at no desk. */
export async function listHits(db: Db, asked: Asked, limit: number): Promise<number[]> {
  if (asked.reach.inside.length + asked.reach.outside.length === 0) return [];
  return engineOf(db) === 'sqlite' ? listHitsOnSqlite(db, asked, limit) : listHitsOnPostgres(db, asked, limit);
}

/** The things that these entries are of, in their order, each once: a long text has several entries. */
export async function listSubjects(db: Db, ids: number[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('search_entry')
    .select('subject_id')
    .where('id', 'in', ids)
    .orderBy('id', 'desc')
    .execute();
  return [...new Set(rows.map(({ subject_id }) => subject_id))];
}

/** Words of the index that look like this one by their pieces of three letters, the most alike first. */
export async function listAlike(db: Db, word: string, limit: number): Promise<string[]> {
  const letters = [...word];
  const pieces = [...new Set(letters.slice(2).map((letter, at) => `${letters[at]}${letters[at + 1]}${letter}`))];
  if (pieces.length === 0) return [];
  return engineOf(db) === 'sqlite' ? listAlikeOnSqlite(db, pieces, limit) : listAlikeOnPostgres(db, pieces, limit);
}
