// What can be wrong with a database as a whole, in sentences that an operator can act on.
import { codeOf } from './engine.ts';

/** The database cannot be used at all. The message is one sentence; main.ts and cli.ts print it and exit 1. */
export class DatabaseUnusable extends Error {
  override name = 'DatabaseUnusable';
}

/** Another process held the database for longer than we wait. Nothing was changed; the same may be tried again. */
export class DatabaseBusy extends Error {
  override name = 'DatabaseBusy';
  constructor(options?: ErrorOptions) {
    super('The desk was busy with other work for too long. Nothing was changed: please try again.', options);
  }
}

const SQLITE_SENTENCES: [prefix: string, sentence: (file: string) => string][] = [
  [
    'SQLITE_NOTADB',
    (file) => `${file} is not a Claimdesk database, or it is damaged: restore a backup, or move it away.`,
  ],
  ['SQLITE_CORRUPT', (file) => `${file} is damaged: restore a backup, or move it away to start with an empty desk.`],
  ['SQLITE_READONLY', sayReadOnly],
  ['SQLITE_PERM', (file) => `${file} may not be opened by this user: give it the right to read and write the file.`],
  ['SQLITE_CANTOPEN', (file) => `${file} cannot be opened: is it a file, and may this user write it and its folder?`],
  ['SQLITE_BUSY', (file) => `${file} is locked by another program: stop that program, then try again.`],
  ['SQLITE_FULL', (file) => `The disk of ${file} is full: make room, then try again.`],
  ['SQLITE_IOERR', (file) => `The disk of ${file} reports an error: check the disk before anything else.`],
];

/** What is said of a SQLite file that this user may not write. */
export function sayReadOnly(file: string): string {
  return `${file} can only be read: give this user the right to write the file and its folder.`;
}

/** The sentence for an error that opening a SQLite file gave; a mistake of the program comes back as it is. */
export function sqliteUnusable(error: unknown, file: string): unknown {
  if (!codeOf(error).startsWith('SQLITE_')) return error;
  const sentence = SQLITE_SENTENCES.find(([prefix]) => codeOf(error).startsWith(prefix))?.[1];
  const message = sentence ? sentence(file) : `${file} cannot be used: ${(error as Error).message}.`;
  return new DatabaseUnusable(message, { cause: error });
}

const POSTGRES_SENTENCES: Record<string, (server: string) => string> = {
  ECONNREFUSED: (server) => `No PostgreSQL server answers at ${server}: is it running, and is DATABASE_URL right?`,
  ENOTFOUND: (server) => `There is no machine of the name in DATABASE_URL (${server}).`,
  EAI_AGAIN: (server) => `The name of the machine in DATABASE_URL (${server}) could not be looked up.`,
  ETIMEDOUT: (server) => `The PostgreSQL server at ${server} did not answer in time.`,
  EHOSTUNREACH: (server) => `The PostgreSQL server at ${server} cannot be reached from here.`,
  ENETUNREACH: (server) => `The PostgreSQL server at ${server} cannot be reached from here.`,
  ECONNRESET: (server) => `The PostgreSQL server at ${server} broke off the connection.`,
  '28P01': (server) => `The PostgreSQL server at ${server} refuses the user or password of DATABASE_URL.`,
  '28000': (server) => `The PostgreSQL server at ${server} does not let this user in from here (see its pg_hba.conf).`,
  '3D000': (server) => `The PostgreSQL server at ${server} has no such database: create it first.`,
  '42501': (server) => `The user of DATABASE_URL may not create tables in the database at ${server}.`,
  '53300': (server) => `The PostgreSQL server at ${server} has no connection left to give.`,
  '57P03': (server) => `The PostgreSQL server at ${server} is still starting, or is shutting down: try again shortly.`,
};

/** The sentence for an error that connecting to PostgreSQL gave. Never names the password. */
export function postgresUnusable(error: unknown, database_url: string): unknown {
  if (error instanceof DatabaseUnusable || !(error instanceof Error)) return error;
  const { host, pathname } = new URL(database_url);
  const server = `${host || 'the local socket'}${pathname}`;
  const sentence = POSTGRES_SENTENCES[codeOf(error)];
  const message = sentence ? sentence(server) : `The PostgreSQL server at ${server} cannot be used: ${error.message}.`;
  return new DatabaseUnusable(message, { cause: error });
}
