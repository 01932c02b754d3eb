// Opening a database: what cannot be used is said in one sentence, and nothing is harmed.
// Waits for most of its time.
import assert from 'node:assert/strict';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import SqliteDatabase from 'better-sqlite3';
import { sql } from 'kysely';
import type { Config } from '#src/config.ts';
import { openDatabase } from '#src/database/connect.ts';
import { sqliteFileOf } from '#src/database/sqlite-file.ts';
import { onEngine, onSqlite } from '#tests/support/engines.ts';
import { freePort } from '#tests/support/postgres.ts';
import { type Program, startProgram } from '#tests/support/program.ts';

const folder = mkdtempSync(join(tmpdir(), 'claimdesk-connect-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const program = (name: string) => join(import.meta.dirname, 'programs', name);

let count = 0;
function newFolder(): string {
  count += 1;
  return join(folder, String(count));
}

function unusable(sentence: RegExp): { name: string; message: RegExp } {
  return { name: 'DatabaseUnusable', message: sentence };
}

onSqlite((engine) => {
  /** A closed database file of the desk's own tables, with a little in it. */
  async function closedFile(): Promise<{ data_dir: string; database_url: null; file: string }> {
    const { data_dir } = await engine.freshConfig();
    const { db, close } = await openDatabase({ data_dir, database_url: null });
    for (let index = 0; index < 200; index += 1)
      await sql`insert into setting (name, value) values (${`name ${index}`}, ${'x'.repeat(500)})`.execute(db);
    await close();
    return { data_dir, database_url: null, file: sqliteFileOf(data_dir) };
  }

  test('a folder that is missing is made, for its owner alone', async () => {
    const data_dir = join(newFolder(), 'deep/er');
    const { close } = await openDatabase({ data_dir, database_url: null });
    await close();
    assert.ok(existsSync(sqliteFileOf(data_dir)));
    assert.equal(statSync(data_dir).mode & 0o777, 0o700);
  });

  test('every opening, also of a file that has a write-ahead log, waits for the disk and watches foreign keys', async () => {
    const config = await closedFile();
    for (let opening = 0; opening < 2; opening += 1) {
      const { db, close } = await openDatabase(config);
      const rules =
        await sql`select (select synchronous from pragma_synchronous) as synchronous, (select foreign_keys from pragma_foreign_keys) as foreign_keys,
        (select recursive_triggers from pragma_recursive_triggers) as recursive_triggers, (select journal_mode from pragma_journal_mode) as journal_mode,
        (select timeout from pragma_busy_timeout) as busy_timeout`.execute(db);
      assert.deepEqual(rules.rows, [
        { synchronous: 2, foreign_keys: 1, recursive_triggers: 1, journal_mode: 'wal', busy_timeout: 0 },
      ]);
      await close();
    }
  });

  let in_a_process: Promise<{ config: Config; server: Program }> | undefined;
  after(async () => (await in_a_process)?.server.kill());

  /** A server in a process of its own, started once: it runs until a test has killed it. */
  function serverOfItsOwn() {
    in_a_process ??= (async () => {
      const config = await engine.freshConfig();
      const server = startProgram(program('open-as-server.ts'), [config.data_dir]);
      await server.said('open');
      return { config, server };
    })();
    return in_a_process;
  }

  test('a second server on the same folder is refused, a command is not', async () => {
    const { config } = await serverOfItsOwn();
    await assert.rejects(
      openDatabase(config, 'server'),
      unusable(/^Another Claimdesk server already runs on .*: stop it first/),
    );
    const command = await openDatabase(config, 'command');
    await sql`insert into setting (name, value) values ('said', 'beside a server')`.execute(command.db);
    await command.close();
  });

  test('a server that was killed does not keep the next one out', async () => {
    const { config, server } = await serverOfItsOwn();
    await server.kill();
    const next = await openDatabase(config, 'server');
    await next.close();
  });

  test('two servers in one process are refused as well, and closing the first lets the second in', async () => {
    const config = { data_dir: newFolder(), database_url: null };
    const first = await openDatabase(config, 'server');
    await assert.rejects(openDatabase(config, 'server'), unusable(/Another Claimdesk server/));
    await first.close();
    await (await openDatabase(config, 'server')).close();
  });

  test('the demo begins with an empty file, but never under a running demo', async () => {
    const config = await closedFile();
    const demo = await openDatabase(config, 'demo');
    assert.deepEqual(await demo.db.introspection.getTables(), []);
    await assert.rejects(openDatabase(config, 'demo'), unusable(/Another Claimdesk server/));
    await demo.close();
  });

  test('a file that is no database is refused and left alone', async () => {
    const data_dir = newFolder();
    mkdirSync(data_dir);
    writeFileSync(sqliteFileOf(data_dir), 'a shopping list\n'.repeat(500));
    await assert.rejects(
      openDatabase({ data_dir, database_url: null }),
      unusable(/is not a Claimdesk database, or it is damaged/),
    );
    assert.match(readFileSync(sqliteFileOf(data_dir), 'utf8'), /^a shopping list/);
  });

  test('a database with a page overwritten is refused', async () => {
    const config = await closedFile();
    const bytes = readFileSync(config.file);
    bytes.fill(0xa5, 4096 * 3, 4096 * 6);
    writeFileSync(config.file, bytes);
    await assert.rejects(openDatabase(config), unusable(/is damaged: restore a backup/));
  });

  test('a database cut short is refused', async () => {
    const config = await closedFile();
    truncateSync(config.file, Math.floor(statSync(config.file).size / 8192) * 4096);
    await assert.rejects(openDatabase(config), unusable(/is damaged: restore a backup/));
  });

  test('a folder where the file should be is refused', async () => {
    const data_dir = newFolder();
    mkdirSync(sqliteFileOf(data_dir), { recursive: true });
    await assert.rejects(openDatabase({ data_dir, database_url: null }), unusable(/cannot be opened/));
  });

  test('a file that may only be read is refused with a sentence', { skip: process.platform === 'win32' }, async () => {
    const { file } = await closedFile();
    const data_dir = newFolder();
    mkdirSync(data_dir);
    copyFileSync(file, sqliteFileOf(data_dir));
    chmodSync(sqliteFileOf(data_dir), 0o444);
    chmodSync(data_dir, 0o777);
    if (process.getuid?.() === 0) chmodSync(folder, 0o755);
    const said = await startProgram(program('open-without-rights.ts'), [data_dir]).ended();
    assert.match(said, /^DatabaseUnusable: .* can only be read: give this user the right/);
    assert.deepEqual(readFileSync(sqliteFileOf(data_dir)), readFileSync(file));
  });

  test('a file that another program keeps locked is refused after a few seconds', async () => {
    const config = await closedFile();
    const other = new SqliteDatabase(config.file);
    other.pragma('locking_mode = exclusive');
    other.exec('begin immediate');
    await assert.rejects(openDatabase(config), unusable(/is locked by another program/));
    other.close();
  });
});

onEngine('postgres', (engine) => {
  const withUrl = (database_url: string) => openDatabase({ data_dir: '', database_url });
  async function changed(change: (url: URL) => void): Promise<string> {
    const url = new URL((await engine.bareConfig()).database_url ?? '');
    change(url);
    return url.href;
  }

  test('a server that does not answer is named', async () => {
    const port = await freePort();
    const url = `postgres://desk:top-secret@127.0.0.1:${port}/desk`;
    await assert.rejects(withUrl(url), unusable(new RegExp(`^No PostgreSQL server answers at 127.0.0.1:${port}/desk`)));
  });

  test('a wrong password is said, and not shown', async () => {
    const url = await changed((url) => {
      url.password = 'top-secret';
    });
    await assert.rejects(withUrl(url), (error) => {
      assert.ok(error instanceof Error);
      assert.match(error.message, /refuses the user or password/);
      assert.doesNotMatch(error.message, /top-secret/);
      return true;
    });
  });

  test('a database that is not there is named', async () => {
    const url = await changed((url) => {
      url.pathname = '/nowhere';
    });
    await assert.rejects(withUrl(url), unusable(/\/nowhere has no such database: create it first/));
  });

  test('a database that does not keep UTF-8 is refused', async () => {
    const { db, close } = await withUrl((await engine.bareConfig()).database_url ?? '');
    const name = `test_ascii_${process.pid}`;
    await sql`create database ${sql.id(name)} template template0 encoding 'SQL_ASCII' locale_provider libc locale 'C'`.execute(
      db,
    );
    const url = await changed((url) => {
      url.pathname = `/${name}`;
    });
    await assert.rejects(withUrl(url), unusable(/UTF-8/));
    await sql`drop database ${sql.id(name)}`.execute(db);
    await close();
  });

  test('several servers may work on one database', async () => {
    const config = await engine.freshConfig();
    const [first, second] = await Promise.all([openDatabase(config, 'server'), openDatabase(config, 'server')]);
    await sql`insert into setting (name, value) values ('said', 'by the first')`.execute(first.db);
    const found = await sql`select value from setting`.execute(second.db);
    assert.deepEqual(found.rows, [{ value: 'by the first' }]);
    await first.close();
    await second.close();
  });
});
