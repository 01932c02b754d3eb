// The server: config → database → tables → app → listen; stops cleanly.
import type { Server } from 'node:http';
import { createApp } from './app.ts';
import { ConfigError, loadConfig } from './config.ts';
import { openDatabase } from './database/connect.ts';
import { migrate } from './database/migrate.ts';
import { DatabaseUnusable } from './database/unusable.ts';
import { createLog } from './http/logging.ts';
import { addressOf, CannotListen, listen, stopServer } from './http/server.ts';
import { url } from './paths.ts';
import { firstPersonToken } from './people/setup.ts';

try {
  const config = loadConfig();
  const database = await openDatabase(config, 'server');
  await migrate(database.db);
  const log = createLog(config.log_level);
  const app = await createApp({ config, db: database.db, log });
  const server = await listen(app, config.port, config.host);
  console.log(`Claimdesk is open at ${config.public_url ?? addressOf(server, config.host)}`);
  const token = await firstPersonToken(database.db);
  if (token !== null)
    console.log(`Nobody has an account here yet. Open ${url('setup')} at that address and give this token: ${token}`);
  stopOnSignal(server, database.close);
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof DatabaseUnusable || error instanceof CannotListen))
    throw error;
  console.error(error.message);
  process.exit(1);
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
