// Migrates the database of its environment with the migrations of the folder in its argument.
import { loadConfig } from '#src/config.ts';
import { openDatabase } from '#src/database/connect.ts';
import { migrate } from '#src/database/migrate.ts';

const { db, close } = await openDatabase(loadConfig());
console.log((await migrate(db, process.argv[2])).join(' '));
await close();
