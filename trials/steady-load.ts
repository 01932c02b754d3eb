// How much memory a desk holds while it works for twenty minutes without a rest.
// Run: node trials/steady-load.ts [--minutes 20] [--ci] [--here]
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CONNECTIONS } from '../bench/desk/asking.ts';
import { PASSWORD, READER } from '../bench/desk/checked-articles.ts';
import { SHORT, seededFolder, seededIn, WHOLE } from '../bench/desk/seed.ts';
import { startDesk } from '../bench/desk/start-desk.ts';
import { type Minute, minutesOfLoad } from './minutes-of-load.ts';

const yes = { type: 'boolean', default: false } as const;
const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '20' }, ci: yes, here: yes },
});
/** In a minute of the short one each connection asks for each work once. */
const [MINUTES, MINUTE] = values.ci ? [4, 0] : [Number(values.minutes), 60_000];
const REST = values.ci ? 100 : 5_000;
const AT_ONCE = values.ci ? 2 : CONNECTIONS;

const folder = mkdtempSync(join(tmpdir(), 'claimdesk-steady-'));
cpSync(await seededFolder(values.ci ? SHORT : WHOLE), folder, { recursive: true });
const server = await startDesk({ folder, here: values.here });
try {
  const form = { email: READER, password: PASSWORD };
  const length = { minutes: MINUTES, minute: MINUTE, rest: REST };
  const found = await minutesOfLoad({ server, seeded: seededIn(folder), form, at_once: AT_ONCE }, length);
  console.log(`${availableParallelism()} processors, load ${loadavg().map((one) => one.toFixed(1))}`);
  console.table(found.map(printed));
  const worked = found.slice(1, -1);
  const most = (rows: Minute[]) => Math.max(...rows.map(({ megabytes }) => megabytes));
  const half = Math.ceil(worked.length / 2);
  console.log(
    `Most in the first half: ${most(worked.slice(0, half))} MB, in the second: ${most(worked.slice(half))} MB.`,
  );
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

function printed({ when, megabytes, answers, wrong, late }: Minute): object {
  return { when, 'memory, MB': megabytes, answers, wrong, 'loop late, ms': late };
}
