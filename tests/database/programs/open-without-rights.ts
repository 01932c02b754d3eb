// Opens the folder of its argument as a user with no rights of its own, since nothing is read-only to root.
import { openDatabase } from '#src/database/connect.ts';

const NOBODY = 65_534;
if (process.getuid?.() === 0) {
  process.setgroups?.([]);
  process.setgid?.(NOBODY);
  process.setuid?.(NOBODY);
}
try {
  await openDatabase({ data_dir: process.argv[2] ?? '', database_url: null });
  console.log('open');
} catch (error) {
  console.log(error instanceof Error ? `${error.name}: ${error.message}` : error);
}
