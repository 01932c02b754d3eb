// How long the server keeps the connections of browsers and proxies.
// Waits for most of its time.
import assert from 'node:assert/strict';
import { Agent, get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { after, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { listen, stopServer } from '#src/http/server.ts';

/** Chrome ends a connection that nothing went over for so long; no other browser, and no usual proxy, waits longer. */
const CHROME_SECONDS = 300;
/** Node's own server would have ended it by then. */
const LONGER_THAN_NODE_MILLISECONDS = 7_000;

const open: { server: Server; agent: Agent }[] = [];

after(async () => {
  for (const { server, agent } of open) {
    agent.destroy();
    await stopServer(server);
  }
});

async function start(kept_at_most?: number) {
  const server = await listen((_req, res) => res.end('here'), 0, '127.0.0.1', kept_at_most);
  const agent = new Agent({ keepAlive: true });
  open.push({ server, agent });
  return { port: (server.address() as AddressInfo).port, agent };
}

function ask({ port, agent }: { port: number; agent: Agent }): Promise<{ answer: IncomingMessage; socket: Socket }> {
  return new Promise((resolve, reject) => {
    get({ port, agent, host: '127.0.0.1' }, (answer) => {
      const { socket } = answer;
      answer.resume().on('end', () => resolve({ answer, socket }));
    }).on('error', reject);
  });
}

test('a connection is kept for longer than any browser keeps one, and says so', async () => {
  const { answer } = await ask(await start());
  const [, seconds] = /^timeout=(\d+)$/.exec(String(answer.headers['keep-alive'])) ?? [];
  assert.ok(Number(seconds) > CHROME_SECONDS, `kept for ${seconds} seconds`);
});

test('who clicks again after some seconds is answered on the same connection', async () => {
  const desk = await start();
  const first = await ask(desk);
  await wait(LONGER_THAN_NODE_MILLISECONDS);
  const second = await ask(desk);
  assert.equal(second.socket, first.socket);
});

test('where too many are open, a connection ends with its answer, which says so', async () => {
  const desk = await start(1);
  const { answer } = await ask(desk);
  assert.equal(answer.headers.connection, 'keep-alive');
  const another = { port: desk.port, agent: new Agent({ keepAlive: true }) };
  const beyond = await ask(another);
  another.agent.destroy();
  assert.equal(beyond.answer.headers.connection, 'close');
});

test('a stop ends with the answer that was under way, and takes nothing after it', async () => {
  const begun = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  const server = await listen(
    async (_req, res) => {
      begun.resolve();
      await released.promise;
      res.end('here');
    },
    0,
    '127.0.0.1',
  );
  const agent = new Agent({ keepAlive: true });
  const desk = { port: (server.address() as AddressInfo).port, agent };
  const answered = ask(desk);
  await begun.promise;
  let is_stopped = false;
  const stopped = stopServer(server).then(() => (is_stopped = true));
  released.resolve();
  await answered;
  // Eight seconds are given to work that is under way; there is none any more.
  await Promise.race([stopped, wait(6_000)]);
  assert.ok(is_stopped);
  await assert.rejects(ask(desk));
  agent.destroy();
});
