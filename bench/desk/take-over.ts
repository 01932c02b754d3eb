// Takes a desk from SQLite over to PostgreSQL by its backup, and prints how long each way took.
import { join } from 'node:path';
import { sql } from 'kysely';
import { readingJobs } from '#src/claims/analysis/job.ts';
import { askForUnread } from '#src/claims/analysis/unread-commands.ts';
import { endTextThreads } from '#src/claims/analysis/worker-pool.ts';
import { systemContext } from '#src/context.ts';
import { backupTo } from '#src/database/backup.ts';
import { openDatabase } from '#src/database/connect.ts';
import { restoreFrom } from '#src/database/restore.ts';
import { workOnce } from '#src/jobs/worker.ts';
import { ALONE_AT_A_TIME, takeUpChanges } from '#src/search/index-commands.ts';
import { processorOfFamily } from './family.ts';
import type { Postgres } from './start-desk.ts';

const WATCHED_EVERY = 50;

/** Puts all that the file in this folder holds into this empty database, and gives a row of figures for each step. */
export async function takeOver(folder: string, { url, pid }: Postgres): Promise<object[]> {
  const sqlite = await openDatabase({ data_dir: folder, database_url: null });
  const server = await openDatabase({ data_dir: '', database_url: url });
  const [there, back] = [join(folder, 'there'), join(folder, 'back')];
  try {
    return [
      await timed('backup of SQLite', pid, () => backupTo(sqlite.db, there)),
      await timed('restore into PostgreSQL', pid, () => restoreFrom(server.db, there)),
      await timed('backup of PostgreSQL', pid, () => backupTo(server.db, back)),
    ];
  } finally {
    await sqlite.close();
    await server.close();
  }
}

/** Takes up the search of a desk that was just restored, and reads its articles in work, as its servers do: a row of figures. */
export async function madeReady({ url, pid }: Postgres): Promise<object> {
  const server = await openDatabase({ data_dir: '', database_url: url });
  const work = { db: server.db, kinds: readingJobs(), onError: failed };
  try {
    return await timed('search taken up, articles read', pid, async () => {
      const rows = await takeUpChanges(server, { at_a_time: ALONE_AT_A_TIME });
      await askForUnread(systemContext(server.db));
      while (await workOnce(work));
      await endTextThreads();
      await sql`vacuum (analyze)`.execute(server.db);
      return { rows };
    });
  } finally {
    await server.close();
  }
}

function failed(error: unknown): never {
  throw error;
}

async function timed(what: string, pid: number | undefined, work: () => Promise<{ rows: number }>): Promise<object> {
  const began = performance.now();
  const before = { node: process.cpuUsage(), server: processorOfFamily(pid) };
  let memory = 0;
  const watch = setInterval(() => {
    memory = Math.max(memory, process.memoryUsage.rss());
  }, WATCHED_EVERY);
  const { rows } = await work();
  clearInterval(watch);
  const { user, system } = process.cpuUsage(before.node);
  return {
    what,
    rows,
    'by the clock, s': ((performance.now() - began) / 1000).toFixed(1),
    'Node, s': ((user + system) / 1e6).toFixed(1),
    'server, s': ((processorOfFamily(pid) - before.server) / 1000).toFixed(1),
    'Node, MB': Math.round(memory / 1e6),
  };
}
