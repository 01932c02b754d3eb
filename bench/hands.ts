// An evening in a browser, every key counted. Run: node bench/hands.ts; docs/hands.md has its options.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { browserProgram } from '#tests/support/browser-program.ts';
import { articleIn, articleOf, wholeText } from './hands/article.ts';
import { SIGNING, walk } from './hands/evening.ts';
import { missingIn, readPlan } from './hands/plan.ts';
import { besideAsked, rowsOf, Tally } from './hands/tally.ts';

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-dev-shm-usage'];
const SLOWEST = 8;

const { values } = parseArgs({ options: { article: { type: 'string' }, plan: { type: 'string' } } });
const plan = readPlan(readFileSync(values.plan ?? join(import.meta.dirname, 'hands/night-raid.json'), 'utf8'));
const article = values.article === undefined ? articleOf(plan) : articleIn(readFileSync(values.article, 'utf8'));
const missing = missingIn(plan, wholeText(article));
if (missing.length > 0) {
  console.error(missing.join('\n'));
  process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), 'claimdesk-hands-'));
const server = startEmptyDesk(folder);
const browser = await chromium.launch({ executablePath: await browserProgram(), args: FLAGS, headless: true });
const tally = new Tally();
try {
  const { origin, token } = await server.told;
  await walk({ browser, origin, token, article, plan }, tally);
} finally {
  report();
  await browser.close();
  server.stop();
  rmSync(folder, { recursive: true, force: true });
}

function report(): void {
  console.table(rowsOf(tally, SIGNING));
  for (const { what, got, asked, is_reached } of besideAsked(tally, SIGNING))
    console.log(`${is_reached ? '✓' : '✗'} ${what}: ${got} (asked: ${asked})`);
  const slowest = tally.waits.toSorted((a, b) => b.milliseconds - a.milliseconds).slice(0, SLOWEST);
  console.log(`\nThe slowest of ${tally.waits.length} waits:`);
  for (const { what, milliseconds } of slowest)
    console.log(`${String(Math.round(milliseconds)).padStart(6)} ms  ${what}`);
}

/** As `npm start` on a fresh folder; `told`: what it prints. */
function startEmptyDesk(data: string): { told: Promise<{ origin: string; token: string }>; stop: () => void } {
  const root = join(import.meta.dirname, '..');
  const env = { ...process.env, DATA_DIR: data, DATABASE_URL: '', HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'silent' };
  const program = spawn(
    process.execPath,
    ['--require', join(root, 'scripts/preflight.cjs'), join(root, 'src/main.ts')],
    {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const told = new Promise<{ origin: string; token: string }>((resolve, reject) => {
    let said = '';
    program.stdout.on('data', (piece: Buffer) => {
      said += piece.toString();
      const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
      const token = /give this token: (\S+)/.exec(said)?.[1];
      if (origin && token) resolve({ origin, token });
    });
    program.once('exit', (code) => reject(new Error(`The desk ended (${code}): ${said}`)));
  });
  return { told, stop: () => program.kill('SIGTERM') };
}
