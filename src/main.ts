// The server: config → database → tables → app → listen; stops cleanly.
import { ConfigError, loadConfig } from './config.ts';
import { openDatabase } from './database/connect.ts';
import { migrate } from './database/migrate.ts';
import { DatabaseUnusable } from './database/unusable.ts';
import { CannotListen } from './http/server.ts';
import { url } from './paths.ts';
import { firstPersonToken } from './people/setup/commands.ts';
import { serveDesk } from './serve.ts';

try {
  const config = loadConfig();
  const database = await openDatabase(config, 'server');
  await migrate(database.db);
  console.log(`Claimdesk is open at ${await serveDesk(config, database)}`);
  const token = await firstPersonToken(database.db);
  if (token !== null)
    console.log(`Nobody has an account here yet. Open ${url('setup')} at that address and give this token: ${token}`);
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof DatabaseUnusable || error instanceof CannotListen))
    throw error;
  console.error(error.message);
  process.exit(1);
}
