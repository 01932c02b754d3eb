// Migrations: all or nothing, one program at a time.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { type Kysely, sql } from 'kysely';
import type { Config } from '#src/config.ts';
import { openDatabase } from '#src/database/connect.ts';
import type { Db } from '#src/database/engine.ts';
import { migrate, migrationNames, migrationsDone, requireCurrentSchema, schemaState } from '#src/database/migrate.ts';
import { onEachEngine, onSqlite } from '#tests/support/engines.ts';
import { startProgram } from '#tests/support/program.ts';

const PROGRAM = join(import.meta.dirname, 'programs/migrate.ts');
const CREATE_BOX =
  'export const up = (db) => db.schema.createTable("box").addColumn("id", "integer", (c) => c.primaryKey()).execute();';
const CREATE_LID =
  'export const up = (db) => db.schema.createTable("lid").addColumn("box_id", "integer", (c) => c.references("box.id")).execute();';
const FAIL =
  'export const up = async (db) => { await db.schema.createTable("half").addColumn("id", "integer").execute(); throw new Error("no power"); };';
const HANG =
  'export const up = async (db) => { await db.schema.createTable("half").addColumn("id", "integer").execute(); console.log("halfway"); await new Promise((done) => setTimeout(done, 60_000)); };';

const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder with these migrations, in this order. */
function migrationFolder(...sources: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'claimdesk-migrations-'));
  folders.push(folder);
  for (const [index, source] of sources.entries())
    writeFileSync(join(folder, `2020-01-01-0${index + 1}-step.ts`), source);
  return folder;
}

async function tableNames(db: Db): Promise<string[]> {
  return (await db.introspection.getTables()).map((table) => table.name).sort();
}

async function openBare(config: Config): Promise<Db> {
  const { db, close } = await openDatabase(config);
  after(close);
  return db;
}

function variables(config: Config): Record<string, string> {
  return config.database_url ? { DATABASE_URL: config.database_url } : { DATA_DIR: config.data_dir };
}

onEachEngine((engine) => {
  // On PostgreSQL the database that all others are copies of is made so.
  engine.rule('an empty database is brought up to date, once', async () => {
    const db = await openBare(await engine.bareConfig());
    assert.equal(await schemaState(db), 'empty');
    assert.deepEqual(await migrate(db), migrationNames());
    assert.equal(await schemaState(db), 'current');
    assert.deepEqual(await migrate(db), []);
  });

  test('a database of a newer program is refused with a sentence, and nothing is changed', async () => {
    const db = await engine.open();
    await sql`insert into kysely_migration (name, timestamp) values ('2099-01-01-01-create-hovercraft', '2099-01-01')`.execute(
      db,
    );
    const before = await tableNames(db);
    const sentence = /newer Claimdesk .*2099-01-01-01-create-hovercraft.*Nothing was changed\./;
    await assert.rejects(migrate(db), { name: 'SchemaNewer', message: sentence });
    await assert.rejects(requireCurrentSchema(db), { name: 'SchemaNewer' });
    assert.deepEqual(await tableNames(db), before);
  });

  test('a migration that fails leaves everything as it was', async () => {
    const db = await openBare(await engine.bareConfig());
    await assert.rejects(
      migrate(db, migrationFolder(CREATE_BOX, FAIL)),
      /2020-01-01-02-step" failed; nothing was changed: no power/,
    );
    assert.deepEqual(await tableNames(db), []);
    assert.deepEqual(await migrationsDone(db), []);
  });

  test('a migration killed in the middle leaves everything as it was', async () => {
    const config = await engine.bareConfig();
    const program = startProgram(PROGRAM, [migrationFolder(CREATE_BOX, HANG)], variables(config));
    await program.said('halfway');
    await program.kill();
    const db = await openBare(config);
    assert.deepEqual(await tableNames(db), []);
    await migrate(db, migrationFolder(CREATE_BOX));
    assert.deepEqual(await tableNames(db), ['box']);
  });

  test('two programs that migrate at the same time do it once', async () => {
    const config = await engine.bareConfig();
    const folder = migrationFolder(CREATE_BOX, CREATE_LID);
    const programs = [1, 2].map(() => startProgram(PROGRAM, [folder], variables(config)));
    const said = await Promise.all(programs.map((program) => program.ended()));
    assert.deepEqual(said.sort(), ['', '2020-01-01-01-step 2020-01-01-02-step']);
  });
});

onSqlite((engine) => {
  const REBUILD =
    'export const up = async (db) => { await db.schema.createTable("box_new").addColumn("id", "integer", (c) => c.primaryKey()).addColumn("colour", "text").execute();' +
    'await db.insertInto("box_new").columns(["id"]).expression((from) => from.selectFrom("box").select("id")).execute();' +
    'await db.schema.dropTable("box").execute(); await db.schema.alterTable("box_new").renameTo("box").execute(); };';

  test('a command refuses a database that is behind, and makes an empty one ready', async () => {
    const db = await openBare(await engine.bareConfig());
    await requireCurrentSchema(db);
    await sql`delete from kysely_migration where name = ${migrationNames().at(-1)}`.execute(db);
    await assert.rejects(requireCurrentSchema(db), { name: 'DatabaseUnusable', message: /older Claimdesk.*migrate/ });
  });

  test('a table that others point to can be rebuilt, and foreign keys are watched again afterwards', async () => {
    const db = await openBare(await engine.bareConfig());
    await migrate(db, migrationFolder(CREATE_BOX, CREATE_LID));
    await sql`insert into box values (1)`.execute(db);
    await sql`insert into lid values (1)`.execute(db);
    await migrate(db, migrationFolder(CREATE_BOX, CREATE_LID, REBUILD));
    assert.deepEqual((await sql`select id, colour from box`.execute(db)).rows, [{ id: 1, colour: null }]);
    await assert.rejects(sql`insert into lid values (9)`.execute(db as Kysely<unknown>), /FOREIGN KEY/);
  });

  test('a rebuild that loses a row which others point to is undone', async () => {
    const db = await openBare(await engine.bareConfig());
    await migrate(db, migrationFolder(CREATE_BOX, CREATE_LID));
    await sql`insert into box values (1)`.execute(db);
    await sql`insert into lid values (1)`.execute(db);
    const forgetful = migrationFolder(
      CREATE_BOX,
      CREATE_LID,
      REBUILD.replace(/await db.insertInto.*?execute\(\);/, ''),
    );
    await assert.rejects(migrate(db, forgetful), /"lid" points to a row that is not there/);
    assert.deepEqual((await sql`select * from box`.execute(db)).rows, [{ id: 1 }]);
  });
});
