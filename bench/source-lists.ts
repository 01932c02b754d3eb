// How long lists take. Run: node bench/source-lists.ts [--sources 50000] [--engine sqlite|postgres]
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { readConfig } from '#src/config.ts';
import { openDatabase } from '#src/database/connect.ts';
import type { Engine } from '#src/database/engine.ts';
import { setBackForRetraction } from '#src/evidence/set-back/commands.ts';
import { SOURCE_TYPES } from '#src/sources/card/source-type.ts';
import { exportSources } from '#src/sources/formats/export-commands.ts';
import { planImport, takeImport } from '#src/sources/formats/import-commands.ts';
import { readSourcesFile } from '#src/sources/formats/read-file.ts';
import { getStagedImport, hashOfBytes, stageImport } from '#src/sources/formats/staged.ts';
import { writeSources } from '#src/sources/formats/write-sources.ts';
import { librarySearchIn } from '#src/sources/library/search.ts';
import { SOURCE_FORMATS, type SourceFormat } from '#src/sources/library/source-formats.ts';
import { type EngineUnderTest, makePostgresTemplate } from '#tests/support/engines.ts';
import { startNewsroom } from '#tests/support/newsroom.ts';
import { startPostgres } from '#tests/support/postgres.ts';

const { values } = parseArgs({
  options: { sources: { type: 'string', default: '50000' }, engine: { type: 'string' } },
});
const COUNT = Number(values.sources);

function listIn(format: SourceFormat): Buffer {
  const cards = Array.from({ length: COUNT }, (_, index) => ({
    title: `Bulletin ${index} of the ministry at Karsa, “part ${index % 7}” & more`,
    type: SOURCE_TYPES[index % SOURCE_TYPES.length] ?? 'other',
    url: index % 3 === 0 ? '' : `https://karsa.example/bulletins/${index}?part=${index % 7}`,
    publisher: 'Office of the governor',
    author: index % 2 === 0 ? 'Ada Lind; Müller, Jan' : 'Interior ministry',
    dated_on: `2026-0${1 + (index % 9)}-1${index % 10}`,
    proximity: null,
    interest: index % 10 === 0 ? 'Owns a third of the mine.' : '',
    doi: '',
    is_confidential: 0 as const,
    alias: '',
    anonymity_reason: '',
    granted_by: '',
    number: index + 1,
    added_on: '2026-03-14',
  }));
  return Buffer.from([...writeSources(format, cards, false)].join(''));
}

async function measured<T>(what: string, work: () => Promise<T>): Promise<T> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  await new Promise((resolve) => setTimeout(resolve, 50));
  delay.enable();
  const began = performance.now();
  const result = await work();
  const took = performance.now() - began;
  delay.disable();
  console.log(
    `${what.padEnd(44)} ${took.toFixed(0).padStart(6)} ms   longest hold ${(delay.max / 1e6).toFixed(0).padStart(4)} ms`,
  );
  return result;
}

async function run(engine?: EngineUnderTest): Promise<void> {
  const desk = await startNewsroom(engine);
  const ben = desk.ctxOf('ben');
  const slug = desk.desks.foreign.slug;
  const desk_id = desk.desks.foreign.id;
  const search = { ...librarySearchIn({}), desk_id };
  console.log(`${engine?.name ?? 'sqlite'}, ${COUNT} entries`);
  let taken = false;
  for (const format of SOURCE_FORMATS) {
    const bytes = listIn(format);
    console.log(`${format}: ${(bytes.length / 1e6).toFixed(1)} MB`);
    const read = await measured('  read in a process', () =>
      readSourcesFile({ name: `list.${format}`, bytes: new Uint8Array(bytes) }),
    );
    const head = { name: 'list', sha256: hashOfBytes(bytes), format, remarks: [], columns: [] };
    const id = await measured('  kept to be looked over', () => stageImport(ben, desk_id, { ...read, head }));
    await measured('  looked over', async () => {
      const staged = await getStagedImport(ben, id);
      for await (const _ of planImport(ben, desk_id, staged.entries()));
    });
    const file = { name: 'list', sha256: head.sha256, format };
    const result = await measured(taken ? '  taken again: all are here' : '  taken', () =>
      takeImport(ben, slug, { entries: read.entries, fill: false, file, onRetracted: setBackForRetraction }),
    );
    if (!taken) console.log(`  ${result.new} new`);
    taken = true;
    // PostgreSQL looks over its tables by itself within a minute; here nobody waits for that.
    await sql`analyze`.execute(desk.db);
    await measured('  written out', async () => {
      const { pieces } = await exportSources(ben, { format, search });
      for await (const _ of pieces);
    });
  }
  await desk.close();
}

if (values.engine !== 'postgres') await run();
if (values.engine !== 'sqlite') {
  const server = await startPostgres();
  await makePostgresTemplate(server.url);
  const config = async () => readConfig({ DATABASE_URL: server.url.replace(/\/[^/]*$/, '/claimdesk_template') });
  const engine: EngineUnderTest = {
    name: 'postgres' as Engine,
    freshConfig: config,
    bareConfig: config,
    lend: async () => ({
      config: await config(),
      database: await openDatabase(await config()),
      giveBack: async () => {},
    }),
    open: () => Promise.reject(new Error('not here')),
  };
  await run(engine);
  await server.stop();
}
process.exit();
