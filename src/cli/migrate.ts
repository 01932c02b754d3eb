// `migrate`: brings the tables up to what this program knows.
import { openDatabase } from '#src/database/connect.ts';
import { migrate } from '#src/database/migrate.ts';
import { command } from './command.ts';
import { say, terminal } from './terminal.ts';

export const migrateCommand = command({
  summary: 'Update the tables of the database to this version of the program. "serve" does this, too.',
  async run() {
    const database = await openDatabase(terminal().config());
    try {
      const names = await migrate(database.db);
      say(
        names.length === 0 ? 'The tables are up to date.' : `Changed:\n${names.map((name) => `  ${name}`).join('\n')}`,
      );
    } finally {
      await database.close();
    }
  },
});
