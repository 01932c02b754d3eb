// Takes the next job and never ends it. Arguments: DATA_DIR or an address, the lease in ms.
import { openDatabase } from '#src/database/connect.ts';
import { workOnce } from '#src/jobs/worker.ts';

const [place = '', lease = '400'] = process.argv.slice(2);
const is_postgres = place.startsWith('postgres');
const { db } = await openDatabase({ data_dir: is_postgres ? '' : place, database_url: is_postgres ? place : null });
await workOnce({
  db,
  lease_milliseconds: Number(lease),
  onError: (error) => console.error(error),
  kinds: {
    slow: async (_ctx, _job, { tell }) => {
      await tell('Half way.', 50);
      console.log('begun');
      return new Promise(() => setInterval(() => undefined, 1000));
    },
  },
});
