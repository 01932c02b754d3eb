// The verbs of the index: it takes up what has changed, and is made again. It is in no log.
import { type Context, systemContext, transact } from '#src/context.ts';
import { type Db, engineOf } from '#src/database/engine.ts';
import { type Entry, entriesOf } from './entry.ts';
import {
  deleteEntries,
  deleteWaiting,
  firstIdAt,
  insertEntries,
  isWaiting,
  lastIdAt,
  listEntries,
  listWaiting,
  lockIndex,
  startAfresh,
  updateEntry,
} from './index-store.ts';
import type { EntryKind, SearchEntryTable } from './tables.ts';
import { listThings } from './thing-store.ts';

/** So much in one transaction, since others may want to save meanwhile. */
const AT_A_TIME = 100;
/** For a program that has the database to itself. */
export const ALONE_AT_A_TIME = 2_000;

export interface TakingUp {
  /** Is told how much was taken up, each time that some was. */
  tell?: (taken: number) => void;
  /** About as much and no more. */
  most?: number;
  at_a_time?: number;
  signal?: AbortSignal;
}

/** Takes up what has changed since it was looked at, some of it at a time; gives back how much. */
export async function takeUpChanges(
  { db }: Pick<Context, 'db'>,
  { tell = () => {}, most = Number.POSITIVE_INFINITY, at_a_time = AT_A_TIME, signal }: TakingUp = {},
): Promise<number> {
  let taken = 0;
  while (taken < most && !signal?.aborted && (await isWaiting(db))) {
    taken += await transact(systemContext(db), (ctx) => takeUpSome(ctx.db, at_a_time));
    tell(taken);
  }
  return taken;
}

/** Empties the index and has everything come into it again: for an index that is broken, or that a program of old made. */
export async function makeIndexAnew(ctx: Context, tell?: (taken: number) => void): Promise<number> {
  await transact(ctx, async (ctx) => {
    await lockIndex(ctx.db);
    await startAfresh(ctx.db);
  });
  return takeUpChanges(ctx, { at_a_time: ALONE_AT_A_TIME, ...(tell && { tell }) });
}

async function takeUpSome(db: Db, limit: number): Promise<number> {
  await lockIndex(db);
  const waiting = await listWaiting(db, limit);
  for (const [kind, some] of Map.groupBy(waiting, ({ kind }) => kind))
    await indexAnew(db, kind, [...new Set(some.map(({ subject_id }) => subject_id))]);
  if (waiting.length > 0)
    await deleteWaiting(
      db,
      waiting.map(({ id }) => id),
    );
  return waiting.length;
}

async function indexAnew(db: Db, kind: EntryKind, ids: string[]): Promise<void> {
  // SQLite's index has the place of each word, and finds such pairs by them.
  const with_pairs = engineOf(db) === 'postgres';
  const known = Map.groupBy(await listEntries(db, ids), ({ subject_id }) => subject_id);
  const things = new Map((await listThings(db, kind, ids)).map((thing) => [thing.subject_id, thing]));
  const last_ids = new Map<number, number>();
  const old: number[] = [];
  const fresh: SearchEntryTable[] = [];
  for (const id of ids) {
    const thing = things.get(id);
    const before = known.get(id) ?? [];
    const wanted = thing === undefined ? [] : entriesOf(thing, { with_pairs });
    old.push(...before.filter((one) => one.words !== wanted[one.piece]?.words).map((one) => one.id));
    if (thing === undefined) continue;
    for (const [piece, entry] of wanted.entries()) {
      // One that says the same stays as it is; one that says something else keeps its place among all.
      const { subject_id, article_id } = thing;
      const same = before.find((one) => one.piece === piece);
      if (same?.words === entry.words) {
        if (!isSame(same, entry)) await updateEntry(db, same, { ...same, ...entry });
        continue;
      }
      const place = same?.id ?? (await nextId(db, thing.made_at, last_ids));
      fresh.push({ id: place, kind, subject_id, piece, article_id, ...entry });
    }
  }
  await deleteEntries(db, old);
  await insertEntries(db, fresh);
}

function isSame(one: Entry, other: Entry): boolean {
  return one.later === other.later && one.facets === other.facets && one.standing === other.standing;
}

/** The next id of the second in which the thing was made; `last_ids` has those that were given meanwhile. */
async function nextId(db: Db, made_at: string, last_ids: Map<number, number>): Promise<number> {
  const second = firstIdAt(made_at);
  const next = (last_ids.get(second) ?? (await lastIdAt(db, made_at))) + 1;
  last_ids.set(second, next);
  return next;
}
