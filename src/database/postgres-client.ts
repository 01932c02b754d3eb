// A connection to PostgreSQL: what is asked in one turn goes there together, and is planned once.
import pg from 'pg';
import { CopyIn } from './copy-in.ts';
import { codeOf } from './engine.ts';
import { type Answer, type Asked, type Columns, type Home, Together, type Unanswered } from './postgres-answers.ts';
import { RowBlock } from './row-block.ts';
import { StatementNames } from './statement-names.ts';

/** For one connection: a plan of five tables takes 145 kB of the server's memory, and pages ask some four hundred in all. */
const MOST_PREPARED = 200;
const NOT_SUPPORTED = '0A000';
/** The types of texts, which come as they are. */
const TEXTS = new Set([25, 1043]);

const names = new StatementNames();

/** What `pg` can do with a statement, and does not say in its types. */
interface Closing {
  close(statement: { type: 'S'; name: string }): void;
}

export class PostgresClient extends pg.Client implements Home {
  /** The statements that the server keeps, the one left alone for longest first, each with its columns once they have come. */
  readonly #kept = new Map<string, Columns | null>();
  #waiting: Asked[] = [];
  #is_planned = false;
  #is_asking = false;
  #at_end: PromiseWithResolvers<void> | undefined;

  constructor(config?: pg.ClientConfig) {
    super(config);
    // One that breaks tells those who ask it, and ends.
    this.on('error', () => {});
  }

  /** As Kysely asks: a text and its parameters. */
  override query(text: unknown, values: unknown = []): never {
    return this.ask(text as string, values as readonly unknown[]) as never;
  }

  /** Asks, together with all that is asked in this turn and was to go along. */
  ask(text: string, values: readonly unknown[] = [], only_read?: 'only read'): Promise<Answer> {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    this.#waiting.push({ text, values, name: names.of(text), only_read: only_read !== undefined, resolve, reject });
    this.#plan();
    return promise;
  }

  /** What is asked next takes this along, before it: where this fails, that fails. */
  askAlong(text: string, values: readonly unknown[] = [], answered: (answer: Answer) => void = () => {}): void {
    this.#waiting.push({ text, values, name: names.of(text), goes_along: true, resolve: answered, reject: () => {} });
  }

  /** Asks what was to go along; kept once all of it is answered. */
  askNow(): Promise<void> {
    const last = this.#waiting.pop();
    if (last === undefined) return this.#is_asking ? this.#answered() : Promise.resolve();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const answered = (answer: Answer) => {
      last.resolve(answer);
      resolve();
    };
    const failed = (error: unknown) => {
      last.reject(error);
      reject(error);
    };
    this.#waiting.push({ ...last, goes_along: false, resolve: answered, reject: failed });
    this.#plan();
    return promise;
  }

  /** Kept once what went there last is answered: where it failed, whoever asked was told. */
  #answered(): Promise<void> {
    this.#at_end ??= Promise.withResolvers<void>();
    return this.#at_end.promise;
  }

  /** Asks nothing of what has not gone there yet, and gives back what that was. */
  leaveOut(): readonly string[] {
    const left = this.#waiting;
    this.#waiting = [];
    for (const { reject } of left) reject(new Error('The transaction ended before this was asked.'));
    return left.map(({ text }) => text);
  }

  #plan(): void {
    if (this.#is_planned || this.#is_asking) return;
    this.#is_planned = true;
    queueMicrotask(() => {
      this.#is_planned = false;
      this.#send();
    });
  }

  #send(): void {
    if (this.#is_asking || this.#waiting.length === 0) return;
    this.#closeOldest();
    this.#is_asking = true;
    const alone = this.#waiting.findIndex(goesAlone);
    const [first] = this.#waiting;
    if (alone === 0 && first !== undefined) {
      this.#waiting.shift();
      this.#askAlone(first);
    } else super.query(new Together(this.#waiting.splice(0, alone === -1 ? this.#waiting.length : alone), this));
  }

  #askAlone({ text, values, resolve, reject }: Asked): void {
    const done = (error: unknown, result: unknown) => {
      if (error) reject(error);
      else resolve(Array.isArray(result) ? { command: '', rowCount: 0, rows: [] } : (result as Answer));
      this.ended();
    };
    const [block] = values;
    super.query(block instanceof RowBlock ? new CopyIn(text, block, done) : new pg.Query(text, undefined, done));
  }

  columnsOf(name: string): Columns | null | undefined {
    const columns = this.#kept.get(name);
    if (columns === undefined) return undefined;
    this.#kept.delete(name);
    this.#kept.set(name, columns);
    return columns;
  }

  keep(name: string): void {
    this.#kept.set(name, null);
  }

  columnsCame(name: string, columns: Columns): void {
    this.#kept.set(name, columns);
  }

  readerOf(type: number): ((text: string) => unknown) | undefined {
    return TEXTS.has(type) ? undefined : this.getTypeParser(type, 'text');
  }

  failed({ asked, fresh, is_all }: Unanswered, error: unknown): readonly Asked[] {
    for (const name of fresh) this.#close(name);
    const [first, ...behind] = asked;
    const is_read = asked.every(({ only_read }) => only_read);
    // Somebody changed the tables meanwhile, so that what was planned gives other columns.
    const is_old = codeOf(error) === NOT_SUPPORTED && first?.name !== undefined && !fresh.includes(first.name);
    if (is_old) for (const { name } of asked) if (name !== undefined) this.#close(name);
    // A transaction is broken by now; the next one is planned anew.
    const is_alone = is_read || (is_all && asked.length === 1 && this.getTransactionStatus() === 'I');
    const again = is_old && is_alone ? asked : is_read ? behind : [];
    this.#waiting.unshift(...again);
    return asked.slice(0, asked.length - again.length);
  }

  ended(): void {
    this.#is_asking = false;
    this.#at_end?.resolve();
    this.#at_end = undefined;
    // What only goes along waits for what is asked next.
    if (this.#waiting.some(({ goes_along }) => !goes_along)) this.#send();
  }

  /** Between what is asked together: the server would pass over it behind a statement that fails. */
  #closeOldest(): void {
    for (const name of this.#kept.keys()) {
      if (this.#kept.size <= MOST_PREPARED) return;
      this.#close(name);
    }
  }

  /** The server's answer to this comes with that to the next question. */
  #close(name: string): void {
    this.#kept.delete(name);
    (this.connection as unknown as Closing).close({ type: 'S', name });
  }
}

/** Rows to be copied; and what may be several statements in one, which the server takes only without values. */
function goesAlone({ values, name }: Asked): boolean {
  return values[0] instanceof RowBlock || (name === undefined && values.length === 0);
}
