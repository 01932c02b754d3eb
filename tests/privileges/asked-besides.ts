// What the table of privileges does not ask: pages read before, lists that are narrowed, stored work.
import { setTimeout as wait } from 'node:timers/promises';
import { pino } from 'pino';
import { SweepClock } from '#src/clock.ts';
import { startJobs } from '#src/stored-work.ts';
import type { Walk } from '#tests/support/walk.ts';
import type { RunningCopy } from './desk-copies.ts';

const NARROWED = [
  '/articles?desk=nowhere',
  ...['in_work', 'open', 'ready', 'signed', 'put_away', 'all'].flatMap((state) => [
    `/articles?state=${state}&q=crates&assigned=me&desk=foreign-desk`,
    `/articles?state=${state}&assigned=nobody&order=title&due=today`,
    `/articles?state=${state}&order=newest&after=3~2026-03-12T10:00`,
  ]),
  ...['left', 'key', 'open', 'ready', 'mine'].map((filter) => `/articles/1?filter=${filter}`),
  '/articles/1/claim-list?q=crates&list=open&assigned=me',
  '/sources?q=fog&order=title&type=report&uses=used&added_by=2',
  '/sources?q=1&order=oldest&uses=unused&confidence=confidential&with_interest=on',
  '/sources?proximity=unsaid&added_from=2026-01-01&added_to=2026-12-31',
  '/sources.csv?q=fog',
  '/articles/1/log?before=5',
];

/** Asks for lists as people narrow them, and for each page again as the browser does that has it from this walk. */
export async function askBesides(walk: Walk, pages: string[]): Promise<void> {
  for (const path of [...pages, ...NARROWED]) await walk.askAgain(path);
}

/** Does all work that is stored at this desk, and sweeps it, as a server does. */
export async function workJobsOff({ db, config }: Pick<RunningCopy, 'db' | 'config'>): Promise<void> {
  const sweep_clock = new SweepClock(null);
  const worker = startJobs(config, { db, log: pino({ level: 'silent' }), sweep_clock });
  const waiting = db.selectFrom('job').select('id').where('ended_at', 'is', null).limit(1);
  while ((await waiting.executeTakeFirst()) !== undefined) await wait(20);
  await worker.stop();
}
