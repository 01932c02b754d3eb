// `demo`: a desk with a story, in a database of its own that each start builds again.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '#src/config.ts';
import { openDatabase } from '#src/database/connect.ts';
import { makeDataFolder } from '#src/database/data-folder.ts';
import { migrate } from '#src/database/migrate.ts';
import { sqliteFileOf } from '#src/database/sqlite-file.ts';
import { CAST, DEMO_PASSWORD, DESK_NAMES } from '#src/demo/cast.ts';
import { buildNewsroom } from '#src/demo/newsroom.ts';
import { url } from '#src/paths.ts';
import { currentTimeZone } from '#src/people/desks/time-zones.ts';
import { serveDesk } from '#src/serve.ts';
import { CommandFailed, command, inColumns } from './command.ts';
import { say, terminal } from './terminal.ts';

/** Lies beside the demo's database and nowhere else: without it a database is somebody's work and is left alone. */
const SIGN = 'this-is-the-demo.txt';
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/;

export const demo = command({
  summary: 'Run a desk to try things on: one article under check, one signed and corrected.',
  details:
    'Its database is rebuilt at each start, so your changes are lost then. It listens on this machine only and\nuses DATA_DIR, by default ./demo.',
  async run() {
    const config = demoConfig();
    takeFolder(config.data_dir);
    const database = await openDatabase(config, 'demo');
    try {
      await migrate(database.db);
      await buildNewsroom(database.db, new Date().toISOString(), ownTimeZone());
      printWelcome(await serveDesk(config, database));
    } catch (error) {
      await database.close();
      throw error;
    }
  },
});

/** The settings, with a folder of the demo's own. Throws CommandFailed where they would reach beyond this machine. */
function demoConfig(): Config {
  const config = terminal().config();
  if (config.database_url !== null)
    throw new CommandFailed(
      'The demo rebuilds its database at each start, so it never touches the one in DATABASE_URL. Unset DATABASE_URL for the demo; it keeps its own file in DATA_DIR.',
    );
  if (!LOOPBACK.test(config.host))
    throw new CommandFailed(
      `Everybody knows the demo’s passwords, so it answers on this machine only. HOST is ${config.host}; leave it at 127.0.0.1.`,
    );
  return {
    ...config,
    // A DATA_DIR that was left at its default is that of the real desk.
    data_dir: config.data_dir === './data' ? './demo' : config.data_dir,
    // Whoever tries it comes straight to it, not through the proxy of the real desk.
    public_url: null,
    trust_proxy: false,
    // A line for each request would push the sign-ins off the screen.
    log_level: config.log_level === 'info' ? 'warn' : config.log_level,
  };
}

/** Marks the folder as the demo's. Throws CommandFailed where somebody's work is in it. */
function takeFolder(data_dir: string): void {
  const sign = join(data_dir, SIGN);
  if (existsSync(sign)) return;
  if (existsSync(sqliteFileOf(data_dir)))
    throw new CommandFailed(
      `${data_dir} holds a database that is not the demo’s, and the demo would replace it. Nothing was changed: give the demo a DATA_DIR of its own.`,
    );
  makeDataFolder(data_dir);
  writeFileSync(sign, 'The database in this folder is rebuilt at each start of the demo.\n');
}

function ownTimeZone(): string {
  const zone = new Intl.DateTimeFormat('en').resolvedOptions().timeZone;
  return Intl.supportedValuesOf('timeZone').includes(zone) ? currentTimeZone(zone) : 'UTC';
}

function printWelcome(address: string): void {
  const people = Object.values(CAST).map(({ email, display_name, desk, role, shows }): [string, string] => [
    email,
    `${display_name}, ${role} of the ${DESK_NAMES[desk]}: ${shows}`,
  ]);
  const site = address.replace(/\/$/, '');
  const article = site + url('article', { id: 1 });
  const signed = site + url('signed_report', { id: 2, number: 1 });
  const below = (['package', 'own_facts', 'claim_sheets', 'versions'] as const).map((name) => url(name, { id: 1 }));
  say(
    `\nThe demo is open at ${address}\nThe article under check is at ${article}\nWhat came to it from outside is at ${below.join(', ')}\nOne that went out, signed and then corrected, is at ${signed}\n\nSign in as one of these, all with the password  ${DEMO_PASSWORD}\n\n${inColumns(people)}\n\nCtrl-C ends it. The next start rebuilds the story.`,
  );
}
