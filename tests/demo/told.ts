// The demo's newsroom as one evening left it: told once a run, and lent as a copy of the file in which it is.
import { existsSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';
import { buildNewsroom } from '#src/demo/newsroom.ts';
import { forgetful } from '#tests/support/act-once.ts';
import type { Lent } from '#tests/support/engines.ts';
import { lendSqlite, sqliteLender, sqliteTemplate } from '#tests/support/sqlite-template.ts';

export const TOLD_AT = '2026-03-12T16:20:00.000Z';
export const TOLD_IN = 'Europe/Oslo';

let lender: Promise<() => Promise<Lent>> | undefined;

/** On SQLite, for `engine.open(lendTold)` or a desk that is started with `{ lend: lendTold }`. */
export async function lendTold(): Promise<Lent> {
  lender ??= fileTold().then((file) => forgetful(sqliteLender(file)));
  return (await lender)();
}

/** It lies beside the file with all tables. Where two processes tell the story at once, either file will do for both. */
async function fileTold(): Promise<string> {
  const file = join(dirname(await sqliteTemplate()), 'told.sqlite');
  if (existsSync(file)) return file;
  const { database, giveBack } = await lendSqlite();
  await buildNewsroom(database.db, TOLD_AT, TOLD_IN);
  const own = `${file}-${process.pid}`;
  await sql`vacuum into ${own}`.execute(database.db);
  await database.close();
  await giveBack();
  renameSync(own, file);
  return file;
}
