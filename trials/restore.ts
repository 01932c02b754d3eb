// How long a desk of a million rows takes to PostgreSQL and back, and whether all of it holds.
// Run: node trials/restore.ts [--small]
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { verifyLog } from '#src/audit/verify.ts';
import { openDatabase } from '#src/database/connect.ts';
import { startPostgres } from '#tests/support/postgres.ts';
import { printed } from '../bench/desk/print.ts';
import { SHORT, seededFolder, WHOLE } from '../bench/desk/seed.ts';
import { takeOver } from '../bench/desk/take-over.ts';

const { values } = parseArgs({ options: { small: { type: 'boolean', default: false } } });
const folder = mkdtempSync(join(tmpdir(), 'claimdesk-restore-'));
const server = await startPostgres([]);
try {
  cpSync(await seededFolder(values.small ? SHORT : WHOLE), folder, { recursive: true });
  printed('There and back', await takeOver(folder, server));
  const { db, close } = await openDatabase({ data_dir: '', database_url: server.url });
  const chains = await verifyLog(db);
  await close();
  const found = chains.map(({ chain, entries, faults }) => ({ log: chain, entries, faults: faults.length }));
  printed('The log, re-traced on PostgreSQL', found);
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
