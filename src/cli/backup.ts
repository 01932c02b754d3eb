// `backup` and `restore`: all that the desk holds in one file, and back, from either engine to either.
import { loadConfig } from '#src/config.ts';
import { backupTo } from '#src/database/backup.ts';
import { openDatabase } from '#src/database/connect.ts';
import { restoreFrom } from '#src/database/restore.ts';
import { command } from './command.ts';
import { atDesk } from './database.ts';

export const backup = command({
  words: 'FILE',
  summary: 'Write all that the desk holds into a new file. People go on working meanwhile.',
  details: 'The file holds everything, confidential sources and password hashes too: keep it where few can read it.',
  async run({ words: [file = ''] }) {
    const { rows, sha256 } = await atDesk(undefined, (ctx) => backupTo(ctx.db, file));
    console.log(`${file} holds ${rows} rows.\nSHA-256 ${sha256}`);
  },
});

export const restore = command({
  words: 'FILE',
  summary: 'Put a backup into an empty database, of SQLite or PostgreSQL.',
  details: 'The file is read to its end and checked before anything is written. Stop the server first.',
  async run({ words: [file = ''] }) {
    const database = await openDatabase(loadConfig(), 'server');
    try {
      const { rows } = await restoreFrom(database.db, file);
      console.log(`${rows} rows are back. "verify" re-traces the log.`);
    } finally {
      await database.close();
    }
  },
});
