// Copies of a stocked desk, each on its own SQLite file: what is done to one spoils nothing.
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Express } from 'express';
import { sql } from 'kysely';
import { pino } from 'pino';
import { createApp } from '#src/app.ts';
import type { Config } from '#src/config.ts';
import type { Db } from '#src/database/engine.ts';
import { sqliteFileOf } from '#src/database/sqlite-file.ts';
import { routesOf } from '#tests/support/app.ts';
import { KeptFiles, type LentFile } from '#tests/support/kept-files.ts';
import { emailOf, type NewsroomDesk, PASSWORD } from '#tests/support/newsroom.ts';
import { Visitor } from '#tests/support/visitor.ts';
import { Walk } from '#tests/support/walk.ts';
import { WebClient } from '#tests/support/web-client.ts';
import { LETTERS, type Letter, SIGNS_IN } from './people.ts';
import { WatchedFile } from './watched-file.ts';

/** A desk that listens, with a walk for each who asks, signed in, and an eye on its rows. */
export interface RunningCopy {
  walkOf(letter: Letter): Walk;
  rows: WatchedFile;
  db: Db;
  config: Config;
  close(): Promise<void>;
}

type Cookies = Record<Letter, Map<string, string>>;

/** Signs everybody in once, and hands out copies of the desk as it is then. Remove what it made with `remove`. */
export async function copiesOf(desk: NewsroomDesk): Promise<{ open(): Promise<RunningCopy>; remove(): Promise<void> }> {
  const cookies = await signIn(desk.app);
  const folder = await mkdtemp(join(tmpdir(), 'claimdesk-privileges-'));
  const template = join(folder, 'template.sqlite');
  await sql`vacuum into ${template}`.execute(desk.db);
  const files = new KeptFiles(template);
  const watched = new Map<string, WatchedFile>();
  const remove = async () => {
    for (const file of watched.values()) file.close();
    files.end();
    await rm(folder, { recursive: true, force: true });
  };
  const open = async () => {
    const lent = await files.lend();
    // A file is lent again and again: to open it once more would be the most of what a copy costs.
    const rows = watched.get(lent.data_dir) ?? new WatchedFile(sqliteFileOf(lent.data_dir));
    watched.set(lent.data_dir, rows);
    return run(desk, { ...lent, rows }, cookies);
  };
  return { open, remove };
}

async function signIn(app: Express): Promise<Cookies> {
  const cookies = {} as Cookies;
  for (const letter of LETTERS) {
    const visitor = new Visitor(app);
    const name = SIGNS_IN[letter];
    if (name !== undefined) await visitor.signIn(emailOf(name as 'ada'), PASSWORD);
    cookies[letter] = new Map(visitor.cookies);
  }
  return cookies;
}

/** Errors of the desk go to stderr, so that a cell that answers 500 shows why. */
const log = pino({ level: 'error' }, pino.destination({ fd: 2, sync: true }));

async function run(desk: NewsroomDesk, lent: LentFile & { rows: WatchedFile }, cookies: Cookies): Promise<RunningCopy> {
  const { data_dir, database, rows } = lent;
  const config = { ...desk.config, data_dir };
  const routes = await routesOf(config);
  const app = await createApp({ config, db: database.db, clock: () => desk.at, log, routes });
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    rows,
    db: database.db,
    config,
    walkOf(letter) {
      const client = new WebClient(server);
      for (const [name, value] of cookies[letter]) client.cookies.set(name, value);
      return new Walk(client);
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await database.close();
      lent.giveBack();
    },
  };
}
