// Fetching under the guard: what is let through, and what a person is told of everything that goes wrong.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { FetchFailed } from '#src/fetching/failures.ts';
import { fetchPage, readWebAddress } from '#src/fetching/fetch-page.ts';
import { isPublicAddress } from '#src/fetching/public-address.ts';
import { ARTICLE, type HostileServer, startHostileServer } from './hostile-server.ts';

let server: HostileServer;
before(async () => {
  server = await startHostileServer();
});
after(() => server.close());

const RULES = { media_types: ['text/html', 'application/pdf'], seconds: 2 };

function fetchFrom(path: string) {
  return fetchPage(server.origin + path, { ...RULES, allow: server.allow });
}

async function refusal(asked: Promise<unknown>): Promise<string> {
  const error = await asked.then(
    () => assert.fail('it was fetched'),
    (error) => error,
  );
  assert.ok(error instanceof FetchFailed, String(error));
  assert.equal(error.field, 'address');
  return error.message;
}

test('public addresses are public, and what is inside, reserved or wrapped is not', () => {
  for (const good of ['8.8.8.8', '2606:4700::1111', '64:ff9b::808:808', '::ffff:8.8.8.8'])
    assert.equal(isPublicAddress(good), true, good);
  const inside = ['127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0'];
  const odd = ['255.255.255.255', '224.0.0.1', '198.18.0.1', '192.0.2.1', '240.0.0.1'];
  const six = [
    '::1',
    '::',
    'fd00::1',
    'fe80::1',
    'fec0::1',
    'ff02::1',
    '2001:db8::1',
    '2002:7f00:1::',
    '2001::1',
    '4000::1',
  ];
  const wrapped = [
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b::a00:1',
    '64:ff9b:1::1',
  ];
  for (const bad of [...inside, ...odd, ...six, ...wrapped, '', 'localhost', 'fe80::1%eth0', undefined])
    assert.equal(isPublicAddress(bad), false, bad);
});

test('a page comes with its address, type and encoding; packed and moved ones too', async () => {
  for (const path of ['/ferry', '/packed', '/moved']) {
    const page = await fetchFrom(path);
    assert.equal(page.bytes.toString(), ARTICLE);
    assert.deepEqual([page.media_type, page.charset], ['text/html', 'utf-8']);
    assert.equal(page.url, `${server.origin}${path === '/packed' ? '/packed' : '/ferry'}`);
  }
});

test('nothing but the public internet is asked, however it is written or redirected to', async () => {
  const { port } = new URL(server.origin);
  const count = [...server.asked.values()].reduce((sum, one) => sum + one, 0);
  const asked = (address: string) => fetchPage(address, { ...RULES, allow: [] });
  for (const host of [
    '127.0.0.1',
    'localhost',
    '2130706433',
    '0x7f.1',
    '0',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[64:ff9b::7f00:1]',
  ])
    for (const where of [`http://${host}/`, `http://${host}:8080/`, `https://${host}/`, `http://${host}:${port}/ferry`])
      assert.match(await refusal(asked(where)), /not an address of the public internet/, where);
  assert.equal(
    [...server.asked.values()].reduce((sum, one) => sum + one, 0),
    count,
    'nobody was asked',
  );
  for (const path of [
    '/to-loopback',
    '/to-loopback-80',
    '/to-number',
    '/to-mapped',
    '/to-nat64',
    '/to-metadata',
    '/to-name',
  ])
    assert.match(await refusal(fetchFrom(path)), /not an address of the public internet/, path);
});

test('an exception is one host at one port', async () => {
  const { port } = new URL(server.origin);
  const asked = fetchPage(`http://localhost:${port}/ferry`, { ...RULES, allow: server.allow });
  assert.match(await refusal(asked), /not an address of the public internet/);
});

test('each failure has its sentence', async () => {
  const sentences: [path: string, words: RegExp][] = [
    ['/circle', /keeps redirecting/],
    ['/to-file', /not a web page/],
    ['/to-nothing', /something that is not an address/],
    ['/drip', /whole page within 2 seconds/],
    ['/silent', /whole page within 2 seconds/],
    ['/endless', /larger than the 5 MB/],
    ['/bomb', /larger than the 5 MB/],
    ['/short', /cut off or garbled/],
    ['/not-packed', /cut off or garbled/],
    ['/garbled', /cut off or garbled/],
    ['/odd-packing', /packed the page in a way/],
    ['/empty', /empty page/],
    ['/picture', /something else \(image\/png\)/],
    ['/forbidden', /\(403\).*require an account/],
    ['/broken', /a problem of its own \(503\)/],
    ['/gone', /no page at this address \(404\)/],
  ];
  const said = await Promise.all(sentences.map(([path]) => refusal(fetchFrom(path))));
  for (const [at, [path, words]] of sentences.entries()) assert.match(said[at] as string, words, path);
});

test('more bytes than were announced are garbled, or cut where the announcement ends, and never hang', async () => {
  const page = await fetchFrom('/long').catch((error) => error);
  if (page instanceof FetchFailed) assert.match(page.message, /broke off|within/);
  else assert.equal(page.bytes.toString(), 'long ');
});

test('a name that nobody has, and a port at which nobody listens', async () => {
  assert.match(
    await refusal(fetchPage('http://no-such-host.invalid/', { ...RULES, allow: [] })),
    /There is no no-such-host/,
  );
  const closed = fetchPage('http://127.0.0.1:4889/', { ...RULES, allow: ['127.0.0.1:4889'] });
  assert.match(await refusal(closed), /does not answer/);
});

test('what is no web address is refused before anything is asked', () => {
  for (const typed of [
    '',
    'example.org',
    'ftp://example.org/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'http://',
    'https://a b/',
  ])
    assert.throws(() => readWebAddress(typed), { name: 'FetchFailed', message: /whole address/ }, typed);
  assert.throws(() => readWebAddress('https://ben:secret@example.org/'), /name or password/);
  assert.equal(readWebAddress(' HTTPS://Example.org/a#b ').href, 'https://example.org/a');
});

test('whoever asked may break it off', async () => {
  const leaving = new AbortController();
  const asked = fetchPage(`${server.origin}/silent`, { ...RULES, allow: server.allow, signal: leaving.signal });
  setTimeout(() => leaving.abort(), 50);
  await refusal(asked);
});
