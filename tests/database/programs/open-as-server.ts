// A server as far as the database goes: opens the folder of its argument, says so, and stays.
import { openDatabase } from '#src/database/connect.ts';

try {
  await openDatabase({ data_dir: process.argv[2] ?? '', database_url: null }, 'server');
  console.log('open');
  setInterval(() => {}, 1000);
} catch (error) {
  console.log(error instanceof Error ? `${error.name}: ${error.message}` : error);
}
