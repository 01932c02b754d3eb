// A desk that answers: the app on an open database with current tables, listening, and stopping cleanly on a signal.
import type { Server } from 'node:http';
import { createApp } from './app.ts';
import type { Config } from './config.ts';
import type { OpenDatabase } from './database/connect.ts';
import { createLog } from './http/logging.ts';
import { addressOf, listen, stopServer } from './http/server.ts';

/** Starts to listen and returns the address to open. SIGTERM and SIGINT then end the process. Throws CannotListen. */
export async function serveDesk(config: Config, database: OpenDatabase): Promise<string> {
  const app = await createApp({ config, db: database.db, log: createLog(config.log_level) });
  const server = await listen(app, config.port, config.host);
  stopOnSignal(server, database.close);
  return config.public_url ?? addressOf(server, config.host);
}

function stopOnSignal(server: Server, close: () => Promise<void>): void {
  const stop = async () => {
    await stopServer(server);
    await close();
    process.exit(0);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}
