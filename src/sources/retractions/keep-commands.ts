// The verb that reads a list of retracted papers and keeps its lines, while it does not stand yet.
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import { type Context, transact } from '#src/context.ts';
import { RuleBroken } from '#src/errors.ts';
import { isLong, othersTurn } from '#src/others-turn.ts';
import { insertLines, listSourcesWith, type SourceInList } from './line-store.ts';
import { type Entry, readList } from './read-list.ts';
import type { RetractionKind, RetractionListTable } from './tables.ts';

export type ListCounts = Record<RetractionKind | 'without_doi' | 'unread', number>;

export interface ListRead {
  /** Papers, each once for each kind. */
  entries: number;
  counts: ListCounts;
  /** What could not be read, by line. */
  remarks: string[];
  /** The sources of the desk that are named in it. */
  sources: SourceInList[];
}

const AT_ONCE = 200;
const MOST_ENTRIES = 500_000;
const MOST_REMARKS = 100;

type List = Pick<RetractionListTable, 'id' | 'desk_id'>;

/**
 * Keeps the lines of a list. Never more of it than some hundred lines is held at once, and others have their turn between
 * them. RuleBroken where it is none, or has no paper. Not inside a transaction.
 */
export async function keepLines(
  ctx: Context,
  list: List,
  {
    pieces,
    signal,
    tell,
  }: { pieces: AsyncIterable<Uint8Array>; signal?: AbortSignal; tell?: (entries: number) => void },
): Promise<ListRead> {
  const keeper = new LineKeeper(ctx, list);
  for await (const line of readList(pieces)) {
    // Lines that cannot be read fill nothing, and there may be millions of them.
    if (isLong()) await othersTurn();
    if ('entry' in line) await keeper.add(line.entry);
    else if ('remark' in line) keeper.remark(line.remark);
    else keeper.counts.without_doi += 1;
    if (!keeper.is_full) continue;
    await keeper.flush();
    signal?.throwIfAborted();
    tell?.(keeper.entries);
    await yieldToEventLoop();
  }
  return keeper.end();
}

class LineKeeper {
  readonly #ctx: Context;
  readonly #list: List;
  readonly #remarks: string[] = [];
  readonly #sources = new Map<string, SourceInList>();
  #waiting: Entry[] = [];
  entries = 0;
  counts: ListCounts = { retraction: 0, concern: 0, correction: 0, reinstatement: 0, without_doi: 0, unread: 0 };

  constructor(ctx: Context, list: List) {
    this.#ctx = ctx;
    this.#list = list;
  }

  get is_full(): boolean {
    return this.#waiting.length >= AT_ONCE;
  }

  add(entry: Entry): void {
    this.counts[entry.kind] += 1;
    this.#waiting.push(entry);
  }

  remark(words: string): void {
    this.counts.unread += 1;
    if (this.#remarks.length < MOST_REMARKS) this.#remarks.push(words);
  }

  async flush(): Promise<void> {
    const entries = this.#waiting;
    this.#waiting = [];
    if (entries.length === 0) return;
    const { id: list_id, desk_id } = this.#list;
    const rows = entries.map((entry) => ({ ...entry, list_id, desk_id }));
    this.entries += await transact(this.#ctx, (ctx) => insertLines(ctx.db, rows));
    if (this.entries > MOST_ENTRIES)
      throw new RuleBroken(
        `The list has more than ${MOST_ENTRIES.toLocaleString('en')} papers, which is the limit. Nothing was imported.`,
        'file',
      );
    const dois = [...new Set(entries.map(({ doi }) => doi))];
    for (const source of await listSourcesWith(this.#ctx.db, desk_id, dois)) this.#sources.set(source.id, source);
  }

  async end(): Promise<ListRead> {
    await this.flush();
    if (this.entries === 0)
      throw new RuleBroken(
        `No line of this file could be read as a paper with a DOI. ${this.#remarks[0] ?? ''} Nothing was imported.`,
        'file',
      );
    const { entries, counts } = this;
    return { entries, counts, remarks: this.#remarks, sources: [...this.#sources.values()] };
  }
}
