// What verify takes for a long log. Run: node bench/verify.ts [--entries 100000] [--engine sqlite|postgres]
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { verifyAll } from '#src/cli/verification.ts';
import { type Config, readConfig } from '#src/config.ts';
import { systemContext } from '#src/context.ts';
import { openDatabase } from '#src/database/connect.ts';
import { migrate } from '#src/database/migrate.ts';
import { startPostgres } from '#tests/support/postgres.ts';
import { fillLongLog } from './long-log.ts';

const { values } = parseArgs({
  options: { entries: { type: 'string', default: '100000' }, engine: { type: 'string' }, place: { type: 'string' } },
});

/** What the process that verifies says of itself; megabytes and milliseconds. */
interface Measured {
  seconds: number;
  rows: number;
  findings: number;
  memory: number;
  stretch: number;
}

async function measure(place: Config): Promise<Measured> {
  const { db, close } = await openDatabase(place);
  const delay = monitorEventLoopDelay({ resolution: 2 });
  let memory = 0;
  const look = setInterval(() => {
    memory = Math.max(memory, process.memoryUsage.rss());
  }, 20);
  delay.enable();
  const begun = performance.now();
  const { tables, findings } = await verifyAll(systemContext(db));
  const seconds = (performance.now() - begun) / 1000;
  clearInterval(look);
  memory = Math.max(memory, process.memoryUsage.rss());
  await close();
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return { seconds, rows, findings: findings.length, memory: memory / 1e6, stretch: delay.max / 1e6 };
}

async function bench(engine: string, place: Config): Promise<void> {
  const { db, close } = await openDatabase(place);
  await migrate(db);
  const entries = await fillLongLog(db, Number(values.entries));
  await close();
  const child = fork(import.meta.filename, ['--place', JSON.stringify(place)]);
  const [measured] = (await once(child, 'message')) as [Measured];
  const { seconds, rows, findings, memory, stretch } = measured;
  console.log(
    [
      engine,
      entries,
      rows,
      findings,
      `${seconds.toFixed(1)} s`,
      `${Math.round(memory)} MB`,
      `${Math.round(stretch)} ms`,
    ].join('\t'),
  );
}

if (values.place !== undefined) process.send?.(await measure(JSON.parse(values.place)));
else {
  console.log('engine\tentries\trows\tfindings\ttime\tmemory\tlongest stretch');
  const folder = await mkdtemp(join(tmpdir(), 'claimdesk-bench-'));
  if (values.engine !== 'postgres') await bench('sqlite', readConfig({ DATA_DIR: folder }));
  if (values.engine !== 'sqlite') {
    const server = await startPostgres();
    await bench('postgres', readConfig({ DATABASE_URL: server.url }));
    await server.stop();
  }
  await rm(folder, { recursive: true, force: true });
}
