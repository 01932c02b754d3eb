// A desk that answers: the app listening, then all of it loaded, stored work done, a clean stop on a signal.
import type { Server } from 'node:http';
import { flushCompileCache } from 'node:module';
import { setTimeout as wait } from 'node:timers/promises';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { createApp } from './app.ts';
import { SweepClock } from './clock.ts';
import type { Config } from './config.ts';
import type { OpenDatabase } from './database/connect.ts';
import type { Db } from './database/engine.ts';
import { forgetPages } from './database/forget-pages.ts';
import { giveBackMemory } from './database/give-back-memory.ts';
import { afterEachMinute } from './http/at-ease.ts';
import { build } from './http/build.ts';
import { createLog } from './http/logging.ts';
import { addressOf, listen, stopServer } from './http/server.ts';
import { findStaticFile } from './http/static-files.ts';
import type { Worker } from './jobs/worker.ts';
import { lazily } from './lazily.ts';
import { Live } from './live/live.ts';
import { othersTurn } from './others-turn.ts';
import { watchClock } from './people/sign-in/clock-watch-commands.ts';
import { timesAtStart } from './people/sign-in/known-times.ts';
import { writeRefusals } from './people/sign-in/refusal-book-commands.ts';
import { subjectRoutes } from './subjects.ts';
import { tidyUp } from './tidy-up.ts';

const FIRST_LOADED = ['css/claimdesk.css', 'browser.js'];
/** So long whoever waited for the desk to open has it alone. */
const ALONE_MILLISECONDS = 100;

/** Starts to listen and returns the address to open. SIGTERM and SIGINT then end the process. Throws CannotListen. */
export async function serveDesk(config: Config, database: OpenDatabase): Promise<string> {
  const { db } = database;
  const log = createLog(config.log_level);
  // Before anything is written: what is on record so far tells whether the clock can be believed.
  const { newest, sentences } = await timesAtStart(db, new Date().toISOString());
  for (const sentence of sentences) console.warn(sentence);
  const watch = watchClock(db, {
    onJump: (seconds) => log.warn({ seconds }, 'the clock of the machine was set'),
    onError: (error) => log.error({ err: error }, 'that the clock was set could not be noted'),
  });
  const subjects = lazily(() => subjectRoutes(config));
  const live = new Live(db, () => new Date().toISOString());
  const app = await createApp({ config, db, log, live, subjects, look_at_clock: watch.look });
  const server = await listen(app, config.port, config.host);
  warnOfExceptions(config);
  const keptMemory = (error: unknown) => log.error({ err: error }, 'memory could not be given back');
  afterEachMinute(server, {
    ofEase: () => void forgetPages(db).then(giveBackMemory).catch(keptMemory),
    ofWork: giveBackMemory,
  });
  const stopping = new AbortController();
  const begun: Worker[] = [];
  const parts = { db, log, live, subjects, sweep_clock: new SweepClock(newest), begun, stopping: stopping.signal };
  makeReady(config, parts).catch((error: unknown) => stopping.signal.aborted || endBroken(error));
  const close = async () => {
    watch.stop();
    await writeRefusals(db).catch((error: unknown) => log.error({ err: error }, 'refusals could not be noted'));
    await database.close();
  };
  stopOnSignal(server, { live, stopping, begun, close });
  return config.public_url ?? addressOf(server, config.host);
}

interface Parts {
  db: Db;
  log: Logger;
  live: Live;
  subjects: () => Promise<RequestHandler>;
  sweep_clock: SweepClock;
  /** What works beside the pages, as soon as it does. */
  begun: Worker[];
  stopping: AbortSignal;
}

/**
 * What would hold up the first who needs it, done step by step as soon as the desk is open: what lies behind the door is
 * loaded, stored work begun, the search kept, the sheet and the script joined and packed. What was compiled is kept for the next start.
 * Throws where a part cannot be loaded, and at the next step where the desk stops before it is through.
 */
async function makeReady(config: Config, { subjects, live, begun, stopping, ...parts }: Parts): Promise<void> {
  await wait(ALONE_MILLISECONDS, undefined, { signal: stopping });
  await subjects();
  await joinOthers(config, live);
  const { startJobs } = await import('./stored-work.ts');
  stopping.throwIfAborted();
  begun.push(startJobs(config, parts));
  const { keepIndex } = await import('./search/keep-index.ts');
  stopping.throwIfAborted();
  begun.push(keepIndex(parts.db, (error) => parts.log.error({ err: error }, 'the search could not be kept up')));
  for (const step of [build, warmReading, ...FIRST_LOADED.map((name) => () => packed(name)), flushCompileCache]) {
    await othersTurn();
    stopping.throwIfAborted();
    await step();
  }
  stopping.throwIfAborted();
  await forgetPages(parts.db);
  tidyUp();
}

/** Where that fails, the page that needs it says so. */
async function packed(name: string): Promise<void> {
  await findStaticFile(name)
    ?.bytes('br')
    .catch(() => undefined);
}

/** On SQLite there is one server to a desk. */
async function joinOthers({ database_url }: Config, live: Live): Promise<void> {
  if (database_url === null) return;
  const { openNotices } = await import('./database/postgres-notices.ts');
  live.join((heard) => openNotices(database_url, heard));
}

/** The pattern of times is the program's largest: its first two uses, which compile it, would hold up the first who marks words. */
async function warmReading(): Promise<void> {
  const { timesOf } = await import('./reading/entities/times.ts');
  const words = 'They met at noon on Friday, 4 May 2012, three days later.';
  for (let use = 0; use < 2; use += 1) {
    await othersTurn();
    timesOf(words, { start: 0, end: words.length });
  }
}

/** A part of the program that cannot be loaded is found out at the start, not by whoever needs it first at night. */
function endBroken(error: unknown): void {
  console.error(error);
  process.exit(1);
}

/** Whoever gives FETCH_ALLOW lets people of the desk read pages of the inner network: said at every start. */
function warnOfExceptions({ fetch_allow }: Config): void {
  if (fetch_allow.length > 0)
    console.warn(
      `FETCH_ALLOW lets everybody at this desk fetch from ${fetch_allow.join(', ')}, which need not be public. Unset it where that is not meant.`,
    );
}

function stopOnSignal(
  server: Server,
  {
    live,
    stopping,
    begun,
    close,
  }: { live: Live; stopping: AbortController; begun: Worker[]; close: () => Promise<void> },
): void {
  const stop = async () => {
    stopping.abort();
    await live.stop();
    await Promise.all([stopServer(server), ...begun.map((worker) => worker.stop())]);
    await close();
    process.exit(0);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}
