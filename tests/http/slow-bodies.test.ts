// Bodies that dawdle, break off or find no room: each ends with its reason, and what it held is free.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import express, { type ErrorRequestHandler, type Request, type Response } from 'express';
import type { BadBody } from '#src/http/bad-body.ts';
import { readBody } from '#src/http/body.ts';
import { BodyRoom } from '#src/http/body-room.ts';
import { chunked, listenRaw, sendRaw, URLENCODED } from '#tests/support/raw-client.ts';

const room = new BodyRoom(100_000);
const ALLOWED = { text: 1_000_000, room, owner: 'ben', seconds: 20, silent_seconds: 20 };
const HEADERS = { 'Content-Type': URLENCODED, 'Transfer-Encoding': 'chunked' };
const reasons: number[] = [];
let server: Awaited<ReturnType<typeof listenRaw>>;

before(async () => {
  const app = express();
  const noteReason: ErrorRequestHandler = (error: BadBody, _req, res, _next) => {
    reasons.push(error.status);
    res.status(error.status).end();
  };
  app.post(
    '/patient',
    readBody(() => ({ ...ALLOWED, bytes: 1_000_000 })),
  );
  app.post(
    '/hasty',
    readBody(() => ({ ...ALLOWED, bytes: 1_000_000, seconds: 0.1 })),
  );
  app.post(
    '/silent',
    readBody(() => ({ ...ALLOWED, bytes: 1_000_000, silent_seconds: 0.1 })),
  );
  app.post(
    '/looked-up',
    readBody(async () => ({ ...ALLOWED, bytes: await new Promise<number>((give) => setImmediate(give, 10)) })),
  );
  app.use((_req: Request, res: Response) => void res.end('read'), noteReason);
  server = await listenRaw(app);
});
after(() => server.close());

/** A body that has begun and never ends. */
function dawdle(path: string) {
  const socket = connect(server.port, '127.0.0.1').on('error', () => undefined);
  socket.write(`POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: ${URLENCODED}\r\nContent-Length: 50000\r\n\r\na=`);
  return socket;
}

for (const path of ['/hasty', '/silent']) {
  test(`a body that takes too long ends with 408 at ${path}`, async () => {
    const socket = dawdle(path);
    const [answer] = await once(socket, 'data');
    assert.match(String(answer), /^HTTP\/1\.1 408/);
    socket.destroy();
    assert.equal(room.bytes, 0);
  });
}

test('a body that breaks off frees what it held', async () => {
  reasons.length = 0;
  const socket = dawdle('/patient');
  while (room.bytes === 0) await new Promise(setImmediate);
  socket.destroy();
  while (room.bytes > 0) await new Promise(setImmediate);
  assert.deepEqual(reasons, [400]);
});

test('a body for which there is no room ends with 503, and the next one is read', async () => {
  const send = (bytes: number) =>
    sendRaw(server.port, { line: 'POST /patient', headers: HEADERS, pieces: chunked(['a=', 'x'.repeat(bytes)]) });
  assert.equal((await send(150_000)).status, 503);
  assert.equal((await send(90_000)).status, 200);
  assert.equal(room.bytes, 0);
});

test('what a request may send can be looked up first', async () => {
  const send = (bytes: number) =>
    sendRaw(server.port, { line: 'POST /looked-up', headers: HEADERS, pieces: chunked(['x'.repeat(bytes)]) });
  assert.equal((await send(64_000)).status, 200);
  assert.equal((await send(65_000)).status, 413);
});
