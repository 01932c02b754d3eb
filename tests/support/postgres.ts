// A real PostgreSQL server for the tests.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findPrograms, isOpenToAll, type User, userForPostgres } from './postgres-programs.ts';

const PASSWORD = 'only-for-tests';
const INITDB = ['--no-sync', '--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=en'];
/** Nobody guesses at this password, and every connection would go through it some thousand times, on both sides. */
const QUICKLY_ASKED = ['--set', 'scram_iterations=1'];
const EVERY_SERVER = ['max_connections=300', 'listen_addresses=127.0.0.1', 'unix_socket_directories='];
/** Nothing is kept safe, and nothing looked after. */
const FOR_TESTS = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  // Nothing is ever put back from its log, so as little as can be is written there.
  'wal_level=minimal',
  'max_wal_senders=0',
  'max_wal_size=4GB',
  'checkpoint_timeout=1h',
  'autovacuum=off',
  'shared_buffers=32MB',
];
const IS_READY = 'database system is ready to accept connections';

export type PostgresServer = {
  readonly url: string;
  /** Of the process that all others of the server are children of. */
  readonly pid: number;
  stop(): Promise<void>;
};

/**
 * Starts a server on a free port of loopback, in a folder of its own that `stop` removes. Unless told other settings it does
 * not wait for the disk, and its own order of texts is that of English, so that a column without collation "C" shows in the
 * tests. Where root runs the tests another user runs the server, from a copy of its programs if that user cannot reach ours.
 */
export async function startPostgres(settings: readonly string[] = FOR_TESTS): Promise<PostgresServer> {
  const user = userForPostgres();
  const folder = folderFor(user);
  try {
    const { initdb, postgres } = await findPrograms(folder, user);
    const data = join(folder, 'data');
    const password = join(folder, 'password');
    writeFileSync(password, `${PASSWORD}\n`);
    mkdirSync(data, { mode: 0o700 });
    if (user) for (const path of [data, password]) chownSync(path, user.uid, user.gid);
    // Their working folder is their own: they cannot stand where they may not go.
    const as = { ...user, cwd: data, env: { ...process.env, LC_ALL: 'C' } };
    const first = [`--pgdata=${data}`, '--username=postgres', `--pwfile=${password}`, '--auth=scram-sha-256'];
    await promisify(execFile)(initdb, [...first, ...INITDB, ...QUICKLY_ASKED], as);
    const port = await freePort();
    const told = [...EVERY_SERVER, ...settings].flatMap((setting) => ['-c', setting]);
    const server = spawn(postgres, ['-D', data, '-p', String(port), ...told], {
      ...as,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    await isReady(server);
    const watch = endWithThisProcess(server, folder);
    const stop = async () => {
      watch?.kill();
      const end = once(server, 'exit');
      server.kill('SIGINT');
      await end;
      await rm(folder, { recursive: true, force: true });
    };
    return { url: `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/postgres`, pid: server.pid ?? 0, stop };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw new Error('PostgreSQL for the tests did not start.', { cause: error });
  }
}

/** A new folder that this user, too, can go into. */
function folderFor(user: User | undefined): string {
  const above = user === undefined || isOpenToAll(tmpdir()) ? tmpdir() : '/tmp';
  const folder = mkdtempSync(join(above, 'claimdesk-postgres-'));
  if (user) chmodSync(folder, 0o711);
  return folder;
}

/** Waits for the server's own word; throws with all its words where it ends instead. */
async function isReady(server: ChildProcess): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let said = '';
  server.stderr?.on('data', (words: Buffer) => {
    said += words;
    if (said.includes(IS_READY)) resolve();
  });
  server.once('error', reject);
  server.once('exit', () => reject(new Error(said)));
  await promise;
  server.stderr?.removeAllListeners('data').resume();
}

/** Also where this process is killed, so that nothing can tidy up: the shell then reads the end of its input. */
function endWithThisProcess(server: ChildProcess, folder: string): ChildProcess | undefined {
  if (process.platform === 'win32') return undefined;
  const order = ['-c', 'read _; kill -QUIT "$0"; sleep 1; rm -rf "$1"', String(server.pid), folder];
  const watch = spawn('sh', order, {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  watch.unref();
  (watch.stdin as Socket).unref();
  return watch;
}

/** A port of loopback on which nobody listens just now. */
export async function freePort(): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const server = createServer();
  server.once('error', reject);
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    server.close(() => resolve(address && typeof address === 'object' ? address.port : 0));
  });
  return promise;
}
