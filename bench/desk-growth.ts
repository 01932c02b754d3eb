// Whether lists cost as much on a desk 25 times as large. Run: node bench/desk-growth.ts [--ci] [--here]
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Asker, CONNECTIONS, type Slice } from './desk/asking.ts';
import { PASSWORD, READER } from './desk/checked-articles.ts';
import type { MeasuredServer } from './desk/measured-server.ts';
import { printed } from './desk/print.ts';
import { SHORT, type Shape, seededFolder, WHOLE } from './desk/seed.ts';
import { startDesk } from './desk/start-desk.ts';
import { each, nothing, sum } from './desk/table.ts';

const yes = { type: 'boolean', default: false } as const;
const { values } = parseArgs({ options: { ci: yes, here: yes } });
const [TURNS, TURN, AT_ONCE] = values.ci ? [1, 0, 2] : [4, 1500, CONNECTIONS];

/** 2,000 claims in 200 articles, so that its pages have as many rows as those of the large desk. */
const SMALL: Shape = { copies: 197, claims: 10, most_claims: 20, long_bytes: 20_000 };
const SMALLEST: Shape = { copies: 2, claims: 10, most_claims: 1, long_bytes: 1_000 };
const LISTS = { 'my desk': '/', 'article list': '/articles', library: '/sources' };

interface Desk {
  server: MeasuredServer;
  asker: Asker;
  slice: Slice;
}

const folder = mkdtempSync(join(tmpdir(), 'claimdesk-growth-'));
try {
  const small = await open('small', values.ci ? SMALLEST : SMALL);
  const large = await open('large', values.ci ? SHORT : WHOLE);
  const rows: object[] = [];
  for (const [work, path] of Object.entries(LISTS)) rows.push(await measured({ work, path }, { small, large }));
  printed('Lists by the size of the desk', rows);
  for (const { asker, server } of [small, large]) {
    await asker.close();
    await server.stop();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function open(name: string, shape: Shape): Promise<Desk> {
  cpSync(await seededFolder(shape), join(folder, name), { recursive: true });
  const server = await startDesk({ folder: join(folder, name), here: values.here });
  const asker = await Asker.signIn(server, { email: READER, password: PASSWORD }, AT_ONCE);
  return { server, asker, slice: nothing() };
}

/** Each desk in turns, so that what else the machine does changes both alike. */
async function measured({ work, path }: { work: string; path: string }, desks: { small: Desk; large: Desk }) {
  const next = () => ({ path, status: 200 });
  const both = Object.values(desks);
  for (const desk of both) {
    desk.slice = nothing();
    await desk.asker.load(next, TURN / 4);
  }
  for (let turn = 0; turn < TURNS; turn += 1)
    for (const desk of both) desk.slice = sum(desk.slice, await desk.asker.load(next, TURN));
  const [small, large] = [desks.small.slice, desks.large.slice];
  const kB = ({ bytes, asked }: Slice) => (bytes / Math.max(1, asked) / 1000).toFixed(0);
  return {
    work,
    'small, ms': each(small).toFixed(2),
    'large, ms': each(large).toFixed(2),
    times: (each(large) / each(small)).toFixed(2),
    'small, kB': kB(small),
    'large, kB': kB(large),
    wrong: small.wrong + large.wrong,
  };
}
