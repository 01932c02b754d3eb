// The verbs of the index: it takes up what has changed, and is made again. It is in no log.
import { type Context, systemContext, transact } from '#src/context.ts';
import type { Db } from '#src/database/schema.ts';
import { type Entry, entriesOf, type Indexed } from './entry.ts';
import {
  deleteEntries,
  deleteWaiting,
  freeIdAt,
  insertEntry,
  isWaiting,
  listEntries,
  listWaiting,
  lockIndex,
  startAfresh,
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
  const known = Map.groupBy(await listEntries(db, ids), ({ subject_id }) => subject_id);
  const things = new Map((await listThings(db, kind, ids)).map((thing) => [thing.subject_id, thing]));
  for (const id of ids) await putInPlace(db, things.get(id), known.get(id) ?? []);
}

/** Entries that say the same stay as they are; one that says something else keeps its place among all. */
async function putInPlace(db: Db, thing: Indexed | undefined, known: readonly SearchEntryTable[]): Promise<void> {
  const wanted = thing === undefined ? [] : entriesOf(thing);
  const is_same = (one: SearchEntryTable, other: Entry | undefined) =>
    one.words === other?.words && one.facets === other.facets;
  const old = known.filter((one) => !is_same(one, wanted[one.piece]));
  await deleteEntries(
    db,
    old.map(({ id }) => id),
  );
  if (thing === undefined) return;
  for (const [piece, entry] of wanted.entries()) {
    const before = known.find((one) => one.piece === piece);
    if (before !== undefined && is_same(before, entry)) continue;
    await insertEntry(db, thing, { ...entry, piece, id: before?.id ?? (await freeIdAt(db, thing.made_at)) });
  }
}
