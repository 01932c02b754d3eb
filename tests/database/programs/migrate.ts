// Migrates the database of its environment with the migrations of the folder in its argument.
import { openDatabase } from '#src/database/connect.ts';
import { migrate } from '#src/database/migrate.ts';

const { DATA_DIR = '', DATABASE_URL } = process.env;
const { db, close } = await openDatabase({ data_dir: DATA_DIR, database_url: DATABASE_URL || null });
console.log((await migrate(db, process.argv[2])).join(' '));
await close();
