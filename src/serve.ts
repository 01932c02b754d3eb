// A desk that answers: the app on an open database with current tables, listening, doing stored work, stopping cleanly on a signal.
import type { Server } from 'node:http';
import type { Logger } from 'pino';
import { openBoard } from './accounts/drawing.ts';
import { createApp } from './app.ts';
import { sweepDrafts } from './articles/intake-commands.ts';
import { intakeJobs } from './articles/intake-job.ts';
import type { Config } from './config.ts';
import type { OpenDatabase } from './database/connect.ts';
import type { Db } from './database/engine.ts';
import { sweepLookups } from './evidence/lookup/look-up-commands.ts';
import { lookupJobs } from './evidence/lookup/look-up-job.ts';
import { captureJobs } from './evidence/snapshots/capture-job.ts';
import { sweepFiles } from './files/commands.ts';
import { createLog } from './http/logging.ts';
import { addressOf, listen, stopServer } from './http/server.ts';
import { startWorker, type Worker } from './jobs/worker.ts';

const WARM_UP_AFTER_MILLISECONDS = 1500;

/** Starts to listen and returns the address to open. SIGTERM and SIGINT then end the process. Throws CannotListen. */
export async function serveDesk(config: Config, database: OpenDatabase): Promise<string> {
  const log = createLog(config.log_level);
  const app = await createApp({ config, db: database.db, log });
  const server = await listen(app, config.port, config.host);
  warnOfExceptions(config);
  stopOnSignal(server, { worker: startJobs(config, database.db, log), close: database.close });
  warmUp();
  return config.public_url ?? addressOf(server, config.host);
}

/**
 * Loads what draws plots, for half a second in which nobody else has a turn, before somebody opens the first page with a
 * plot; later than the start's own work. Where it cannot be loaded, the page that needs it says so.
 */
function warmUp(): void {
  setTimeout(() => openBoard().catch(() => undefined), WARM_UP_AFTER_MILLISECONDS).unref();
}

/** Whoever gives FETCH_ALLOW lets people of the desk read pages of the inner network: said at every start. */
function warnOfExceptions({ fetch_allow }: Config): void {
  if (fetch_allow.length > 0)
    console.warn(
      `FETCH_ALLOW lets everybody at this desk fetch from ${fetch_allow.join(', ')}, which need not be public. Unset it where that is not meant.`,
    );
}

function startJobs(config: Config, db: Db, log: Logger): Worker {
  return startWorker({
    db,
    kinds: {
      ...intakeJobs({ allow: config.fetch_allow }),
      ...lookupJobs(),
      ...captureJobs({ allow: config.fetch_allow, bytes: config.upload_limit }),
    },
    onError: (error, job) => log.error({ err: error, job: job?.id, kind: job?.kind }, 'stored work failed'),
    tidy: async (ctx) => {
      await sweepDrafts(ctx);
      await sweepFiles(ctx);
      await sweepLookups(ctx);
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
