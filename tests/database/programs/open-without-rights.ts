// Opens the folders of its arguments as a user with no rights of its own, since nothing is read-only to root.
import SqliteDatabase from 'better-sqlite3';
import { openDatabase } from '#src/database/connect.ts';

const NOBODY = 65_534;
// Loads SQLite's own library while its file may still be read.
new SqliteDatabase(':memory:').close();
if (process.getuid?.() === 0) {
  process.setgroups?.([]);
  process.setgid?.(NOBODY);
  process.setuid?.(NOBODY);
}
for (const data_dir of process.argv.slice(2))
  try {
    await openDatabase({ data_dir, database_url: null });
    console.log('open');
  } catch (error) {
    console.log(error instanceof Error ? `${error.name}: ${error.message}` : error);
  }
