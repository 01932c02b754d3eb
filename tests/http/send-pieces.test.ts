// Long answers: sent as they are taken, given up where the reader leaves, cut where they fall short.
import assert from 'node:assert/strict';
import { createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { zstdDecompressSync } from 'node:zlib';
import express from 'express';
import request from 'supertest';
import { sendInPieces, sendPieces, sendText } from '#src/http/send-pieces.ts';

const PIECE = Buffer.alloc(256_000, 'a');
const PIECES = 80;

/** A server that sends so many pieces and promises PIECES of them; `ended` is kept when its handler has ended. */
async function serving(count: number) {
  const app = express();
  const { promise: ended, resolve } = Promise.withResolvers<number>();
  app.get('/', async (_req, res) => {
    let read = 0;
    res.set('Content-Length', String(PIECE.length * PIECES));
    async function* pieces() {
      for (; read < count; read += 1) yield PIECE;
    }
    await sendPieces(res, pieces());
    resolve(read);
  });
  const server = createServer(app).listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const answer = await new Promise<IncomingMessage>((come) => {
    get({ host: '127.0.0.1', port: (server.address() as AddressInfo).port }, come);
  });
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { answer, ended, close };
}

async function bytesIn(answer: IncomingMessage): Promise<number> {
  let bytes = 0;
  for await (const piece of answer) bytes += (piece as Buffer).length;
  return bytes;
}

test('a slow reader gets all of it', async () => {
  const { answer, ended, close } = await serving(PIECES);
  assert.equal(await bytesIn(answer), PIECE.length * PIECES);
  assert.equal(await ended, PIECES);
  close();
});

test('whoever goes away half way ends the reading, too', { timeout: 10_000 }, async () => {
  const { answer, ended, close } = await serving(PIECES);
  answer.destroy();
  assert.ok((await ended) < PIECES);
  close();
});

test('an answer that falls short is cut at once, and does not look whole', { timeout: 4_000 }, async () => {
  const { answer, close } = await serving(3);
  await assert.rejects(bytesIn(answer), /aborted/);
  close();
});

test('a long page arrives whole, letters outside the first plane too, and its head says how long it is', async () => {
  const words = 'tram 𝒜 کلمه '.repeat(120_000);
  const app = express();
  app.get('/', (_req, res) => sendText(res.type('html'), words));
  const answer = await request(app).get('/').set('Accept-Encoding', 'identity').responseType('blob');
  assert.equal((answer.body as Buffer).toString(), words);
  assert.equal(answer.headers['content-length'], String(Buffer.byteLength(words)));
  const head = await request(app).head('/');
  assert.equal(head.status, 200);
});

test('a long page is packed on its way where it may be', async () => {
  const words = 'tram 𝒜 کلمه '.repeat(120_000);
  const app = express();
  app.get('/', (_req, res) => sendText(res.type('html'), words));
  for (const encoding of ['zstd', 'br', 'gzip']) {
    const answer = await request(app).get('/').set('Accept-Encoding', encoding).responseType('blob');
    assert.equal(answer.headers['content-encoding'], encoding);
    assert.equal(answer.headers['content-length'], undefined);
    const bytes = answer.body as Buffer;
    assert.equal((encoding === 'zstd' ? zstdDecompressSync(bytes) : bytes).toString(), words, encoding);
  }
});

test('a page in pieces is the page in one: its length, its tag, its head alone, and packed', async () => {
  const pieces = ['<p>tram ', 'کلمه</p>'.repeat(400), '</p>'].map((words) => Buffer.from(words));
  const whole = Buffer.concat(pieces).toString();
  const app = express();
  app.get('/', (_req, res) => sendInPieces(res.type('html').set('ETag', 'W/"known"'), pieces));
  app.get('/untagged', (_req, res) => sendInPieces(res.type('html'), pieces));
  for (const [path, encoding] of [
    ['/', 'identity'],
    ['/', 'gzip'],
    ['/untagged', 'identity'],
  ] as const) {
    const answer = await request(app).get(path).set('Accept-Encoding', encoding);
    assert.equal(answer.text, whole);
    if (encoding === 'identity') assert.equal(answer.headers['content-length'], String(Buffer.byteLength(whole)));
    assert.equal(answer.headers['content-type'], 'text/html; charset=utf-8');
    const again = await request(app)
      .get(path)
      .set('If-None-Match', answer.headers.etag ?? '');
    assert.equal(again.status, 304);
  }
  const head = await request(app).head('/').set('Accept-Encoding', 'identity');
  assert.equal(head.headers['content-length'], String(Buffer.byteLength(whole)));
});
