// `doctor`: examines the installation and says what it finds, changing nothing.
import { openDatabase } from '#src/database/connect.ts';
import type { Db } from '#src/database/engine.ts';
import { engineVersion, findDamage } from '#src/database/examine.ts';
import { schemaState } from '#src/database/migrate.ts';
import { sqliteFileOf } from '#src/database/sqlite-file.ts';
import { examineClock } from '#src/people/sign-in/known-times.ts';
import { CommandFailed, command } from './command.ts';
import { say, terminal } from './terminal.ts';

const STATES = {
  empty: 'The database has no tables yet: the first start makes them.',
  behind: 'The tables are older than this program: make a backup, then run "npm run claimdesk -- migrate".',
  current: 'The tables match this program.',
};

export const doctor = command({
  summary: 'Check the installation: settings, engine, tables, and damage in the database.',
  async run() {
    const config = terminal().config();
    say(`Node ${process.versions.node}. The settings can be used.`);
    const database = await openDatabase(config);
    try {
      const place = database.engine === 'sqlite' ? sqliteFileOf(config.data_dir) : 'DATABASE_URL';
      say(`${await engineVersion(database.db)}, at ${place}.`);
      const state = await schemaState(database.db);
      say(STATES[state]);
      const damage = await findDamage(database.db);
      if (damage.length > 0) throw new CommandFailed(`The database is damaged:\n${damage.join('\n')}`);
      if (state === 'current') await lookAtClock(database.db);
      say('No problems found. "verify" re-traces the log.');
    } finally {
      await database.close();
    }
  },
});

async function lookAtClock(db: Db): Promise<void> {
  const { wrong, set } = await examineClock(db, new Date().toISOString());
  for (const sentence of set) say(sentence);
  if (wrong.length > 0) throw new CommandFailed(wrong.join('\n'));
}
