// What the desk costs beside the stack's own limit. Run: node bench/desk.ts; docs/speed.md has its options.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { needed } from '#src/item-at.ts';
import { type Afterwards, afterwards, bySave } from './desk/afterwards.ts';
import { Asker, CONNECTIONS } from './desk/asking.ts';
import { besidePostgres } from './desk/beside-postgres.ts';
import { PASSWORD, READER } from './desk/checked-articles.ts';
import { firstVisit, pressesAt } from './desk/in-browser.ts';
import { MeasuredProcess, type MeasuredServer, type Started } from './desk/measured-server.ts';
import { EVENING, evening, SHORT_EVENING } from './desk/people.ts';
import { bySize, printed } from './desk/print.ts';
import { SHORT, seededFolder, seededIn, WHOLE } from './desk/seed.ts';
import { deskProcess, startDesk } from './desk/start-desk.ts';
import { type Measured, measure, type Pace } from './desk/table.ts';
import { worksOn } from './desk/works.ts';

const yes = { type: 'boolean', default: false } as const;
const { values } = parseArgs({
  options: {
    ...{ ci: yes, here: yes, people: yes, postgres: yes },
    ...{ only: { type: 'string' }, database: { type: 'string' } },
  },
});
const PACE: Pace = values.ci ? { turns: 1, turn: 0 } : { turns: 4, turn: 1500 };
/** Each signs in by itself, which costs more than all that the short version asks. */
const AT_ONCE = values.ci ? 2 : CONNECTIONS;
const STARTS = values.ci ? 1 : 3;
const REST = values.ci ? 100 : 20_000;
/** Of the limit: as many as the desk has, but in the short version, which need not wait for them. */
const ARTICLES = values.ci ? '2' : '250';
const ENCODINGS = 'gzip, deflate, br, zstd';

const folder = mkdtempSync(join(tmpdir(), 'claimdesk-bench-'));
try {
  cpSync(await seededFolder(values.ci ? SHORT : WHOLE), folder, { recursive: true });
  const form = { email: READER, password: PASSWORD };
  const { here, only, database } = values;
  if (values.postgres)
    await besidePostgres(folder, { form, pace: PACE, only, at_once: AT_ONCE, rest: REST, here, database });
  else await run(form);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function run(form: Record<string, string>): Promise<void> {
  console.log(`Node ${process.version}, ${availableParallelism()} processors; processor milliseconds decide.\n`);
  const { rows: begun, server } = await starts();
  printed('Start to first answer', begun);
  const seeded = seededIn(folder);
  const all = worksOn(seeded);
  const limit = await MeasuredProcess.start(join(import.meta.dirname, 'limit/limit.ts'), { args: [folder, ARTICLES] });
  // The desk loads most of itself when it is open, and the engine hands back what that took some ten seconds later.
  await wait(REST);
  const idle = { ours: await server.used(), limit: await limit.used() };
  const askers = { ours: await Asker.signIn(server, form, AT_ONCE), limit: await Asker.signIn(limit, form, AT_ONCE) };
  try {
    const page = `/articles/${seeded.article}`;
    const visit = await firstVisit(`${server.origin}${page}`, askers.ours.cookies[0] ?? '');
    printed('First visit of the article page', [{ requests: visit.requests, bytes: visit.bytes }]);
    const cookie = askers.ours.cookies[0] ?? '';
    printed('A key pressed until painted', await pressesAt(`${server.origin}${page}`, cookie, values.ci ? 2 : 20));
    printed('A long article', await longArticle(askers.ours, seeded.long));
    if (values.people || values.ci) {
      const rows = await evening({ server, seeded, works: all, form }, values.ci ? SHORT_EVENING : EVENING);
      printed('People at work, a click a second each', rows);
    }
    const { rows, saves } = await measured(askers, server);
    printed('Work', rows.map(bySize));
    if (saves.length > 0) printed('What a save leaves to be done', saves.map(bySave));
    const loaded = { ours: await server.used(), limit: await limit.used() };
    const row = (who: 'ours' | 'limit') => ({
      who,
      'idle, MB': mb(idle[who].memory),
      'after load, MB': mb(loaded[who].memory),
    });
    printed('Memory', [row('limit'), row('ours')]);
  } finally {
    for (const asker of Object.values(askers)) await asker.close();
    await Promise.all([server.stop(), limit.stop()]);
  }

  async function measured(
    askers: { ours: Asker; limit: Asker },
    server: MeasuredServer,
  ): Promise<{ rows: Measured[]; saves: Afterwards[] }> {
    const [first, ...others] = all;
    const works = others.filter(({ name }) => name.includes(values.only ?? ''));
    const article = needed(first, 'article page');
    // Measured whatever was asked for: others are held against it.
    const page = await measure(askers, article, { pace: PACE });
    const rows: Measured[] = [];
    if (article.name.includes(values.only ?? '')) {
      const compressed = await measure(askers, article, { pace: PACE, accept_encoding: ENCODINGS });
      rows.push(page, { ...compressed, name: 'the same, compressed' });
    }
    const saves: Afterwards[] = [];
    for (const work of works) {
      const row = await measure(askers, work, { pace: PACE, page });
      rows.push(row);
      // What it leaves is its own, and none of the next row's.
      if (work.beside === 'save') saves.push(await afterwards(server, row, REST));
    }
    return { rows, saves };
  }
}

/** What it takes to start; the desk that was started last goes on, to be measured, or one in this process does. */
async function starts(): Promise<{ rows: object[]; server: MeasuredServer }> {
  const found: Record<'bare http' | 'ours', Started[]> = { 'bare http': [], ours: [] };
  let server: MeasuredProcess | undefined;
  for (let turn = 0; turn < STARTS; turn += 1) {
    await server?.stop();
    const bare = await MeasuredProcess.start(join(import.meta.dirname, 'limit/bare.mjs'));
    found['bare http'].push(bare.started);
    await bare.stop();
    server = await deskProcess({ folder });
    found.ours.push(server.started);
  }
  const least = (list: Started[], of: keyof Started) => Math.min(...list.map((one) => one[of]));
  const rows = Object.entries(found).map(([who, list]) => ({
    who,
    'by the clock, ms': Math.round(least(list, 'wall')),
    'processor, ms': Math.round(least(list, 'processor')),
    ratio: (least(list, 'processor') / least(found['bare http'], 'processor')).toFixed(1),
  }));
  if (!values.here) return { rows, server: needed(server, 'the desk') };
  await server?.kill();
  return { rows, server: await startDesk({ folder, here: true }) };
}

async function longArticle(ours: Asker, number: number): Promise<object[]> {
  const path = `/articles/${number}`;
  const opened = await ours.ask({ path, status: 200 });
  const again = await ours.ask({ path, status: 200 });
  const form = { sentence: '30', words: '', version: '1' };
  const marked = await ours.ask({ path: `${path}/claims`, form, status: 303 });
  return Object.entries({ 'opened first': opened, 'opened again': again, 'a claim marked': marked }).map(
    ([what, { status, took }]) => ({ what, status, 'seconds by the clock': (took / 1000).toFixed(2) }),
  );
}

function mb(bytes: number): number {
  return Math.round(bytes / 1e6);
}
