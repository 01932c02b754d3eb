// How much memory a desk takes, with all that works for it, while bombs are brought to it.
// Run: node trials/memory.ts [--times 3] [--only WORDS]
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startRunningDesk } from '../bench/running-desk.ts';
import { BOMBS, bringAtOnce } from './document-bombs.ts';

const { values } = parseArgs({
  options: { times: { type: 'string', default: '3' }, only: { type: 'string', default: '' } },
});

function inMegabytes(bytes: number): string {
  return `${Math.round(bytes / 1_000_000)} MB`;
}

function count(statuses: number[]): string {
  const kinds = [...new Set(statuses)].sort();
  return kinds.map((one) => `${statuses.filter((status) => status === one).length} × ${one}`).join(', ');
}

const folder = await mkdtemp(join(tmpdir(), 'claimdesk-memory-'));
const desk = await startRunningDesk(folder);
const cookie = await desk.signIn('reviewer');
const rows = [];
for (const [what, brought] of Object.entries(BOMBS)) {
  if (!what.includes(values.only)) continue;
  const { statuses, server, family, pages, milliseconds } = await bringAtOnce(desk, {
    ...{ brought, times: Number(values.times), cookie },
  });
  const sorted = pages.sort((a, b) => a - b);
  rows.push({
    brought: what,
    'server and children': inMegabytes(family),
    server: inMegabytes(server),
    answers: count(statuses),
    'all took': `${(milliseconds / 1000).toFixed(1)} s`,
    pages: pages.length,
    p50: `${Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0)} ms`,
    longest: `${Math.round(sorted.at(-1) ?? 0)} ms`,
  });
}
const after = inMegabytes(desk.familyBytes());
await desk.stop();
await rm(folder, { recursive: true, force: true });
const load = loadavg().map((one) => one.toFixed(1));
console.log(
  `\n${values.times} at once; ${availableParallelism()} processors, load ${load.join(' ')}; ${after} at the end`,
);
console.table(rows);
