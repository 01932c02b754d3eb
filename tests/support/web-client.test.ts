// A visitor whose connection was closed while it was idle: asks again for a page, sends no form twice.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { WebClient } from './web-client.ts';

test('a page is asked for once more where its connection was closed before an answer, and a form is not', async (t) => {
  const asked: string[] = [];
  const connections = new Set<unknown>();
  const server = createServer((req, res) => {
    asked.push(`${req.method} ${req.url}`);
    // Whoever comes with a second request on one connection finds it closed.
    if (connections.has(req.socket)) return req.socket.resetAndDestroy();
    connections.add(req.socket);
    res.end('here');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  const client = new WebClient(server);
  const ask = async (method: 'GET' | 'POST', path: string) => {
    const { bytes } = await client.ask({ method, path, headers: {} });
    return String(bytes);
  };
  assert.equal(await ask('GET', '/'), 'here');
  assert.equal(await ask('GET', '/again'), 'here');
  assert.deepEqual(asked.splice(0), ['GET /', 'GET /again', 'GET /again']);
  await assert.rejects(ask('POST', '/form'), { code: 'ECONNRESET' });
  assert.deepEqual(asked, ['POST /form']);
});
