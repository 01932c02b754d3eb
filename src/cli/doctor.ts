// `doctor`: looks the installation over and says what it finds, changing nothing.
import { sql } from 'kysely';
import { loadConfig } from '#src/config.ts';
import { openDatabase } from '#src/database/connect.ts';
import type { Db } from '#src/database/engine.ts';
import { schemaState } from '#src/database/migrate.ts';
import { sqliteFileOf } from '#src/database/sqlite-file.ts';
import { CommandFailed, command } from './command.ts';

const STATES = {
  empty: 'The database has no tables yet: the first start makes them.',
  behind: 'The tables are older than this program: make a backup, then run "npm run claimdesk -- migrate".',
  current: 'The tables are those of this program.',
};

export const doctor = command({
  summary: 'Look the installation over: settings, engine, tables, and damage in the database.',
  async run() {
    const config = loadConfig();
    console.log(`Node ${process.versions.node}. The settings can be used.`);
    const database = await openDatabase(config);
    try {
      const { version } = await versionOf(database.db, database.engine);
      const place = database.engine === 'sqlite' ? sqliteFileOf(config.data_dir) : 'DATABASE_URL';
      console.log(`${version}, at ${place}.`);
      console.log(STATES[await schemaState(database.db)]);
      const damage = database.engine === 'sqlite' ? await damageOf(database.db) : [];
      if (damage.length > 0) throw new CommandFailed(`The database is damaged:\n${damage.join('\n')}`);
      console.log('Nothing is wrong. "verify" re-traces the log.');
    } finally {
      await database.close();
    }
  },
});

async function versionOf(db: Db, engine: 'sqlite' | 'postgres'): Promise<{ version: string }> {
  const question =
    engine === 'sqlite'
      ? sql<{ version: string }>`select 'SQLite ' || sqlite_version() as version`
      : sql<{ version: string }>`select 'PostgreSQL ' || current_setting('server_version') as version`;
  return (await question.execute(db)).rows[0] ?? { version: '' };
}

async function damageOf(db: Db): Promise<string[]> {
  const pages = await sql<{ integrity_check: string }>`pragma integrity_check(20)`.execute(db);
  const rows = await sql<{ table: string }>`pragma foreign_key_check`.execute(db);
  return [
    ...pages.rows.map((row) => row.integrity_check).filter((line) => line !== 'ok'),
    ...rows.rows.map((row) => `A row of "${row.table}" points to a row that is not there.`),
  ];
}
