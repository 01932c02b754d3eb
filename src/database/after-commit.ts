// What is told within this process after a commit: of which articles and desks the pages changed.
import { watchOver } from './row-watch.ts';
import type { Db } from './schema.ts';

/** Of every desk: what changed is named by nothing else. */
export const EVERYTHING = '*';

type Listener = (ids: readonly string[]) => void;

const listeners = new WeakMap<Db, Set<Listener>>();

/** Notes that pages of the article or the desk with this id change with this transaction, for those who listen once it has committed. */
export function tellAfterCommit(db: Db, id: string): void {
  watchOver(db)?.changed.add(id);
}

/** Calls back after each commit on this database, in this process, that changed pages. Returns what ends it. */
export function onCommit(db: Db, listener: Listener): () => void {
  const all = listeners.get(db) ?? new Set();
  listeners.set(db, all.add(listener));
  return () => all.delete(listener);
}

/** For `transact` alone. */
export function tellCommitted(db: Db, ids: ReadonlySet<string>): void {
  if (ids.size === 0) return;
  for (const listener of listeners.get(db) ?? []) listener([...ids]);
}
