// What floods of bodies do to the memory of a desk and to somebody who reads a page.
// Run: node trials/bodies.ts [--seconds 8] [--sockets 40] [--only WORDS]
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type RunningDesk, startRunningDesk } from '../bench/running-desk.ts';
import { BODY_FLOODS, SLOW_FLOODS } from './body-floods.ts';

const PAUSE = 40;

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '8' },
    sockets: { type: 'string', default: '40' },
    only: { type: 'string', default: '' },
  },
});

/** Opens the list of articles again and again; how long each took, and the most memory that the server held. */
async function readMeanwhile(desk: RunningDesk, cookie: string): Promise<{ took: number[]; most: number }> {
  const took: number[] = [];
  let most = 0;
  const end = performance.now() + Number(values.seconds) * 1000;
  while (performance.now() < end) {
    const begun = performance.now();
    const { status } = await fetch(`${desk.origin}/articles`, { headers: { cookie } });
    if (status !== 200) throw new Error(`The page was answered with ${status}.`);
    took.push(performance.now() - begun);
    most = Math.max(most, desk.residentBytes());
    await wait(PAUSE);
  }
  return { took, most };
}

async function measure(desk: RunningDesk, name: string): Promise<Record<string, string | number>> {
  const [reader, guest] = [await desk.signIn('reviewer'), await desk.signIn('guest')];
  const port = new URL(desk.origin).port;
  const sender = fork(join(import.meta.dirname, 'body-sender.ts'), [name, port, guest, values.sockets]);
  await wait(1_000);
  const { took, most } = await readMeanwhile(desk, reader);
  sender.send('end');
  const [answers] = await once(sender, 'message');
  sender.disconnect();
  const sorted = took.sort((a, b) => a - b);
  const quantile = (share: number) => `${Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0)} ms`;
  await wait(1_000);
  const memory = { most: inMegabytes(most), after: inMegabytes(desk.residentBytes()) };
  return {
    flood: name,
    pages: took.length,
    p50: quantile(0.5),
    p99: quantile(0.99),
    longest: quantile(1),
    ...memory,
    answers,
  };
}

function inMegabytes(bytes: number): string {
  return `${Math.round(bytes / 1_000_000)} MB`;
}

const folder = await mkdtemp(join(tmpdir(), 'claimdesk-bodies-'));
const desk = await startRunningDesk(folder);
const rows = [];
for (const name of ['nothing', ...Object.keys({ ...BODY_FLOODS, ...SLOW_FLOODS })])
  if (name.includes(values.only)) rows.push(await measure(desk, name));
await desk.stop();
await rm(folder, { recursive: true, force: true });
const load = loadavg().map((one) => one.toFixed(1));
console.log(
  `\n${values.sockets} sockets, ${values.seconds} s each; ${availableParallelism()} processors, load ${load.join(' ')}`,
);
console.table(rows);
