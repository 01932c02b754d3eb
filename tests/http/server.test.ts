// The program as an operator meets it: it says where it listens, why it cannot start, and stops when told.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { listen } from '#src/http/server.ts';

let data_dir: string;
before(async () => {
  data_dir = await mkdtemp(join(tmpdir(), 'claimdesk-server-'));
});
after(() => rm(data_dir, { recursive: true, force: true }));

test('a new desk prints its address and the token for the first person, and stops cleanly', async () => {
  const server = start({ PORT: '0' });
  const address = await said(server, /open at (http:\/\/127\.0\.0\.1:\d+)\//);
  await said(server, /Open \/setup .*token: \S{20,}/);
  assert.equal((await fetch(`${address}/readyz`)).status, 200);
  const begun = performance.now();
  server.process.kill('SIGTERM');
  assert.equal(await server.exit, 0);
  assert.ok(performance.now() - begun < 30_000);
});

test('a port that is taken is said in one sentence', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', () => resolve()));
  const port = String((other.address() as { port: number }).port);
  const server = start({ PORT: port });
  assert.equal(await server.exit, 1);
  assert.match(
    server.output.text,
    new RegExp(`^Another program already listens on port ${port} of 127\\.0\\.0\\.1: .*\\n$`),
  );
  other.close();
});

test('a bad setting is named with its value and what is allowed', async () => {
  const server = start({ PORT: 'eighty' });
  assert.equal(await server.exit, 1);
  assert.equal(server.output.text, 'PORT is "eighty"; allowed is a whole number from 0 to 65535.\n');
});

test('an address that this machine has not is said in one sentence', async () => {
  const message = /^This machine has no address 203\.0\.113\.7: [^\n]*$/;
  await assert.rejects(
    listen(() => undefined, 0, '203.0.113.7'),
    { name: 'CannotListen', message },
  );
});

interface Started {
  process: ChildProcess;
  output: { text: string };
  exit: Promise<number | null>;
}

function start(variables: Record<string, string>): Started {
  // Not where the tests keep what they have compiled: V8 takes nothing from there that was made under other flags of its own
  // than preflight.cjs sets, and each would make it anew for the next.
  const { PATH } = process.env;
  const env = { PATH, DATA_DIR: data_dir, LOG_LEVEL: 'error', ...variables };
  const child = spawn(process.execPath, ['--require', './scripts/preflight.cjs', 'src/main.ts'], { env });
  const output = { text: '' };
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (output.text += piece));
  const exit = new Promise<number | null>((resolve) => child.on('close', resolve));
  return { process: child, output, exit };
}

async function said(server: Started, words: RegExp): Promise<string> {
  for (let tries = 0; tries < 1_500; tries++) {
    const found = words.exec(server.output.text);
    if (found) return found[1] ?? found[0];
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  server.process.kill('SIGKILL');
  throw new Error(`The server never said ${words}; it said: ${server.output.text}`);
}
