// Files for keeping: a page where none can be written, a cut connection where one breaks off.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import express, { type ErrorRequestHandler } from 'express';
import request from 'supertest';
import { sendFile } from '#src/http/send-file.ts';
import { type OutgoingFile, piecesOf } from '#src/outgoing-file.ts';

const PIECE = 'a'.repeat(600_000);
const FILE = { file_name: 'list.md', media_type: 'text/plain; charset=utf-8' };

/** A server that sends this file, and says in one word what came to the handler of errors, and whether a head was sent. */
function serving(file: OutgoingFile) {
  const app = express();
  const errors: string[] = [];
  app.get('/', (_req, res) => sendFile(res, file, 'no-store'));
  const onError: ErrorRequestHandler = (error, _req, res, _next) => {
    errors.push(`${(error as Error).message}, head sent: ${res.headersSent}`);
    if (!res.headersSent) res.status(409).send('a page');
  };
  app.use(onError);
  return { app, errors };
}

async function* breakingAfter(count: number): AsyncGenerator<string> {
  for (let at = 0; at < count; at += 1) yield PIECE;
  throw new Error('broken');
}

test('a file goes out under its name, as what it is, with its policy, and whole', async () => {
  const pieces = piecesOf([PIECE, 'كلمه ', '𝒜'.repeat(400_000), '']);
  const answer = await request(serving({ ...FILE, policy: "default-src 'none'", pieces }).app)
    .get('/')
    .responseType('blob');
  assert.equal(String(answer.body), `${PIECE}كلمه ${'𝒜'.repeat(400_000)}`);
  const { 'content-disposition': name, 'content-type': type } = answer.headers;
  assert.deepEqual([name, type], ['attachment; filename=list.md', 'text/plain; charset=utf-8']);
  assert.equal(answer.headers['content-security-policy'], "default-src 'none'; frame-ancestors 'none'");
  assert.equal(answer.headers['cache-control'], 'no-store');
});

test('whoever asks for the head alone gets it, and nothing is left open', async () => {
  let is_closed = false;
  async function* texts() {
    try {
      yield PIECE;
      yield PIECE;
    } finally {
      is_closed = true;
    }
  }
  const answer = await request(serving({ ...FILE, pieces: piecesOf(texts()) }).app).head('/');
  assert.deepEqual([answer.status, answer.headers['content-type'], is_closed], [200, FILE.media_type, true]);
});

test('what fails before the first piece is answered with a page that is no file', async () => {
  const { app, errors } = serving({ ...FILE, pieces: piecesOf(breakingAfter(0)) });
  const answer = await request(app).get('/');
  assert.deepEqual([answer.status, answer.text], [409, 'a page']);
  assert.equal(answer.headers['content-disposition'], undefined);
  assert.deepEqual(errors, ['broken, head sent: false']);
});

test('what fails in the middle cuts the connection, so that half a file does not look whole', async () => {
  const { app, errors } = serving({ ...FILE, pieces: piecesOf(breakingAfter(9)) });
  await assert.rejects(request(app).get('/').responseType('blob'), /aborted/);
  assert.deepEqual(errors, ['broken, head sent: true']);
});
