// The desk in the very process that asks it: for its answers; what they take has the asking in it.
import { createApp } from '#src/app.ts';
import type { Config } from '#src/config.ts';
import { openDatabase } from '#src/database/connect.ts';
import { migrate } from '#src/database/migrate.ts';
import { addressOf, listen, stopServer } from '#src/http/server.ts';
import { processorOfFamily } from './family.ts';
import type { MeasuredServer } from './measured-server.ts';

/** Opens it at a free port. It does nothing by itself: jobs wait, and the search is not kept up. */
export async function deskHere(config: Config, database_pid?: number): Promise<MeasuredServer> {
  const began = { wall: performance.now(), processor: spent() };
  const { db, close } = await openDatabase(config, 'server');
  await migrate(db);
  const server = await listen(await createApp({ config, db }), 0, config.host);
  return {
    origin: new URL(addressOf(server, config.host)).origin,
    started: { wall: performance.now() - began.wall, processor: spent() - began.processor },
    used: async () => ({
      processor: spent(),
      memory: process.memoryUsage.rss(),
      // Of a loop that asks as well, that says nothing.
      late: 0,
      latest: 0,
      database: processorOfFamily(database_pid),
    }),
    stop: async () => {
      await stopServer(server);
      await close();
    },
  };
}

/** Milliseconds on the processor of this process. */
function spent(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
