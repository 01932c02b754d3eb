// What the log says of each row, kept on disk while it is re-traced, so that memory stays small.
import Database, { type Statement } from 'better-sqlite3';
import type { OldDoubt, OldFact } from './old-facts.ts';

/** What the last entry that spoke of a row kept of it. */
export interface ExpectedRow {
  table: string;
  key: string;
  /** Null where the row was deleted. */
  hash: string | null;
  salt: string;
  chain: string;
  number: number;
}

/** What entries from before there were hashes say of a row; `fields` is null where they took it away. */
export interface OldRow {
  table: string;
  key: string;
  fields: Record<string, unknown> | null;
  chain: string;
  number: number;
}

type StoredOld = { table_name: string; key: string; fields: string; chain: string; number: number };
type Stored = Omit<ExpectedRow, 'table'> & { table_name: string };

/** A database of its own that SQLite keeps in a nameless file and removes when it is closed. */
export class ExpectedRows {
  readonly #file = new Database('');
  readonly #put: Statement;
  readonly #get: Statement<[string, string], Stored>;
  readonly #see: Statement;

  constructor() {
    this.#file.exec(`pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -16000;
      create table expected (table_name text, key text, hash text, salt text, chain text, number integer,
        seen integer not null default 0, primary key (table_name, key)) without rowid;
      create table old (table_name text, key text, fields text, chain text, number integer,
        seen integer not null default 0, primary key (table_name, key)) without rowid`);
    this.#put = this.#file.prepare(
      `insert into expected (table_name, key, hash, salt, chain, number) values (?, ?, ?, ?, ?, ?)
        on conflict do update set hash = excluded.hash, salt = excluded.salt, chain = excluded.chain, number = excluded.number`,
    );
    this.#get = this.#file.prepare(
      'select table_name, key, hash, salt, chain, number from expected where table_name = ? and key = ?',
    );
    this.#see = this.#file.prepare('update expected set seen = 1 where table_name = ? and key = ?');
  }

  /** Takes in what an entry says; what it says counts before what earlier ones said. */
  put({ table, key, hash, salt, chain, number }: ExpectedRow): void {
    this.#put.run(table, key, hash, salt, chain, number);
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

  /** Takes in what an entry without hashes says. */
  putOld(said: OldFact | OldDoubt, { chain, number }: { chain: string; number: number }): void {
    if ('doubted' in said) {
      this.#doubt(said, chain);
      return;
    }
    const { table, key, fields } = said;
    const known = this.#findOld(table, key)?.fields ?? {};
    this.#file
      .prepare(
        `insert into old (table_name, key, fields, chain, number) values (?, ?, ?, ?, ?)
          on conflict do update set fields = excluded.fields, number = excluded.number`,
      )
      .run(table, key, JSON.stringify(fields === null ? null : { ...known, ...fields }), chain, number);
  }

  #doubt({ table, doubted, article_id }: OldDoubt, chain: string): void {
    this.#file
      .prepare(
        `update old set fields = json_remove(fields, ${doubted.map((field) => `'$.${field}'`).join(', ')})
          where table_name = ? and chain = ? and fields <> 'null'
            and (? is null or json_extract(fields, '$.article_id') = ?)`,
      )
      .run(table, chain, article_id ?? null, article_id ?? null);
  }

  /** What entries without hashes say of this row, which is there. */
  seeOld(table: string, key: string): OldRow | undefined {
    const found = this.#findOld(table, key);
    if (found !== undefined)
      this.#file.prepare('update old set seen = 1 where table_name = ? and key = ?').run(table, key);
    return found;
  }

  /** The rows of which only entries without hashes say that they are there, and which nobody has seen. */
  *unseenOld(): Generator<OldRow> {
    const rows = this.#file.prepare<[], StoredOld>(
      `select * from old where seen = 0 and fields <> 'null' and not exists (select 1 from expected
        where expected.table_name = old.table_name and expected.key = old.key) order by chain, number`,
    );
    for (const row of rows.iterate()) yield oldRow(row);
  }

  #findOld(table: string, key: string): OldRow | undefined {
    const found = this.#file
      .prepare<[string, string], StoredOld>('select * from old where table_name = ? and key = ?')
      .get(table, key);
    return found && oldRow(found);
  }

  find(table: string, key: string): ExpectedRow | undefined {
    const found = this.#get.get(table, key);
    return found && expected(found);
  }

  /** The rows of which the log says that they are there, and which nobody has seen. */
  *unseen(): Generator<ExpectedRow> {
    const rows = this.#file.prepare<[], Stored>(
      `select table_name, key, hash, salt, chain, number from expected
        where seen = 0 and hash is not null and table_name <> 'log_detail' order by chain, number, table_name, key`,
    );
    for (const row of rows.iterate()) yield expected(row);
  }

  close(): void {
    this.#file.close();
  }
}

function expected({ table_name, ...row }: Stored): ExpectedRow {
  return { table: table_name, ...row };
}

function oldRow({ table_name, key, fields, chain, number }: StoredOld): OldRow {
  return { table: table_name, key, fields: JSON.parse(fields), chain, number };
}
