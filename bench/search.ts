// What a search costs on the large desk. Run: node bench/search.ts [--sqlite] [--only WORDS] [--ci] [--here]
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { type Context, systemContext } from '#src/context.ts';
import { openDatabase } from '#src/database/connect.ts';
import { migrate } from '#src/database/migrate.ts';
import { sqliteFileOf } from '#src/database/sqlite-file.ts';
import { ALONE_AT_A_TIME, makeIndexAnew, takeUpChanges } from '#src/search/index-commands.ts';
import { Asker } from './desk/asking.ts';
import { PASSWORD, READER } from './desk/checked-articles.ts';
import { giveOwnWords } from './desk/own-words.ts';
import { postgresFor } from './desk/postgres.ts';
import { printed } from './desk/print.ts';
import { SHORT, seededFolder, WHOLE } from './desk/seed.ts';
import { startDesk, type Where } from './desk/start-desk.ts';
import { each, nothing, sum } from './desk/table.ts';
import { takeOver } from './desk/take-over.ts';

const { values } = parseArgs({
  options: {
    ci: { type: 'boolean', default: false },
    folder: { type: 'string' },
    sqlite: { type: 'boolean' },
    here: { type: 'boolean', default: false },
    database: { type: 'string' },
    only: { type: 'string' },
  },
});
/** The short version asks each query once. */
const [TURNS, TURN, AT_ONCE] = values.ci ? [1, 0, 1] : [3, 1_000, 2];
const MAY_COST = 20;

/** Three words and more: common ones, rare ones, none that is there, phrases, beginnings, mistyped ones, filters. */
const ALL_QUERIES = [
  'words=the+of+said',
  'words=governor+police+people',
  'words=spokesman+killed+officials',
  'words=two+from+gunmen+building+report',
  'words=karo+mika+zuzu',
  'words=%22the+of%22+said',
  'words=%22said+the+governor%22+city+killed',
  'words=gov*+spok*+pol*',
  'words=ka*+the+of',
  'words=nothing+of+that+sort',
  'words=qqqq+xxxx+zzzz',
  'words=govenor+spoksman+killd',
  'words=prison+governor+4480',
  'words=the+of+said&verdict=wrong&of=claim',
  'words=the+of+said&of=passage&page=20',
  'verdict=wrong&state=open',
];
/** Those that have these words, as the address spells them, or all. */
const QUERIES = ALL_QUERIES.filter((query) => query.includes(values.only ?? ''));

const folder = mkdtempSync(join(tmpdir(), 'claimdesk-search-'));
try {
  cpSync(values.folder ?? (await seededFolder(values.ci ? SHORT : WHOLE)), folder, { recursive: true });
  giveOwnWords(sqliteFileOf(folder));
  // Made anew: to take each of the words out of the index that were there before would take ten times as long.
  printed('The index', [await takenUp({ data_dir: folder, database_url: null }, makeIndexAnew)]);
  const sqlite = await measured({ folder, here: values.here });
  const postgres = values.sqlite ? null : await onPostgres();
  printed(
    'Searches, milliseconds of the processor for one page',
    QUERIES.map((query, at) => ({ query, SQLite: sqlite[at], PostgreSQL: postgres?.[at], asked: MAY_COST })),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function onPostgres(): Promise<string[]> {
  const server = await postgresFor(values.database, [
    'shared_buffers=256MB',
    'autovacuum=off',
    'checkpoint_timeout=1h',
  ]);
  try {
    printed('Taken over', await takeOver(folder, server));
    const waiting = (ctx: Context) => takeUpChanges(ctx, { at_a_time: ALONE_AT_A_TIME });
    printed('The index on PostgreSQL', [await takenUp({ data_dir: '', database_url: server.url }, waiting)]);
    await settle(server.url);
    return await measured({ folder, postgres: server, here: values.here });
  } finally {
    await server.stop();
  }
}

/** What autovacuum does within minutes of a restore is done at once, and not beside what is measured. */
async function settle(database_url: string): Promise<void> {
  const { db, close } = await openDatabase({ data_dir: '', database_url });
  await sql`vacuum (analyze)`.execute(db);
  await sql`checkpoint`.execute(db);
  await close();
}

async function takenUp(
  place: { data_dir: string; database_url: string | null },
  takeUp: (ctx: Context) => Promise<number>,
): Promise<object> {
  const { db, close } = await openDatabase(place);
  await migrate(db);
  const [began, before] = [performance.now(), process.cpuUsage()];
  const things = await takeUp(systemContext(db));
  const { user, system } = process.cpuUsage(before);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  await close();
  const each = ((user + system) / 1000 / Math.max(1, things)).toFixed(3);
  return { things, 'by the clock, s': seconds, 'Node, ms each': each };
}

async function measured(where: Where): Promise<string[]> {
  const server = await startDesk(where);
  const asker = await Asker.signIn(server, { email: READER, password: PASSWORD }, AT_ONCE);
  const found: string[] = [];
  const asking = (query: string) => () => ({ path: `/search?${query}`, status: 200 });
  try {
    // Else what is measured first would pay for what is loaded and compiled once.
    if (!values.ci) for (const query of QUERIES) await asker.load(asking(query), TURN / 2);
    for (const query of QUERIES) {
      const next = asking(query);
      if (!values.ci) await asker.load(next, TURN / 4);
      let slice = nothing();
      for (let turn = 0; turn < TURNS; turn += 1) slice = sum(slice, await asker.load(next, TURN));
      found.push(`${each(slice).toFixed(1)}${slice.wrong > 0 ? ` (${slice.wrong} wrong)` : ''}`);
      // Whoever stops it early has what was measured by then.
      console.error(`${where.postgres === undefined ? 'SQLite' : 'PostgreSQL'} ${query} ${found.at(-1)}`);
    }
  } finally {
    await asker.close();
    await server.stop();
  }
  return found;
}
