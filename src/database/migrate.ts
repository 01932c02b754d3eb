// Brings the tables up to what this program knows: all pending migrations in one transaction, or nothing.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { type Kysely, sql, type Transaction } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { codeOf, engineOf, isBusy } from './engine.ts';
import { DatabaseUnusable } from './unusable.ts';

const MIGRATIONS = join(import.meta.dirname, '../../migrations');
const MIGRATION_FILE = /^\d{4}-\d{2}-\d{2}-\d{2}-[a-z0-9-]+\.ts$/;
const LOCK = 4_211_968_310_264;
const LOCK_LIMIT_SECONDS = 60;

/** The tables were made by a newer program, or half of the program's own migrations are missing here. Nothing was changed. */
class SchemaNewer extends DatabaseUnusable {
  override name = 'SchemaNewer';
}

/** What the program can do with the tables as they are. */
export type SchemaState = 'empty' | 'behind' | 'current';

/** The names of the migrations of a folder, in order; by default the program's own. */
export function migrationNames(folder = MIGRATIONS): string[] {
  return readdirSync(folder)
    .filter((file) => MIGRATION_FILE.test(file))
    .map((file) => file.slice(0, -'.ts'.length))
    .sort();
}

/** The migrations that this database has had, in order. */
export async function migrationsDone<DB>(db: Kysely<DB>): Promise<string[]> {
  if (!(await hadAny(db))) return [];
  const done = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return done.rows.map((row) => row.name).sort();
}

/** Whether there is the table that they stand in; to ask for all tables takes long, and a server is asked often. */
async function hadAny<DB>(db: Kysely<DB>): Promise<boolean> {
  const { rows } =
    engineOf(db) === 'sqlite'
      ? await sql`select 1 from sqlite_schema where type = 'table' and name = 'kysely_migration'`.execute(db)
      : await sql`select 1 where to_regclass('kysely_migration') is not null`.execute(db);
  return rows.length > 0;
}

/** Looks, changes nothing. Throws SchemaNewer where the database has had a migration that the program does not know. */
export async function schemaState<DB>(db: Kysely<DB>, folder = MIGRATIONS): Promise<SchemaState> {
  const known = migrationNames(folder);
  const done = await migrationsDone(db);
  const unknown = done.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new SchemaNewer(
      `This database was last used by a newer Claimdesk (it has had the change "${unknown.at(-1)}"): start that version, or restore a backup made by this one. Nothing was changed.`,
    );
  if (done.length === 0) return 'empty';
  return done.length < known.length ? 'behind' : 'current';
}

/** For the command line beside a server: an empty database is made ready, one that is behind is refused with a sentence. */
export async function requireCurrentSchema<DB>(db: Kysely<DB>): Promise<void> {
  const state = await schemaState(db);
  if (state === 'behind')
    throw new DatabaseUnusable(
      'This database was made by an older Claimdesk: make a backup, then run "npm run claimdesk -- migrate".',
    );
  if (state === 'empty') await migrate(db);
}

/**
 * Runs every migration that this database has not had, up to and with `last` where it is given. Returns their names. One
 * migrator at a time: a second one waits. Killed or failing in the middle, it leaves the tables as they were. Throws
 * SchemaNewer, or DatabaseUnusable.
 */
export async function migrate<DB>(db: Kysely<DB>, folder = MIGRATIONS, last?: string): Promise<string[]> {
  if ((await schemaState(db, folder)) === 'current') return [];
  return changeTables(db, (transaction) => runMigrations(transaction, folder, last));
}

/**
 * One transaction in which tables may be changed, by one program at a time; a second one waits up to a minute. On SQLite
 * foreign keys are off inside, so that a table which others point to can be rebuilt, and are checked before the end.
 */
export async function changeTables<DB, T>(db: Kysely<DB>, work: (db: Transaction<DB>) => Promise<T>): Promise<T> {
  return engineOf(db) === 'sqlite' ? changeSqlite(db, work) : changePostgres(db, work);
}

async function changeSqlite<DB, T>(db: Kysely<DB>, work: (db: Transaction<DB>) => Promise<T>): Promise<T> {
  return db.connection().execute(async (connection) => {
    await sql`pragma foreign_keys = off`.execute(connection);
    try {
      return await whenNotBusy(() =>
        connection.transaction().execute(async (transaction) => {
          const result = await work(transaction);
          const broken = await sql<{ table: string }>`pragma foreign_key_check`.execute(transaction);
          if (broken.rows[0]) throw new Error(`a row of "${broken.rows[0].table}" points to a row that is not there`);
          return result;
        }),
      );
    } finally {
      await sql`pragma foreign_keys = on`.execute(connection);
    }
  });
}

async function changePostgres<DB, T>(db: Kysely<DB>, work: (db: Transaction<DB>) => Promise<T>): Promise<T> {
  try {
    return await db.transaction().execute(async (transaction) => {
      await sql`select set_config('lock_timeout', ${`${LOCK_LIMIT_SECONDS}s`}, true)`.execute(transaction);
      await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(transaction);
      return work(transaction);
    });
  } catch (error) {
    if (codeOf(error) === '55P03') throw anotherMigrator(error);
    throw error;
  }
}

/** Inside changeTables: what migrate does. */
export async function runMigrations<DB>(
  transaction: Transaction<DB>,
  folder = MIGRATIONS,
  last?: string,
): Promise<string[]> {
  const migrator = new Migrator({ db: transaction, provider: { getMigrations: () => readMigrations(folder) } });
  const { error, results } = last ? await migrator.migrateTo(last) : await migrator.migrateToLatest();
  if (error) {
    if (codeOf(error) === '42501')
      throw new DatabaseUnusable(
        'The user of DATABASE_URL may not create tables in its database: grant it that right.',
      );
    const failed = results?.find((result) => result.status === 'Error')?.migrationName;
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The change "${failed ?? 'of the tables'}" failed; nothing was changed: ${reason}`, {
      cause: error,
    });
  }
  return results?.map((result) => result.migrationName) ?? [];
}

async function readMigrations(folder: string): Promise<Record<string, Migration>> {
  const migrations: Record<string, Migration> = {};
  for (const name of migrationNames(folder))
    migrations[name] = (await import(pathToFileURL(join(folder, `${name}.ts`)).href)) as Migration;
  return migrations;
}

async function whenNotBusy<T>(work: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + LOCK_LIMIT_SECONDS * 1000;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (performance.now() > deadline) throw anotherMigrator(error);
      await wait(100);
    }
  }
}

function anotherMigrator(cause: unknown): DatabaseUnusable {
  return new DatabaseUnusable(
    'Another program has been changing this database for a minute: try again when it is done.',
    {
      cause,
    },
  );
}
