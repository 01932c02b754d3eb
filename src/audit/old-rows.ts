// What entries from before there were hashes say of rows, kept on disk beside what the others say.
import type { Database as SqliteFile, Statement } from 'better-sqlite3';
import type { OldDoubt, OldFact } from './old-facts.ts';

/** What entries from before there were hashes say of a row; `fields` is null where they took it away. */
export interface OldRow {
  table: string;
  key: string;
  fields: Record<string, unknown> | null;
  chain: string;
  number: number;
}

type StoredOld = { table_name: string; key: string; fields: string; chain: string; number: number };

/** A table in the nameless file of ExpectedRows. */
export class OldRows {
  readonly #file: SqliteFile;
  readonly #put: Statement;
  readonly #get: Statement<[string, string], StoredOld>;
  readonly #see: Statement;
  readonly #doubts = new Map<string, Statement>();

  constructor(file: SqliteFile) {
    this.#file = file;
    file.exec(`create table old (table_name text, key text, fields text, chain text, number integer,
      seen integer not null default 0, primary key (table_name, key)) without rowid`);
    this.#put = file.prepare(
      `insert into old (table_name, key, fields, chain, number) values (?, ?, ?, ?, ?)
        on conflict do update set fields = excluded.fields, number = excluded.number`,
    );
    this.#get = file.prepare('select * from old where table_name = ? and key = ?');
    this.#see = file.prepare('update old set seen = 1 where table_name = ? and key = ?');
  }

  /** Takes in what an entry without hashes says. */
  put(said: OldFact | OldDoubt, { chain, number }: { chain: string; number: number }): void {
    if ('doubted' in said) {
      const { table, doubted, article_id = null } = said;
      this.#doubt(doubted).run(table, chain, article_id, article_id);
      return;
    }
    const { table, key, fields } = said;
    const known = this.#find(table, key)?.fields ?? {};
    this.#put.run(table, key, JSON.stringify(fields === null ? null : { ...known, ...fields }), chain, number);
  }

  /** What such entries say of this row, which is there. */
  see(table: string, key: string): OldRow | undefined {
    const found = this.#find(table, key);
    if (found !== undefined) this.#see.run(table, key);
    return found;
  }

  /** The rows of which only such entries say that they are there, and which nobody has seen. */
  *unseen(): Generator<OldRow> {
    const rows = this.#file.prepare<[], StoredOld>(
      `select * from old where seen = 0 and fields <> 'null' and not exists (select 1 from expected
        where expected.table_name = old.table_name and expected.key = old.key) order by chain, number`,
    );
    for (const row of rows.iterate()) yield oldRow(row);
  }

  #find(table: string, key: string): OldRow | undefined {
    const found = this.#get.get(table, key);
    return found && oldRow(found);
  }

  #doubt(doubted: readonly string[]): Statement {
    const fields = doubted.map((field) => `'$.${field}'`).join(', ');
    const known = this.#doubts.get(fields);
    if (known !== undefined) return known;
    const made = this.#file.prepare(
      `update old set fields = json_remove(fields, ${fields})
        where table_name = ? and chain = ? and fields <> 'null'
          and (? is null or json_extract(fields, '$.article_id') = ?)`,
    );
    this.#doubts.set(fields, made);
    return made;
  }
}

function oldRow({ table_name, key, fields, chain, number }: StoredOld): OldRow {
  return { table: table_name, key, fields: JSON.parse(fields), chain, number };
}
