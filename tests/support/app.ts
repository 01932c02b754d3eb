// The real desk on a fresh database, with a clock that a test can set: what every page test starts from.
import type { Express, RequestHandler } from 'express';
import { type Logger, pino } from 'pino';
import { type AppRoutes, appRoutes, createApp } from '#src/app.ts';
import { type Config, readConfig } from '#src/config.ts';
import type { Actor, Context } from '#src/context.ts';
import type { Db } from '#src/database/engine.ts';
import { setHashingCost } from '#src/people/passwords.ts';
import type { EngineUnderTest } from './engines.ts';
import { assertHeld } from './held.ts';
import { stopListening } from './listening.ts';
import { lendSqlite } from './sqlite-template.ts';

export interface TestDesk {
  readonly app: Express;
  readonly db: Db;
  readonly config: Config;
  /** A context for commands and stores, at the desk's present time; the operator's unless an actor is given. */
  ctx(actor?: Actor): Context;
  /** The time of the desk, as ISO text. It stands still; set it to move on. */
  at: string;
  /** Lets so many minutes pass. */
  wait(minutes: number): void;
  close(): Promise<void>;
}

/** Passwords of the tests are hashed as the desk's are, but at hardly any cost: nobody guesses at them. */
export const LITTLE = { memory: 64, passes: 1, parallelism: 1 };
setHashingCost(LITTLE);

export const EVENING = '2026-03-14T16:00:00.000Z';

export interface DeskDifferences {
  /** Environment variables that differ from the defaults. */
  settings?: Record<string, string>;
  /** Routes of the test's own, mounted after the desk's. */
  more?: RequestHandler[];
  /** Where the log goes; unless told, errors go to stderr, so that a failing test shows its 500. */
  log?: Logger;
}

/** Opens a desk: on SQLite, or on the engine under test. */
export async function startDesk(
  engine?: Pick<EngineUnderTest, 'lend'>,
  differences: DeskDifferences = {},
): Promise<TestDesk> {
  const { config: place, database, giveBack } = await (engine?.lend ?? lendSqlite)();
  const config = {
    ...readConfig(differences.settings ?? {}),
    data_dir: place.data_dir,
    database_url: place.database_url,
  };
  let app: Express | undefined;
  const desk: TestDesk = {
    at: EVENING,
    db: database.db,
    config,
    get app() {
      return app as Express;
    },
    ctx: (actor = { kind: 'operator', id: null }) => ({ db: database.db, actor, at: desk.at }),
    wait: (minutes) => {
      desk.at = new Date(Date.parse(desk.at) + minutes * 60_000).toISOString();
    },
    close: async () => {
      await stopListening(desk.app);
      try {
        await assertHeld(database.db);
      } finally {
        await database.close();
        await giveBack();
      }
    },
  };
  const log = differences.log ?? pino({ level: 'error' }, pino.destination({ fd: 2, sync: true }));
  const routes = await routesOf(config);
  app = await createApp({ config, db: database.db, clock: () => desk.at, log, routes, more: differences.more ?? [] });
  return desk;
}

const made = new Map<string | null, Promise<AppRoutes>>();

/** All routes, made once for every desk that browsers see at the same address. */
export function routesOf({ public_url }: Config): Promise<AppRoutes> {
  const routes = made.get(public_url) ?? appRoutes({ public_url });
  made.set(public_url, routes);
  return routes;
}
