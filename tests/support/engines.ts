// The engine matrix: the same tests on SQLite and on PostgreSQL, each with databases of its own.
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, beforeEach, describe, type TestContext, test } from 'node:test';
import { type Config, readConfig } from '#src/config.ts';
import { type OpenDatabase, openDatabase } from '#src/database/connect.ts';
import type { Db, Engine } from '#src/database/engine.ts';
import { migrate } from '#src/database/migrate.ts';
import { sqliteFileOf } from '#src/database/sqlite-file.ts';
import { needed } from '#src/item-at.ts';
import { atEndOfProcess } from './at-end.ts';
import { SUITE_NAMES } from './engine-names.ts';
import { assertHeld } from './held.ts';
import { openKept } from './kept-connections.ts';
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
import { lendSqlite, sqliteTemplate } from './sqlite-template.ts';

/** The variable by which the runner tells each test file where its PostgreSQL server is, template included. */
export const SERVER_VARIABLE = 'CLAIMDESK_TEST_POSTGRES';

export type EngineUnderTest = {
  readonly name: Engine;
  /** A fresh database with all tables and no row, open until the test has ended that opened it, or the suite. */
  open(lend?: () => Promise<Lent>): Promise<Db>;
  /** The same, opened for a desk that says when it needs it no longer. */
  lend(): Promise<Lent>;
  /** The settings of a fresh database with all tables, not opened: for a server or a command of its own. */
  freshConfig(): Promise<Config>;
  /** The settings of a database without any table. */
  bareConfig(): Promise<Config>;
};

/** What tests that are defined for both engines are given. */
export type EachEngine = EngineUnderTest & {
  /** A test of a rule of ours, on SQLite alone: what it asks, others ask on PostgreSQL, and no engine would answer otherwise. */
  rule(name: string, work: (t: TestContext) => Promise<void> | void): void;
};

export interface Lent {
  readonly config: Config;
  readonly database: OpenDatabase;
  /** Once it is closed. */
  giveBack(): void | Promise<void>;
}

/**
 * Defines the same tests once an engine, for what concerns statements: verbs, transactions, locks, constraints, migrations;
 * on SQLite alone those that are called a `rule`. What they open is closed and removed when they have ended.
 */
export function onEachEngine(defineTests: (engine: EachEngine) => void): void {
  for (const name of ['sqlite', 'postgres'] as const) onEngine(name, defineTests);
}

/** For pages and forms, and for what only SQLite has: files, locks, pragmas. */
export function onSqlite(defineTests: (engine: EngineUnderTest) => void): void {
  onEngine('sqlite', defineTests);
}

/** For what only one engine has. */
export function onEngine(name: Engine, defineTests: (engine: EachEngine) => void): void {
  describe(SUITE_NAMES[name], () => {
    const databases = name === 'sqlite' ? new SqliteDatabases() : new PostgresDatabases();
    const opened = { for_all: [] as Lent[], for_one: [] as Lent[] };
    let tests_at_work = 0;
    const lend = () => databases.lend();
    const open = async (from = lend) => {
      const lent = await from();
      opened[tests_at_work > 0 ? 'for_one' : 'for_all'].push(lent);
      return lent.database.db;
    };
    // What is opened before all tests of a suite is theirs, and what a test opens is its own. Tests stand in tests.
    beforeEach(() => {
      tests_at_work += 1;
    });
    afterEach(async () => {
      tests_at_work -= 1;
      if (tests_at_work === 0) await close(opened.for_one);
    });
    const fresh = (migrated: boolean) => () => databases.fresh(migrated);
    const rule = name === 'sqlite' ? test : () => {};
    defineTests({ name, open, lend, freshConfig: fresh(true), bareConfig: fresh(false), rule });
    after(async () => {
      await close(opened.for_all);
      await databases.remove();
    });
  });
}

async function close(all: Lent[]): Promise<void> {
  const lent = all.splice(0);
  try {
    for (const { database } of lent) await assertHeld(database.db);
  } finally {
    for (const { database } of lent) await database.close();
    for (const { giveBack } of lent) await giveBack();
  }
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

  lend(): Promise<Lent> {
    return lendSqlite();
  }

  async remove(): Promise<void> {
    if (this.#folder) await rm(await this.#folder, { recursive: true, force: true });
  }
}

class PostgresDatabases {
  readonly #migrated = new Set<string>();
  readonly #bare: string[] = [];

  async fresh(migrated: boolean): Promise<Config> {
    const server = await serverUrl();
    const name = migrated ? await takeDatabase(server) : await makeDatabase(server, 'template1');
    if (migrated) this.#migrated.add(name);
    else this.#bare.push(name);
    return readConfig({ DATABASE_URL: databaseUrl(server, name) });
  }

  async lend(): Promise<Lent> {
    const config = await this.fresh(true);
    const database_url = needed(config.database_url, 'the address of a database');
    return { config, database: openKept(database_url), giveBack: () => this.#giveBack(database_url) };
  }

  async #giveBack(database_url: string): Promise<void> {
    const name = new URL(database_url).pathname.slice(1);
    if (this.#migrated.delete(name)) await giveBackDatabase(await serverUrl(), name);
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
