// A desk that answers: the app listening, stored work done, a clean stop on a signal.
import type { Server } from 'node:http';
import { flushCompileCache } from 'node:module';
import type { Logger } from 'pino';
import { openBoard } from './accounts/drawing.ts';
import { createApp } from './app.ts';
import { asRanJobs } from './articles/as-ran/job.ts';
import { sweepDrafts } from './articles/intake-commands.ts';
import { intakeJobs } from './articles/intake-job.ts';
import { SweepClock } from './clock.ts';
import type { Config } from './config.ts';
import type { OpenDatabase } from './database/connect.ts';
import type { Db } from './database/engine.ts';
import { lookPassagesUp, sweepLookups } from './evidence/lookup/commands.ts';
import { lookupJobs } from './evidence/lookup/job.ts';
import { sweepFiles } from './files/commands.ts';
import { build } from './http/build.ts';
import { createLog } from './http/logging.ts';
import { addressOf, listen, stopServer } from './http/server.ts';
import { findStaticFile } from './http/static-files.ts';
import { startWorker, type Worker } from './jobs/worker.ts';
import { watchClock } from './people/sign-in/clock-watch-commands.ts';
import { timesAtStart } from './people/sign-in/known-times.ts';
import { writeRefusals } from './people/sign-in/refusal-book-commands.ts';
import { sweepTheDoor } from './people/sign-in/sweep-commands.ts';
import { captureJobs } from './sources/snapshots/capture-job.ts';

const FIRST_LOADED = ['css/claimdesk.css', 'browser.js'];
const WARM_UP_AFTER_MILLISECONDS = 1500;

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
  const app = await createApp({ config, db, log, look_at_clock: watch.look });
  const server = await listen(app, config.port, config.host);
  warnOfExceptions(config);
  const worker = startJobs(config, { db, log, sweep_clock: new SweepClock(newest) });
  const close = async () => {
    watch.stop();
    await writeRefusals(db).catch((error: unknown) => log.error({ err: error }, 'refusals could not be noted'));
    await database.close();
  };
  stopOnSignal(server, { worker, close });
  warmUp();
  return config.public_url ?? addressOf(server, config.host);
}

/**
 * What would hold up the first who needs it, done before somebody does, and later than the start's own work: what draws plots
 * is loaded, for half a second in which nobody else has a turn, and the sheet and the script are joined and packed. Where that
 * fails, the page that needs it says so. What was compiled until then is kept for the next start.
 */
function warmUp(): void {
  const work = async () => {
    build();
    await Promise.all(FIRST_LOADED.map((name) => findStaticFile(name)?.bytes('br')));
    await openBoard();
  };
  setTimeout(
    () =>
      work()
        .catch(() => undefined)
        .finally(flushCompileCache),
    WARM_UP_AFTER_MILLISECONDS,
  ).unref();
}

/** Whoever gives FETCH_ALLOW lets people of the desk read pages of the inner network: said at every start. */
function warnOfExceptions({ fetch_allow }: Config): void {
  if (fetch_allow.length > 0)
    console.warn(
      `FETCH_ALLOW lets everybody at this desk fetch from ${fetch_allow.join(', ')}, which need not be public. Unset it where that is not meant.`,
    );
}

/** Starts to do what is stored to be done, of every kind, and to sweep. */
export function startJobs(
  config: Config,
  { db, log, sweep_clock }: { db: Db; log: Logger; sweep_clock: SweepClock },
): Worker {
  return startWorker({
    db,
    tidied_by: () => sweep_clock.now(),
    kinds: {
      ...intakeJobs({ allow: config.fetch_allow }),
      ...asRanJobs({ allow: config.fetch_allow }),
      ...lookupJobs(),
      ...captureJobs({ allow: config.fetch_allow, bytes: config.upload_limit, onCopiesChanged: lookPassagesUp }),
    },
    onError: (error, job) => log.error({ err: error, job: job?.id, kind: job?.kind }, 'stored work failed'),
    tidy: async (ctx) => {
      await sweepDrafts(ctx);
      await sweepFiles(ctx);
      await sweepLookups(ctx);
      await sweepTheDoor(ctx);
    },
  });
}

function stopOnSignal(server: Server, { worker, close }: { worker: Worker; close: () => Promise<void> }): void {
  const stop = async () => {
    await Promise.all([stopServer(server), worker.stop()]);
    await close();
    process.exit(0);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}
