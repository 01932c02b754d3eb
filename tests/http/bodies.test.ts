// Bodies of every kind, over real sockets.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import {
  chunked,
  listenRaw,
  MULTIPART,
  parts,
  type RawAnswer,
  type RawRequest,
  sendRaw,
  URLENCODED,
} from '#tests/support/raw-client.ts';
import { received, trialRoutes } from './support.ts';

let desk: NewsroomDesk;
let server: Awaited<ReturnType<typeof listenRaw>>;
before(async () => {
  desk = await startNewsroom(undefined, { more: [trialRoutes()], settings: { UPLOAD_LIMIT: '6000000' } });
  server = await listenRaw(desk.app);
});
after(async () => {
  await server.close();
  await desk.close();
});

const CHUNKED = { 'Transfer-Encoding': 'chunked' };

function send(headers: Record<string, string>, pieces: Iterable<string | Buffer>, line = 'POST /trial/form') {
  return sendRaw(server.port, { line, headers, pieces } satisfies RawRequest);
}

function assertTooLarge(answer: RawAnswer): void {
  assert.equal(answer.status, 413, answer.head);
  assert.match(answer.body, /<h1[^>]*>That is too large<\/h1>/);
  assert.match(answer.body, /Nothing was (stored|changed)/);
}

async function cookieOf(name: 'ben' | 'dina'): Promise<string> {
  const visitor = await desk.visitor(name);
  return [...visitor.cookies].map(([key, value]) => `${key}=${value}`).join('; ');
}

describe('a stranger sends 164 kB in all, whatever the headers say of it', () => {
  const cases: [name: string, headers: Record<string, string>, pieces: Iterable<string>][] = [
    ['many fields in chunks', { 'Content-Type': MULTIPART, ...CHUNKED }, chunked(parts(20, 'x'.repeat(50_000)))],
    ['many small fields in chunks', { 'Content-Type': MULTIPART, ...CHUNKED }, chunked(parts(4_900, 'x'.repeat(100)))],
    [
      'many files in chunks',
      { 'Content-Type': MULTIPART, ...CHUNKED },
      chunked(parts(19, 'x'.repeat(50_000), 'a.txt')),
    ],
    [
      'urlencoded fields in chunks',
      { 'Content-Type': URLENCODED, ...CHUNKED },
      chunked(Array(20).fill(`a=${'x'.repeat(50_000)}&`)),
    ],
    [
      'a preamble before the first part',
      { 'Content-Type': MULTIPART, ...CHUNKED },
      chunked(Array(20).fill('x'.repeat(50_000))),
    ],
    [
      'a length that is said',
      { 'Content-Type': URLENCODED, 'Content-Length': '1000002' },
      ['a=', 'x'.repeat(1_000_000)],
    ],
    ['text in escapes', { 'Content-Type': URLENCODED, ...CHUNKED }, chunked(['a=', '%41'.repeat(200_000)])],
  ];
  for (const [name, headers, pieces] of cases) {
    test(`${name}: a 413 page for whoever sends everything first`, async () => {
      const answer = await send(headers, pieces);
      assertTooLarge(answer);
      assert.equal(answer.was_sent, true);
    });
  }

  test('just under it is read', async () => {
    const answer = await send({ 'Content-Type': MULTIPART, ...CHUNKED }, chunked(parts(2, 'x'.repeat(49_000))));
    assert.equal(answer.status, 422);
  });

  test('more than that without an end is cut off after a while', async () => {
    const answer = await send({ 'Content-Type': MULTIPART, ...CHUNKED }, chunked(parts(4_900, 'x'.repeat(20_000))));
    assert.equal(answer.was_sent, false);
  });

  test('to an address that takes no form, it is not read either', async () => {
    const body = { 'Content-Type': MULTIPART, ...CHUNKED };
    const flood = () => chunked(parts(4_900, 'x'.repeat(20_000)));
    for (const line of ['GET /sign-in', 'GET /healthz', 'POST /no/such/page', 'PUT /articles/1']) {
      const answer = await send(body, flood(), line);
      assert.equal(answer.was_sent, false, line);
    }
    const forged = await send({ ...body, 'Sec-Fetch-Site': 'cross-site' }, flood());
    assert.equal(forged.was_sent, false);
  });
});

describe('somebody who is signed in', () => {
  test('sends what the desk takes, in chunks or not', async () => {
    const Cookie = await cookieOf('ben');
    const file = parts(1, 'x'.repeat(5_990_000), 'a.txt');
    await send(
      { Cookie, 'Content-Type': MULTIPART, ...CHUNKED },
      chunked([
        '--B\r\nContent-Disposition: form-data; name="name"\r\n\r\nn\r\n',
        '--B\r\nContent-Disposition: form-data; name="words"\r\n\r\nw\r\n',
        '--B\r\nContent-Disposition: form-data; name="mood"\r\n\r\ncalm\r\n',
        '--B\r\nContent-Disposition: form-data; name="count"\r\n\r\n7\r\n',
        ...file,
      ]),
    );
    assert.deepEqual(received.files, [{ name: 'a.txt', bytes: 5_990_000 }]);
  });

  test('sends no more than that in all, as a guest neither', async () => {
    const Cookie = await cookieOf('dina');
    const cases: [string, string, Iterable<string>][] = [
      ['files', MULTIPART, parts(19, 'x'.repeat(400_000), 'a.txt')],
      ['fields', MULTIPART, parts(40, 'x'.repeat(110_000))],
      ['urlencoded', URLENCODED, Array(40).fill(`a=${'x'.repeat(110_000)}&`)],
    ];
    for (const [name, type, pieces] of cases) {
      const answer = await send({ Cookie, 'Content-Type': type, ...CHUNKED }, chunked(pieces));
      assertTooLarge(answer);
      assert.match(
        answer.body,
        name === 'files' ? /What you sent is larger than the 6 MB/ : /The text you sent is larger than the 4 MB/,
      );
    }
  });
});

test('eleven strangers with 50 MB each at once are all refused, and the desk answers', async () => {
  const flood = () => send({ 'Content-Type': MULTIPART, ...CHUNKED }, chunked(parts(500, 'x'.repeat(100_000))));
  const answers = await Promise.all(Array.from({ length: 11 }, flood));
  assert.ok(answers.every(({ status }) => status === 413 || status === 0));
  assert.equal((await send({}, [], 'GET /sign-in')).status, 200);
});

test('a body that is packed is not unpacked', async () => {
  for (const type of [MULTIPART, URLENCODED]) {
    const headers = { 'Content-Type': type, 'Content-Encoding': 'gzip', 'Content-Length': '3' };
    const answer = await send(headers, ['a=b']);
    assert.equal(answer.status, 415, type);
    assert.match(answer.body, /packed this way/);
  }
});

test('lengths that lie are refused, or end with the connection', async () => {
  const form = { 'Content-Type': URLENCODED };
  const both = await send({ ...form, ...CHUNKED, 'Content-Length': '4' }, chunked(['a=b']));
  assert.equal(both.status, 400);
  const negative = await send({ ...form, 'Content-Length': '-5' }, ['a=b']);
  assert.equal(negative.status, 400);
  const short = await send({ ...form, 'Content-Length': '3' }, ['a=b&c=d'.repeat(1000)]);
  assert.ok([400, 422].includes(short.status), short.head);
});

test('a page that is asked for with a body comes, and the connection ends', async () => {
  const answer = await send({ 'Content-Length': '3', Connection: 'keep-alive' }, ['abc'], 'GET /trial');
  assert.equal(answer.status, 200);
  assert.match(answer.head, /Connection: close/i);
});
