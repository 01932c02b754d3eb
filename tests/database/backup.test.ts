// One backup file for both engines: what goes in comes out, row for row, or nothing does.
import assert from 'node:assert/strict';
import {
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
import { gunzipSync, gzipSync } from 'node:zlib';
import { type Kysely, sql } from 'kysely';
import type { Config } from '#src/config.ts';
import { backupTo, Seal } from '#src/database/backup.ts';
import { openDatabase } from '#src/database/connect.ts';
import { bytesType, type Db, engineOf } from '#src/database/engine.ts';
import { migrate, migrationNames, schemaState } from '#src/database/migrate.ts';
import { restoreFrom } from '#src/database/restore.ts';
import { sqliteFileOf } from '#src/database/sqlite-file.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { startProgram } from '#tests/support/program.ts';
import { sqliteTemplate } from '#tests/support/sqlite-template.ts';

const folder = mkdtempSync(join(tmpdir(), 'claimdesk-backup-'));
after(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;
function newPath(): string {
  count += 1;
  return join(folder, String(count));
}

async function openNow(config: Pick<Config, 'data_dir' | 'database_url'>): Promise<Db> {
  const { db, close } = await openDatabase(config);
  after(close);
  return db;
}

const openSqlite = () => openNow({ data_dir: newPath(), database_url: null });

/** A folder with the database of a desk in it, all tables and no row. */
async function newDesk(): Promise<{ data_dir: string; database_url: null }> {
  const data_dir = newPath();
  mkdirSync(data_dir);
  copyFileSync(await sqliteTemplate(), sqliteFileOf(data_dir));
  return { data_dir, database_url: null };
}

const openDesk = async () => openNow(await newDesk());

/** A desk with a person whose name has every kind of letter, an invitation that points back, and a log that cannot change. */
async function fillDesk(db: Db): Promise<void> {
  const at = '2026-03-01T09:00:00.000Z';
  const names = ['Ada "the" O’Brien', 'سامي', '😀 \u2028 \\n', 'tab\there'];
  for (const [index, name] of names.entries())
    await sql`insert into person (id, number, email, email_key, display_name, initials, is_administrator, letter_keys, theme, created_at, revision)
      values (${`p${index}`}, ${index}, ${`${index}@desk.test`}, ${`${index}@desk.test`}, ${name}, 'A', 0, 1, 'dark', ${at}, 1)`.execute(
      db,
    );
  await sql`insert into desk (id, number, slug, name, name_key, time_zone, language, method, created_at, revision)
    values ('d1', 1, 'city', 'City', 'city', 'Asia/Kabul', 'en', ${'long '.repeat(50_000)}, ${at}, 1)`.execute(db);
  await sql`insert into membership (desk_id, person_id, role, since) values ('d1', 'p0', 'editor', ${at})`.execute(db);
  await sql`insert into log_chain (chain, number, hash) values ('d1', 120, 'h120')`.execute(db);
  for (let number = 1; number <= 120; number += 1)
    await sql`insert into log (chain, number, at, actor, verb, subject, detail_hash, previous, hash)
      values ('d1', ${number}, ${at}, 'p0', 'desk.made', 'desk:d1', 'x', ${`h${number - 1}`}, ${`h${number}`})`.execute(
      db,
    );
}

/** A table as later ones will be: bytes of a megabyte, fractions, nothing at all, and a row that points to a later one. */
async function makeAttachments(db: Db): Promise<void> {
  await (db as unknown as Kysely<unknown>).schema
    .createTable('attachment')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('next_id', 'integer', (column) => column.references('attachment.id'))
    .addColumn('bytes', bytesType(db))
    .addColumn('share', 'double precision')
    .execute();
}

async function fillAttachments(db: Db): Promise<void> {
  await sql`insert into attachment (id, share) values (3, 0.1)`.execute(db);
  await sql`insert into attachment (id, next_id, bytes, share) values (1, 3, ${Buffer.alloc(1_000_000, 0xab)}, -1.5e300), (2, 1, ${Buffer.alloc(0)}, 7)`.execute(
    db,
  );
}

function linesOf(file: string): string[] {
  return gunzipSync(readFileSync(file)).toString().split('\n').filter(Boolean);
}

function rowsOf(file: string): string[] {
  return linesOf(file).slice(1, -1);
}

async function backupOf(db: Db): Promise<string> {
  const file = newPath();
  await backupTo(db, file);
  return file;
}

let filled: Promise<string> | undefined;

/** Made once: nobody writes into it. */
function filledBackup(): Promise<string> {
  filled ??= (async () => {
    const db = await openDesk();
    await fillDesk(db);
    return backupOf(db);
  })();
  return filled;
}

let old: Promise<string> | undefined;

/** The same desk under the tables of a program that knew four migrations; made once, too. */
function oldBackup(): Promise<string> {
  old ??= (async () => {
    const db = await openSqlite();
    await migrate(db, undefined, migrationNames()[3]);
    await fillDesk(db);
    return backupOf(db);
  })();
  return old;
}

onEachEngine((engine) => {
  let restored: Promise<{ db: Db; said: number[][]; close(): Promise<void> }> | undefined;
  after(async () => (await restored)?.close());

  /** The filled desk, put back here once, and what was said meanwhile: for tests that only look at it. */
  function putBack() {
    restored ??= (async () => {
      const { db, close } = await openDatabase(await engine.bareConfig());
      const said: number[][] = [];
      await restoreFrom(db, await filledBackup(), (back, of) => void said.push([back, of]));
      return { db, said, close };
    })();
    return restored;
  }

  let brought: ReturnType<typeof putBackOld> | undefined;
  after(async () => (await brought)?.close());

  /** The old desk, put back here where a restore of it was killed before; what was seen meanwhile, and what that one left. */
  async function putBackOld() {
    const config = await engine.bareConfig();
    const file = await oldBackup();
    const { db, close } = await openDatabase(config);
    const killed = startProgram(join(import.meta.dirname, 'programs/restore.ts'), [file], {
      DATA_DIR: config.data_dir,
      DATABASE_URL: config.database_url ?? '',
    });
    let seen: string;
    try {
      await killed.said('in the middle');
      seen = await schemaState(db);
    } finally {
      await killed.kill();
    }
    const left = await db.introspection.getTables();
    return { db, close, seen, left, back: await restoreFrom(db, file) };
  }

  function broughtUp() {
    brought ??= putBackOld();
    return brought;
  }

  test('what is backed up here and put back into SQLite is the same, row for row', async () => {
    const from = await engine.open();
    await fillDesk(from);
    const file = await backupOf(from);
    const to = await openDesk();
    const summary = await restoreFrom(to, file);
    assert.equal(summary.rows, 127);
    assert.deepEqual(rowsOf(await backupOf(to)), rowsOf(file));
  });

  test('what is backed up on SQLite and put back here is the same, and as well guarded', async () => {
    const { db: to } = await putBack();
    assert.equal(await schemaState(to), 'current');
    assert.deepEqual(rowsOf(await backupOf(to)), rowsOf(await filledBackup()));
    await assert.rejects(sql`update log set verb = 'other'`.execute(to), /append-only/);
    await assert.rejects(
      sql`insert into membership values ('d1', 'nobody', 'editor', '2026')`.execute(to),
      /foreign key/i,
    );
  });

  test('bytes, fractions and rows that point to later rows travel too', async () => {
    const from = await openDesk();
    const to = await engine.open();
    for (const db of [from, to]) await makeAttachments(db);
    await fillAttachments(from);
    const file = await backupOf(from);
    await restoreFrom(to, file);
    assert.deepEqual(rowsOf(await backupOf(to)), rowsOf(file));
  });

  test('a backup from before the last migrations is put back and brought up to date', async () => {
    const { db: to } = await broughtUp();
    assert.equal(await schemaState(to), 'current');
    assert.equal((await sql`select * from person`.execute(to)).rows.length, 4);
  });

  test('a database with rows is never written over', async () => {
    const db = await engine.open();
    await sql`insert into setting (name, value) values ('kept', 'yes')`.execute(db);
    await assert.rejects(restoreFrom(db, await filledBackup()), {
      name: 'BackupRefused',
      message: /holds rows already/,
    });
    assert.deepEqual((await sql`select name, value from setting`.execute(db)).rows, [{ name: 'kept', value: 'yes' }]);
  });

  test('what is put back has the indexes, keys and guards of tables that were made anew', async () => {
    const { db: to } = await putBack();
    const made_anew = await engine.open();
    const rules = await rulesOf(made_anew);
    assert.ok(rules.length > 200, `${rules.length} rules`);
    assert.deepEqual(await rulesOf(to), rules);
  });

  test('PostgreSQL knows at once how many rows came back', async () => {
    if (engine.name === 'sqlite') return;
    const { db: to } = await putBack();
    const asked = sql`select reltuples as rows from pg_class where oid = 'log'::regclass`;
    assert.deepEqual((await asked.execute(to)).rows, [{ rows: 120 }]);
  });

  test('a restore that is killed leaves a database without tables, which nobody saw half filled', async () => {
    const { seen, left, back } = await broughtUp();
    assert.equal(seen, 'empty');
    assert.deepEqual(left, []);
    assert.equal(back.rows, 127);
  });

  test('it is said how many rows are back, up to the last', async () => {
    const { said } = await putBack();
    assert.ok(said.length > 2);
    assert.deepEqual(said.at(-1), [127, 127]);
    assert.deepEqual(
      said,
      said.toSorted(([a = 0], [b = 0]) => a - b),
    );
  });

  test('a row that breaks a rule of the tables undoes the whole', async () => {
    const file = await oldBackup();
    const orphan = linesOf(file).map((line) => line.replace('["d1","p0","editor"', '["d1","p9","editor"'));
    const db = await openNow(await engine.bareConfig());
    await assert.rejects(restoreFrom(db, sealAgain(orphan)), /foreign key|not there/i);
    assert.deepEqual(await db.introspection.getTables(), []);
  });
});

/** Every index, key, check and trigger, as the engine spells them. */
async function rulesOf(db: Db): Promise<unknown[]> {
  const asked =
    engineOf(db) === 'sqlite'
      ? sql`select type, name, sql from sqlite_schema order by type, name`
      : sql`select 'index' as type, indexname as name, indexdef as said from pg_indexes where schemaname = 'public'
          union all select 'key', conrelid::regclass || '.' || conname, pg_get_constraintdef(oid) from pg_constraint
            where connamespace = 'public'::regnamespace
          union all select 'trigger', tgrelid::regclass || '.' || tgname, pg_get_triggerdef(oid) || tgenabled::text from pg_trigger
            where not tgisinternal
          order by 1, 2`;
  return (await asked.execute(db)).rows;
}

/** The lines as a backup whose seal is right again. */
function sealAgain(lines: string[]): string {
  const body = lines.slice(0, -1);
  const seal = new Seal();
  for (const line of body) seal.add(line);
  const end = seal.close();
  const file = newPath();
  writeFileSync(file, gzipSync(`${[...body, JSON.stringify(end)].join('\n')}\n`));
  return file;
}

async function refused(file: string, sentence: RegExp): Promise<void> {
  const db = await openSqlite();
  await assert.rejects(restoreFrom(db, file), { name: 'BackupRefused', message: sentence });
  assert.deepEqual(await db.introspection.getTables(), []);
}

test('a backup with one letter changed is refused', async () => {
  const lines = linesOf(await filledBackup()).map((line) => line.replace('Asia/Kabul', 'Asia/Kabuk'));
  const file = newPath();
  writeFileSync(file, gzipSync(`${lines.join('\n')}\n`));
  await refused(file, /damaged or cut short/);
});

test('a backup cut short is refused', async () => {
  const file = newPath();
  copyFileSync(await filledBackup(), file);
  truncateSync(file, statSync(file).size - 10);
  await refused(file, /damaged or cut short/);
});

test('a file that is no backup is refused', async () => {
  const file = newPath();
  writeFileSync(file, 'a shopping list');
  await refused(file, /damaged or cut short/);
  writeFileSync(file, gzipSync('["a shopping list"]\n'));
  await refused(file, /is not a Claimdesk backup/);
});

test('a file that is not there is refused', () => refused(join(folder, 'nowhere'), /could not be read: .*nowhere/));

test('a backup of a newer program is refused', async () => {
  const lines = linesOf(await filledBackup());
  const newest = migrationNames().at(-1) ?? '';
  await refused(
    sealAgain(lines.map((line) => line.replace(newest, '2099-01-01-01-create-hovercraft'))),
    /newer Claimdesk/,
  );
});

test('a backup never takes the place of a file, is for its owner alone, and leaves no half of itself', async () => {
  const db = await openDesk();
  const file = await backupOf(db);
  assert.equal(statSync(file).mode & 0o777, 0o600);
  await assert.rejects(backupTo(db, file), { name: 'BackupRefused', message: /is there already/ });
  const missing = join(folder, 'nowhere/backup');
  await assert.rejects(backupTo(db, missing), { name: 'BackupRefused', message: /could not be written/ });
  assert.ok(!existsSync(`${file}.part`));
});

test('people go on working while a backup is made, and it holds one moment', async () => {
  const config = await newDesk();
  const server = await openNow(config);
  await fillDesk(server);
  const command = await openNow(config);
  const backup = backupOf(command);
  const change = async (name: string) => {
    await sql`insert into setting (name, value) values (${name}, 'meanwhile')`.execute(server);
    await sql`insert into counter (name, value) values (${name}, 1)`.execute(server);
  };
  for (let index = 0; index < 20; index += 1) await change(String(index));
  const rows = rowsOf(await backup);
  const rowsAfter = (table: string) => {
    const start = rows.findIndex((line) => line.startsWith(`{"table":"${table}"`)) + 1;
    return rows.slice(start).findIndex((line) => line.startsWith('{'));
  };
  assert.ok(rowsAfter('setting') - rowsAfter('counter') <= 1, 'a counter without its setting was backed up');
});
