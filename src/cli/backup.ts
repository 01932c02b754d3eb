// `backup` and `restore`: all that the desk holds in one file, and back, from either engine to either.
import { counted } from '#src/counted.ts';
import { backupTo } from '#src/database/backup.ts';
import { openDatabase } from '#src/database/connect.ts';
import { restoreFrom, type TellRows } from '#src/database/restore.ts';
import { ALONE_AT_A_TIME, takeUpChanges } from '#src/search/index-commands.ts';
import { command } from './command.ts';
import { atDesk } from './database.ts';
import { say, terminal } from './terminal.ts';

const ROWS_OF_A_WHILE = 50_000;

export const backup = command({
  words: 'FILE',
  summary: 'Write everything the desk holds into a new file. People can go on working meanwhile.',
  details:
    'The file holds everything, confidential sources and password hashes too: keep it where only few can read it.',
  async run({ words: [file = ''] }) {
    const { rows, sha256 } = await atDesk(undefined, (ctx) => backupTo(ctx.db, file));
    say(`${file} holds ${rows} rows.\nSHA-256 ${sha256}`);
  },
});

export const restore = command({
  words: 'FILE',
  summary: 'Restore a backup into an empty database, SQLite or PostgreSQL.',
  details:
    'The whole file is read and checked before anything is written. Stop the server first. Everything is restored or, if you interrupt it, nothing.',
  async run({ words: [file = ''] }) {
    const database = await openDatabase(terminal().config(), 'server');
    try {
      const { rows } = await restoreFrom(database.db, file, sayTenths());
      await takeUpChanges(database, { at_a_time: ALONE_AT_A_TIME });
      say(`${rows} rows are restored and can be searched. "verify" re-traces the log.`);
    } finally {
      await database.close();
    }
  },
});

/** Says each tenth of a restore that takes a while. */
function sayTenths(): TellRows {
  let said = 0;
  return (back, of) => {
    const tenths = Math.floor((back / of) * 10);
    if (tenths <= said || of < ROWS_OF_A_WHILE) return;
    said = tenths;
    say(`${tenths * 10} % of ${counted(of, 'row')} restored.`);
  };
}
