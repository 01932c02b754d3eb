// The engine matrix: the same tests on SQLite and on PostgreSQL, each with databases of its own.
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe } from 'node:test';
import { type Config, readConfig } from '#src/config.ts';
import { type OpenDatabase, openDatabase } from '#src/database/connect.ts';
import type { Db, Engine } from '#src/database/engine.ts';
import { migrate } from '#src/database/migrate.ts';
import { sqliteFileOf } from '#src/database/sqlite-file.ts';
import { atEndOfProcess } from './at-end.ts';
import { SUITE_NAMES } from './engine-names.ts';
import { assertHeld } from './held.ts';
import {
  assertEmpty,
  databaseUrl,
  dropDatabase,
  giveBackDatabase,
  makeDatabase,
  onDatabase,
  TEMPLATE,
  takeDatabase,
} from './postgres-databases.ts';
import { sqliteTemplate } from './sqlite-template.ts';

/** The variable by which the runner tells each test file where its PostgreSQL server is, template included. */
export const SERVER_VARIABLE = 'CLAIMDESK_TEST_POSTGRES';

export type EngineUnderTest = {
  readonly name: Engine;
  /** A fresh database with all tables and no row, open until the tests of this engine have ended. */
  open(): Promise<Db>;
  /** The settings of a fresh database with all tables, not opened: for a server or a command of its own. */
  freshConfig(): Promise<Config>;
  /** The settings of a database without any table. */
  bareConfig(): Promise<Config>;
};

/**
 * Defines the same tests once an engine, for what concerns statements: verbs, transactions, locks, constraints, migrations.
 * What they open is closed and removed when they have ended.
 */
export function onEachEngine(defineTests: (engine: EngineUnderTest) => void): void {
  for (const name of ['sqlite', 'postgres'] as const) onEngine(name, defineTests);
}

/** For pages and forms, and for what only SQLite has: files, locks, pragmas. */
export function onSqlite(defineTests: (engine: EngineUnderTest) => void): void {
  onEngine('sqlite', defineTests);
}

/** For what only one engine has. */
export function onEngine(name: Engine, defineTests: (engine: EngineUnderTest) => void): void {
  describe(SUITE_NAMES[name], () => {
    const databases = name === 'sqlite' ? new SqliteDatabases() : new PostgresDatabases();
    const opened: OpenDatabase[] = [];
    const open = async () => {
      const database = await openDatabase(await databases.fresh(true));
      opened.push(database);
      return database.db;
    };
    defineTests({ name, open, freshConfig: () => databases.fresh(true), bareConfig: () => databases.fresh(false) });
    after(async () => {
      try {
        for (const { db } of opened) await assertHeld(db);
      } finally {
        for (const database of opened) await database.close();
        await databases.remove();
      }
    });
  });
}

class SqliteDatabases {
  #folder: Promise<string> | undefined;
  #count = 0;

  async fresh(migrated: boolean): Promise<Config> {
    this.#folder ??= mkdtemp(join(tmpdir(), 'claimdesk-sqlite-'));
    const data_dir = join(await this.#folder, String(++this.#count));
    await mkdir(data_dir);
    if (migrated) await copyFile(await sqliteTemplate(), sqliteFileOf(data_dir));
    return readConfig({ DATA_DIR: data_dir });
  }

  async remove(): Promise<void> {
    if (this.#folder) await rm(await this.#folder, { recursive: true, force: true });
  }
}

class PostgresDatabases {
  readonly #migrated: string[] = [];
  readonly #bare: string[] = [];

  async fresh(migrated: boolean): Promise<Config> {
    const server = await serverUrl();
    const name = migrated ? await takeDatabase(server) : await makeDatabase(server, 'template1');
    (migrated ? this.#migrated : this.#bare).push(name);
    return readConfig({ DATABASE_URL: databaseUrl(server, name) });
  }

  async remove(): Promise<void> {
    const server = await serverUrl();
    for (const name of this.#migrated) await giveBackDatabase(server, name);
    for (const name of this.#bare) await dropDatabase(server, name);
  }
}

/** Makes the database that all others of a server are copies of. */
export async function makePostgresTemplate(server: string): Promise<void> {
  await onDatabase(server, `create database ${TEMPLATE}`);
  const { db, close } = await openDatabase({ data_dir: '', database_url: databaseUrl(server, TEMPLATE) });
  await migrate(db);
  await close();
  await assertEmpty(databaseUrl(server, TEMPLATE));
}

let ownServer: Promise<{ url: string; stop(): Promise<void> }> | undefined;

/** The runner's server, or, where a test file runs alone, one of its own. */
async function serverUrl(): Promise<string> {
  const given = process.env[SERVER_VARIABLE];
  if (given) return given;
  ownServer ??= startOwnServer();
  return (await ownServer).url;
}

async function startOwnServer() {
  atEndOfProcess(stopOwnServer);
  const { startPostgres } = await import('./postgres.ts');
  const server = await startPostgres();
  await makePostgresTemplate(server.url);
  return server;
}

async function stopOwnServer(): Promise<void> {
  const server = ownServer;
  ownServer = undefined;
  await (await server)?.stop();
}
