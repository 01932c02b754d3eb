// What later subjects know of sources and do with them, handed over where routes and jobs are mounted.
import type { Context } from '#src/context.ts';
import type { Range } from '#src/reading/text/range.ts';
import type { SourceFound } from './card/store.ts';
import type { SnapshotTable } from './snapshots/tables.ts';
import type { SourceTable } from './tables.ts';
import type { Miss } from './watch/watch.ts';

/**
 * Called when the copies of a source have changed, or two cards became one, in that transaction: await nothing but the
 * database. The articles that use the source are locked, and raised by the caller.
 */
export type OnCopiesChanged = (ctx: Context, source: Pick<SourceTable, 'id' | 'number' | 'desk_id'>) => Promise<void>;

/**
 * Called when the page of a source was captured again and reads otherwise, in that transaction: await nothing but the
 * database. `before_id` is the capture before.
 */
export type OnCapturedAgain = (
  ctx: Context,
  captured: { before_id: string; snapshot: Pick<SnapshotTable, 'id' | 'source_id' | 'desk_id'> },
) => Promise<void>;

/**
 * Called when the address of a source is held to be gone, in that transaction: await nothing but the database. The articles
 * that use the source are locked, and raised by the caller.
 */
export type OnAddressGone = (
  ctx: Context,
  source: Pick<SourceTable, 'id' | 'number' | 'desk_id'>,
  misses: readonly Miss[],
) => Promise<void>;

/**
 * Called when a source turns out to be a paper that was retracted, in that transaction: await nothing but the database. The
 * articles that use it are locked, and raised by the caller. `cause` says so in words. `is_confidential` where it is about to
 * become so.
 */
export type OnRetracted = (
  ctx: Context,
  source: Pick<SourceTable, 'id' | 'number' | 'desk_id'> & Partial<Pick<SourceTable, 'is_confidential'>>,
  cause: string,
) => Promise<void>;

/** Called for each source that a removed list named, in that transaction, as OnRetracted is. */
export type OnListRemoved = (
  ctx: Context,
  source: Pick<SourceTable, 'id' | 'number' | 'desk_id'>,
  list_name: string,
) => Promise<void>;

/** A use of a source as its card lists it. */
export interface UseOnCard {
  stance: { name: string; sign: string; label: string };
  grade: string;
  grade_words: string;
  passage: string;
  about: string;
  place: string;
  note: string;
  claim_number: number;
  statement: string;
  article: { number: number; title: string };
}

/** A passage that somebody noted, where it stands in the text of a copy. */
export interface PassageInCopy {
  ranges: readonly Range[];
  /** "The passage noted for claim 3 stands here, word for word." */
  words: string;
  claim: { id: number; number: number };
}

export interface SourceHooks {
  onCopiesChanged: OnCopiesChanged;
  onRetracted: OnRetracted;
  onListRemoved: OnListRemoved;
  /** The uses of a source, as the actor may see them in the role that the source was found in. */
  usesOf: (ctx: Context, source: SourceFound) => Promise<UseOnCard[]>;
  /** The passage of this use of a source; undefined where it does not stand in the copy. */
  passageIn: (ctx: Context, at: { snapshot_id: string; evidence_id: string }) => Promise<PassageInCopy | undefined>;
}
