// Puts a backup into the database of its environment, and stops in the middle until it is killed.
import { loadConfig } from '#src/config.ts';
import { openDatabase } from '#src/database/connect.ts';
import { restoreFrom } from '#src/database/restore.ts';

const { db } = await openDatabase(loadConfig());
const held = setInterval(() => {}, 1_000);
await restoreFrom(db, process.argv[2] ?? '', async (back, of) => {
  if (back * 2 < of) return;
  console.log('in the middle');
  await new Promise(() => held.ref());
});
