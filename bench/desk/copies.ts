// Copies an article of a SQLite file many times: all that hangs on it, and its entries of the log.
import { randomBytes } from 'node:crypto';
import type SqliteDatabase from 'better-sqlite3';
import canonicalize from 'canonicalize';
import { type Detail, hashOfDetail, hashOfEntry } from '#src/audit/log.ts';
import type { LogTable } from '#src/audit/tables.ts';
import { newId } from '#src/ids.ts';
import { needed } from '#src/item-at.ts';
import { belongingsOf, ID, type Row } from './belongings.ts';
import { rowsNotedBy } from './rows-noted.ts';

type Entry = LogTable & Detail;

/**
 * Makes so many copies of the article, each with ids, a number and sources of its own. The chain of the log goes on, an entry
 * for each of the article's, with the hashes of the rows as they are: `verify` has nothing to find.
 */
export function copyArticle(
  file: SqliteDatabase.Database,
  article: { id: string; number: number },
  copies: number,
): void {
  const whole = belongingsOf(file, article.id);
  const entries = entriesOf(file, whole.ids);
  const noted = rowsNotedBy(entries, whole.tables);
  const put = new Map(whole.tables.map(({ table, columns }) => [table, insertOf(file, table, columns)]));
  const log = logOf(file, entries);
  const sources = whole.tables.find(({ table }) => table === 'source')?.rows.length ?? 0;
  file.pragma('foreign_keys = off');
  for (let copy = 1; copy <= copies; copy += 1) {
    const change = changeFor(whole.ids, { copy, sources });
    file.transaction(() => {
      const rows = new Map(whole.tables.map((one) => [one.table, one.rows.map((row) => change(one.table, row))]));
      for (const [table, made] of rows) for (const row of made) put.get(table)?.run(Object.values(row));
      entries.forEach((entry, index) => {
        const salt = randomBytes(16).toString('hex');
        log.add(change('log', entry as unknown as Row) as unknown as Entry, noted(index, rows, salt), salt);
      });
    })();
  }
  log.close();
  const raise = file.prepare('update counter set value = value + ? where name = ?');
  raise.run(copies, 'article');
  raise.run(copies * sources, 'source');
  file.pragma('foreign_keys = on');
}

/** What a row is in this copy: ids that belong to the article are new, numbers go on, names of sources are others. */
function changeFor(ids: ReadonlySet<string>, { copy, sources }: { copy: number; sources: number }) {
  const fresh = new Map([...ids].sort().map((id) => [id, newId()]));
  return (table: string, row: Row): Row => {
    const changed: Row = {};
    for (const [column, value] of Object.entries(row)) {
      if (typeof value !== 'string' || value.length < 36) changed[column] = value;
      else changed[column] = fresh.get(value) ?? value.replace(ID, (id) => fresh.get(id) ?? id);
    }
    if (table === 'article') changed.number = Number(row.number) + copy;
    if (table !== 'source') return changed;
    changed.number = Number(row.number) + copy * sources;
    for (const name of ['title', 'title_key', 'url', 'url_key', 'search_text'])
      changed[name] = String(row[name]).replaceAll('tarn', `tarn${copy}`);
    return changed;
  };
}

function insertOf(file: SqliteDatabase.Database, table: string, columns: readonly string[]) {
  const names = columns.map((column) => `"${column}"`).join(', ');
  return file.prepare(`insert into "${table}" (${names}) values (${columns.map(() => '?').join(', ')})`);
}

function entriesOf(file: SqliteDatabase.Database, ids: ReadonlySet<string>): Entry[] {
  const all = file.prepare('select * from log join log_detail using (chain, number) order by number').all() as Entry[];
  return all.filter(({ subject, article_id }) => ids.has(article_id ?? '') || ids.has(subject.split(':')[1] ?? ''));
}

function logOf(file: SqliteDatabase.Database, entries: readonly Entry[]) {
  const { chain } = needed(entries[0], 'an entry of the article');
  const head = file.prepare('select number, hash from log_chain where chain = ?').get(chain) as LogTable;
  const entry = insertOf(file, 'log', [
    'chain',
    'number',
    'at',
    'actor',
    'verb',
    'subject',
    'article_id',
    'detail_hash',
    'previous',
    'hash',
  ]);
  const detail = insertOf(file, 'log_detail', ['chain', 'number', 'salt', 'before', 'after', 'rows']);
  return {
    add({ at, actor, verb, subject, article_id, before, after }: Entry, rows: object | null, salt: string): void {
      head.number += 1;
      const kept = { salt, before, after, rows: rows === null ? null : (canonicalize(rows) ?? null) };
      const detail_hash = hashOfDetail(kept);
      const said = {
        chain,
        number: head.number,
        at,
        actor,
        verb,
        subject,
        article_id,
        detail_hash,
        previous: head.hash,
      };
      head.hash = hashOfEntry(said);
      entry.run(Object.values({ ...said, hash: head.hash }));
      detail.run([chain, head.number, salt, before, after, kept.rows]);
    },
    close: () =>
      file.prepare('update log_chain set number = ?, hash = ? where chain = ?').run(head.number, head.hash, chain),
  };
}
