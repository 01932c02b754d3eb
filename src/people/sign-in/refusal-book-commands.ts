// Refusals on their way into the security events: kept in memory, counted where many, written together.
import { nobodyContext, transact } from '#src/context.ts';
import type { Db } from '#src/database/schema.ts';
import { insertSecurityEvents, listPersonsOf, type NewSecurityEvent } from './security-event-store.ts';
import { type RefusalKind, rowOf, type SecurityEvent } from './security-events.ts';

const WRITTEN_EVERY = 1_000;
/** A flood that goes on is written ever more seldom, down to once in so long. */
const WRITTEN_AT_LEAST_EVERY = 60_000;
const FULL_WINDOWS_AT_ONE_PACE = 3;
/** Of one kind from one address, so many are rows of their own each time; the rest is a number. */
const SINGLY = 5;
const MOST_SINGLY = 50;
const MOST_COUNTED = 50;
const KEPT_AFTER_A_FAILURE = 200;

export type Refusal = SecurityEvent<RefusalKind>;

interface Count {
  kind: RefusalKind;
  /** Null for all the addresses that there was no room for. */
  address: string | null;
  at: string;
  count: number;
}

class RefusalBook {
  readonly #db: Db;
  #rows: NewSecurityEvent[] = [];
  #noted = new Map<string, number>();
  #counts = new Map<string, Count>();
  #timer: NodeJS.Timeout | undefined;
  #written_at = Number.NEGATIVE_INFINITY;
  #full_windows = 0;
  #writing: Promise<void> = Promise.resolve();

  constructor(db: Db) {
    this.#db = db;
  }

  note(refusal: Refusal): void {
    const from = `${refusal.kind} ${refusal.address ?? ''}`;
    const noted = (this.#noted.get(from) ?? 0) + 1;
    if (noted <= SINGLY && this.#rows.length < MOST_SINGLY) {
      this.#noted.set(from, noted);
      this.#rows.push(rowOf(refusal));
    } else this.#count(from, refusal);
    this.#timer ??= setTimeout(() => void this.write().catch(() => undefined), this.#untilWritten()).unref();
  }

  /** Writes what there is, in one transaction. Where that fails, it is kept for the next time, within bounds. */
  write(): Promise<void> {
    this.#writing = this.#writing.catch(() => undefined).then(() => this.#writeWindow());
    return this.#writing;
  }

  #count(from: string, { kind, address = null, at }: Refusal): void {
    const has_room = this.#counts.has(from) || this.#counts.size < MOST_COUNTED;
    const key = has_room ? from : `${kind} of others`;
    const count = (this.#counts.get(key)?.count ?? 0) + 1;
    this.#counts.set(key, { kind, address: has_room ? address : null, at, count });
  }

  /** A single refusal is written at once, those after it together. */
  #untilWritten(): number {
    const times = 2 ** Math.max(0, this.#full_windows - FULL_WINDOWS_AT_ONE_PACE);
    const pace = Math.min(WRITTEN_AT_LEAST_EVERY, WRITTEN_EVERY * times);
    return Math.max(0, this.#written_at + pace - performance.now());
  }

  async #writeWindow(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#written_at = performance.now();
    const rows = [...this.#rows, ...[...this.#counts.values()].map(rowOfCount)];
    this.#full_windows = this.#counts.size > 0 ? this.#full_windows + 1 : 0;
    this.#rows = [];
    this.#noted.clear();
    this.#counts.clear();
    if (rows.length === 0) return;
    try {
      await transact(nobodyContext(this.#db), async ({ db }) => insertSecurityEvents(db, await withPersons(db, rows)));
    } catch (error) {
      this.#rows = [...rows, ...this.#rows].slice(0, KEPT_AFTER_A_FAILURE);
      throw error;
    }
  }
}

function rowOfCount({ kind, address, at, count }: Count): NewSecurityEvent {
  const whence = address === null ? 'from other addresses' : 'from this address';
  return rowOf({ kind, address, at, detail: `and ${count.toLocaleString('en')} more ${whence}` });
}

async function withPersons(db: Db, rows: NewSecurityEvent[]): Promise<NewSecurityEvent[]> {
  const keys = rows.flatMap(({ email_key, person_id }) =>
    email_key !== null && person_id === null ? [email_key] : [],
  );
  const persons = await listPersonsOf(db, [...new Set(keys)]);
  return rows.map((row) => ({ ...row, person_id: row.person_id ?? persons.get(row.email_key ?? '') ?? null }));
}

const books = new WeakMap<Db, RefusalBook>();

function bookOf(db: Db): RefusalBook {
  const book = books.get(db) ?? new RefusalBook(db);
  books.set(db, book);
  return book;
}

/** Notes a refusal in memory: it is written with others within a second, in a long flood within a minute. Costs no transaction. */
export function noteRefusal(db: Db, refusal: Refusal): void {
  if (db.isTransaction) throw new Error(`${refusal.kind} was noted inside a transaction, which may be undone`);
  bookOf(db).note(refusal);
}

/** Writes the refusals that are still in memory: before the database is closed. */
export async function writeRefusals(db: Db): Promise<void> {
  await books.get(db)?.write();
}

/** What csrf.ts tells of a refused post: noted with who was signed in and where it came from. */
export function noteForeignPost(db: Db, clock: () => string) {
  return (req: { ip?: string | undefined; user?: { id: string } | undefined }, detail: string): void => {
    const [person_id, address] = [req.user?.id ?? null, req.ip ?? null];
    noteRefusal(db, { at: clock(), kind: 'post.refused', person_id, address, detail });
  };
}
