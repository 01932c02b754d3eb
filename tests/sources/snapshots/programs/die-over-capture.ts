// Takes the next capture, does its slow work, and hangs before it is stored: to be killed over it.
// Arguments: DATA_DIR or a PostgreSQL address, the lease in ms, the exceptions of the guard.
import { openDatabase } from '#src/database/connect.ts';
import type { JobKind } from '#src/jobs/worker.ts';
import { workOnce } from '#src/jobs/worker.ts';
import { CAPTURE_JOB } from '#src/sources/snapshots/capture-commands.ts';
import { captureJobs } from '#tests/support/source-verbs.ts';

const [place = '', lease = '900', allow = ''] = process.argv.slice(2);
const is_postgres = place.startsWith('postgres');
const { db } = await openDatabase({ data_dir: is_postgres ? '' : place, database_url: is_postgres ? place : null });
const capture = captureJobs({ allow: allow.split(','), bytes: 25_000_000 })[CAPTURE_JOB] as JobKind;
await workOnce({
  db,
  lease_milliseconds: Number(lease),
  onError: (error) => console.error(error),
  kinds: {
    [CAPTURE_JOB]: async (ctx, job, side) => {
      await capture(ctx, job, side);
      console.log('staged');
      return new Promise(() => setInterval(() => undefined, 1000));
    },
  },
});
