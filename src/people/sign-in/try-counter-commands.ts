// Counts tries so that all processes know: many together, and those locked out without asking each time.
import { setTimeout as wait } from 'node:timers/promises';
import { nobodyContext, transact } from '#src/context.ts';
import type { Db } from '#src/database/schema.ts';
import { DeskBusy } from '#src/errors.ts';
import { deleteSurplusGuesses, listGuesses } from './guess-store.ts';
import { Pace } from './pace.ts';
import type { Counted } from './throttle-rules.ts';
import { countInTurn, keysOf, type Try, wholeWait } from './try-batch.ts';

/** So many tries are counted in one transaction, and so many wait for it at most. */
const TOGETHER = 100;
const MOST_WAITING = 1_000;
/** So many transactions are free, then there are five in a second. */
const FREE_TRANSACTIONS = 20;
const TRANSACTION_MILLISECONDS = 200;
/** So long a wait is believed without asking the database: another process may have ended it. */
const BELIEVED_MILLISECONDS = 2_000;
const MOST_BELIEVED = 10_000;
const SWEPT_AFTER_TRIES = 5_000;

type Waiting = Try & { resolve: (locked_until: string | null) => void; reject: (error: unknown) => void };

/** What was believed before is asked again: somebody's tries are forgotten. */
export function believeNoWait(): void {
  times_forgotten += 1;
}

let times_forgotten = 0;

class TryCounter {
  readonly #db: Db;
  readonly #believed = new Map<string, { counted: Counted; asked_again: number; times_forgotten: number }>();
  readonly #waiting: Waiting[] = [];
  #is_counting = false;
  readonly #pace = new Pace(FREE_TRANSACTIONS, TRANSACTION_MILLISECONDS);
  #tries_since_sweep = 0;

  constructor(db: Db) {
    this.#db = db;
  }

  /** Until when there is no try under one of these keys, as far as it is known without asking; else null. */
  known(one: Try): string | null {
    const now = performance.now();
    const fresh = keysOf([one]).flatMap((key): [string, Counted][] => {
      const found = this.#believed.get(key);
      const is_fresh = found && found.asked_again > now && found.times_forgotten === times_forgotten;
      return is_fresh ? [[key, found.counted]] : [];
    });
    return wholeWait(one, new Map(fresh));
  }

  /** Counts a try under each of its keys, or tells until when (ISO text) there is none under one of them. */
  count(one: Try): Promise<string | null> {
    const known = this.known(one);
    if (known !== null) return Promise.resolve(known);
    const is_known = one.keys.every(({ guessed_at }) => guessed_at === 'device' || guessed_at === 'own');
    if (this.#waiting.length >= MOST_WAITING && !is_known) return Promise.reject(new DeskBusy());
    const { promise, resolve, reject } = Promise.withResolvers<string | null>();
    const waiting = { ...one, resolve, reject };
    // A flood of strangers keeps nobody waiting whom the desk knows.
    if (is_known) this.#waiting.unshift(waiting);
    else this.#waiting.push(waiting);
    if (!this.#is_counting) void this.#countAll();
    return promise;
  }

  async #countAll(): Promise<void> {
    this.#is_counting = true;
    // Those who come in the same moment are counted with it.
    await wait(0);
    while (this.#waiting.length > 0) {
      const tries = this.#waiting.splice(0, TOGETHER);
      await this.#countTogether(tries).catch((error) => {
        for (const { reject } of tries) reject(error);
      });
    }
    this.#is_counting = false;
  }

  /** Who is locked out learns it by a look; only the others cost a transaction, all of them one. */
  async #countTogether(tries: Waiting[]): Promise<void> {
    const looked_at = await listGuesses(this.#db, keysOf(tries));
    const open = tries.filter((one) => {
      const until = wholeWait(one, looked_at);
      if (until !== null) one.resolve(until);
      return until === null;
    });
    this.#believe(looked_at);
    if (open.length === 0) return;
    await this.#pace.take();
    const { outcomes, counts } = await transact(nobodyContext(this.#db, open[0]?.at), (ctx) => countInTurn(ctx, open));
    this.#believe(counts);
    for (const [index, one] of open.entries()) one.resolve(outcomes[index] ?? null);
    await this.#sweep(open);
  }

  async #sweep(counted: Try[]): Promise<void> {
    this.#tries_since_sweep += counted.length;
    if (this.#tries_since_sweep < SWEPT_AFTER_TRIES) return;
    this.#tries_since_sweep = 0;
    await transact(nobodyContext(this.#db, counted[0]?.at), ({ db }) => deleteSurplusGuesses(db));
  }

  #believe(counts: Map<string, Counted>): void {
    if (this.#believed.size > MOST_BELIEVED) this.#believed.clear();
    const asked_again = performance.now() + BELIEVED_MILLISECONDS;
    for (const [key, counted] of counts) this.#believed.set(key, { counted, asked_again, times_forgotten });
  }
}

const counters = new WeakMap<Db, TryCounter>();

/** The counter of this database in this process. */
export function counterOf(db: Db): TryCounter {
  const counter = counters.get(db) ?? new TryCounter(db);
  counters.set(db, counter);
  return counter;
}
