// Stored work of every kind, done and swept by a server.
import type { Logger } from 'pino';
import { asRanJobs } from './articles/as-ran/job.ts';
import { sweepDrafts } from './articles/intake/commands.ts';
import { intakeJobs } from './articles/intake/job.ts';
import { readingJobs } from './claims/analysis/job.ts';
import { askForUnread } from './claims/analysis/unread-commands.ts';
import type { SweepClock } from './clock.ts';
import type { Config } from './config.ts';
import type { Db } from './database/engine.ts';
import { lookPassagesUp, sweepLookups } from './evidence/lookup/commands.ts';
import { lookupJobs } from './evidence/lookup/job.ts';
import { askForComparison } from './evidence/passage-changes/commands.ts';
import { comparisonJobs } from './evidence/passage-changes/job.ts';
import { setBackForGone, setBackForRetraction } from './evidence/set-back/commands.ts';
import { sweepFiles } from './files/commands.ts';
import { startWorker, type Worker } from './jobs/worker.ts';
import { sweepTheDoor } from './people/sign-in/sweep-commands.ts';
import { eraseLeftPieces } from './reviews/package/erase-commands.ts';
import { sweepLists } from './sources/retractions/commands.ts';
import { retractionJobs } from './sources/retractions/job.ts';
import { captureJobs } from './sources/snapshots/capture-job.ts';
import { beginRounds } from './sources/snapshots/round-commands.ts';

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
      ...readingJobs(),
      ...lookupJobs(),
      ...comparisonJobs(),
      ...retractionJobs({ onRetracted: setBackForRetraction }),
      ...captureJobs({
        ...{ allow: config.fetch_allow, bytes: config.upload_limit },
        ...{ onCopiesChanged: lookPassagesUp, onCapturedAgain: askForComparison, onAddressGone: setBackForGone },
      }),
    },
    onError: (error, job) => log.error({ err: error, job: job?.id, kind: job?.kind }, 'stored work failed'),
    tidy: async (ctx) => {
      await sweepDrafts(ctx);
      await sweepFiles(ctx);
      await sweepLookups(ctx);
      await sweepTheDoor(ctx);
      await sweepLists(ctx);
      await eraseLeftPieces(ctx);
      await beginRounds(ctx);
      await askForUnread(ctx);
    },
  });
}
