// Statements that go to PostgreSQL in one message and are answered together.
import type pg from 'pg';
import { written } from './postgres-values.ts';

export interface Answer {
  readonly command: string;
  readonly rowCount: number;
  readonly rows: Record<string, unknown>[];
}

/** A statement with its values, and whoever waits for its answer. */
export interface Asked {
  readonly text: string;
  readonly values: readonly unknown[];
  /** Under which the server keeps it; undefined where it is planned anew. */
  readonly name: string | undefined;
  /** Nothing is stored by it, nor by what it goes there with: it may be asked again. */
  readonly only_read?: boolean;
  /** Nobody waits for its answer alone. */
  readonly goes_along?: boolean;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

type Reader = (text: string) => unknown;

/** How each column of an answer is called and read; a text is taken as it comes. */
export type Columns = readonly { readonly name: string; readonly read: Reader | undefined }[];

/** What a connection knows of its server, and is told by those who ask there. */
export interface Home {
  /** The columns of a statement that the server keeps, null where they are still to come; undefined where it does not keep it. */
  columnsOf(name: string): Columns | null | undefined;
  /** From now on the server keeps it. */
  keep(name: string): void;
  columnsCame(name: string, columns: Columns): void;
  readerOf(type: number): Reader | undefined;
  /** One has failed, and the server has passed over those behind it: which of them it is for, where the others are asked again. */
  failed(of: Unanswered, error: unknown): readonly Asked[];
  ended(): void;
}

export interface Unanswered {
  readonly asked: readonly Asked[];
  /** What the server has not kept before. */
  readonly fresh: readonly string[];
  /** Nothing went with it that is answered already. */
  readonly is_all: boolean;
}

/** The part of `pg`'s connection that takes messages. */
interface Wire {
  stream: { cork(): void; uncork(): void };
  parse(message: { text: string; name: string }): void;
  bind(message: {
    statement: string;
    values: readonly unknown[];
    valueMapper: (value: unknown) => string | Buffer | null;
  }): void;
  describe(message: { type: 'P' }): void;
  execute(message: object): void;
  sync(): void;
  sendCopyFail(message: string): void;
}

const NO_COLUMNS: Columns = [];
const NOTHING = {};
const PORTAL = { type: 'P' } as const;

/**
 * What `pg` submits as one question. Where one statement fails the server passes over those behind it: what was only read of
 * them is asked again, and others fail with it.
 */
export class Together implements pg.Submittable {
  readonly asked: readonly Asked[];
  /** Only so that `pg` makes no promise of its own. */
  readonly callback = (): void => {};
  readonly #home: Home;
  /** Statements that the server did not keep before. */
  readonly #fresh: string[] = [];
  #place = 0;
  #columns: Columns = NO_COLUMNS;
  #rows: Record<string, unknown>[] = [];
  #unreadable: unknown;

  constructor(asked: readonly Asked[], home: Home) {
    this.asked = asked;
    this.#home = home;
  }

  submit(connection: pg.Connection): void {
    const wire = connection as unknown as Wire;
    wire.stream.cork();
    try {
      for (const asked of this.asked) this.#send(wire, asked);
    } catch (error) {
      // A value that cannot be written: what went before it is answered.
      this.#unreadable = error;
    }
    wire.sync();
    wire.stream.uncork();
    this.#begin();
  }

  #send(wire: Wire, { text, values, name = '' }: Asked): void {
    const columns = name === '' ? undefined : this.#home.columnsOf(name);
    if (columns === undefined) wire.parse({ text, name });
    if (columns === undefined && name !== '') {
      this.#home.keep(name);
      this.#fresh.push(name);
    }
    wire.bind({ statement: name, values, valueMapper: written });
    if (!columns) wire.describe(PORTAL);
    wire.execute(NOTHING);
  }

  #begin(): void {
    const name = this.asked[this.#place]?.name;
    this.#columns = (name !== undefined && this.#home.columnsOf(name)) || NO_COLUMNS;
    this.#rows = [];
  }

  handleRowDescription({ fields }: { fields: readonly { name: string; dataTypeID: number }[] }): void {
    this.#columns = fields.map(({ name, dataTypeID }) => ({ name, read: this.#home.readerOf(dataTypeID) }));
  }

  handleDataRow({ fields }: { fields: readonly (string | null)[] }): void {
    try {
      this.#rows.push(rowOf(this.#columns, fields));
    } catch (error) {
      this.#unreadable ??= error;
    }
  }

  handleCommandComplete({ text }: { text: string }): void {
    const asked = this.asked[this.#place];
    if (asked?.name !== undefined) this.#home.columnsCame(asked.name, this.#columns);
    if (this.#unreadable !== undefined) asked?.reject(this.#unreadable);
    else asked?.resolve({ ...countIn(text), rows: this.#rows });
    this.#place += 1;
    this.#begin();
  }

  handleEmptyQuery(): void {
    this.handleCommandComplete({ text: '' });
  }

  handleCopyInResponse(connection: Wire): void {
    connection.sendCopyFail('No rows are sent with this statement.');
  }

  handleError(error: unknown): void {
    this.#endWith(error);
    this.#home.ended();
  }

  handleReadyForQuery(): void {
    this.#endWith(this.#unreadable);
    this.#home.ended();
  }

  #endWith(error: unknown): void {
    const asked = this.asked.slice(this.#place);
    this.#place = this.asked.length;
    if (asked.length === 0) return;
    const is_all = asked.length === this.asked.length;
    for (const { reject } of this.#home.failed({ asked, fresh: this.#fresh, is_all }, error)) reject(error);
  }
}

function rowOf(columns: Columns, fields: readonly (string | null)[]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  let place = 0;
  for (const { name, read } of columns) {
    const text = fields[place] ?? null;
    row[name] = text === null || read === undefined ? text : read(text);
    place += 1;
  }
  return row;
}

/** What the server says it did, and to how many rows: `UPDATE 3`, `INSERT 0 1`. */
function countIn(text: string): { command: string; rowCount: number } {
  const words = text.split(' ');
  return { command: words[0] ?? '', rowCount: Number(words.at(-1)) || 0 };
}
