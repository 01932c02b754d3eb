// What the log says of each row, kept on disk while it is re-traced, so that memory stays small.
import SqliteFile, { type Statement } from 'better-sqlite3';
import type { Database } from '#src/database/schema.ts';
import { OldRows } from './old-rows.ts';
import { columnsIn, isOfAll } from './row-hash.ts';

/** What an entry keeps of those columns of a row that no later one set. */
export interface Layer {
  hash: string;
  salt: string;
  chain: string;
  number: number;
  columns: string[];
}

/** What the log says of a row. */
export interface ExpectedRow {
  table: string;
  key: string;
  is_gone: boolean;
  /** Whether an entry spoke of all of it, and not only of what was changed in it. */
  is_made: boolean;
  /** The entry that spoke of it last. */
  chain: string;
  number: number;
  layers: Layer[];
}

/** What an entry says of a row; the hash is null where it was deleted. */
export type SaidOfRow = Omit<Layer, 'hash' | 'columns'> & { table: keyof Database; key: string; hash: string | null };

type Stored = {
  table_name: string;
  key: string;
  is_gone: number;
  is_made: number;
  chain: string;
  number: number;
  layers: string;
};

/** A database of its own that SQLite keeps in a nameless file and removes when it is closed. */
export class ExpectedRows {
  readonly #file = new SqliteFile('');
  /** What entries from before there were hashes say. */
  readonly old: OldRows;
  readonly #put: Statement;
  readonly #get: Statement<[string, string], Stored>;
  readonly #see: Statement;

  constructor() {
    this.#file.exec(`pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -16000;
      create table expected (table_name text, key text, is_gone integer, is_made integer, chain text, number integer, layers text,
        seen integer not null default 0, primary key (table_name, key)) without rowid;`);
    this.old = new OldRows(this.#file);
    this.#put = this.#file.prepare(
      `insert into expected (table_name, key, is_gone, is_made, chain, number, layers) values (?, ?, ?, ?, ?, ?, ?)
        on conflict do update set is_gone = excluded.is_gone, is_made = excluded.is_made, chain = excluded.chain,
          number = excluded.number, layers = excluded.layers`,
    );
    this.#get = this.#file.prepare('select * from expected where table_name = ? and key = ?');
    this.#see = this.#file.prepare('update expected set seen = 1 where table_name = ? and key = ?');
  }

  /** Takes in what an entry says: each column is held to the last entry that set it. */
  put({ table, key, hash, salt, chain, number }: SaidOfRow): void {
    if (hash === null) {
      this.#put.run(table, key, 1, 0, chain, number, '[]');
      return;
    }
    const columns = columnsIn(table, hash);
    const known = isOfAll(hash) ? undefined : this.find(table, key);
    const layers = (known?.layers ?? []).flatMap((layer) => {
      const left = layer.columns.filter((column) => !columns.includes(column));
      return left.length > 0 ? [{ ...layer, columns: left }] : [];
    });
    const is_made = isOfAll(hash) || known?.is_made === true;
    layers.push({ hash, salt, chain, number, columns });
    this.#put.run(table, key, 0, Number(is_made), chain, number, JSON.stringify(layers));
  }

  /** Takes in many at once, which is quicker. */
  together(work: () => void): void {
    this.#file.transaction(work)();
  }

  /** What the log says of this row, which is there; undefined where it never spoke of it. */
  see(table: string, key: string): ExpectedRow | undefined {
    const found = this.#get.get(table, key);
    if (found === undefined) return undefined;
    this.#see.run(table, key);
    return expected(found);
  }

  find(table: string, key: string): ExpectedRow | undefined {
    const found = this.#get.get(table, key);
    return found && expected(found);
  }

  /** The rows of which the log says that they are there, and which nobody has seen. */
  *unseen(): Generator<ExpectedRow> {
    const rows = this.#file.prepare<[], Stored>(
      `select * from expected where seen = 0 and is_gone = 0 and table_name <> 'log_detail'
        order by chain, number, table_name, key`,
    );
    for (const row of rows.iterate()) yield expected(row);
  }

  close(): void {
    this.#file.close();
  }
}

function expected({ table_name, key, is_gone, is_made, chain, number, layers }: Stored): ExpectedRow {
  const flags = { is_gone: is_gone === 1, is_made: is_made === 1 };
  return { table: table_name, key, ...flags, chain, number, layers: JSON.parse(layers) };
}
