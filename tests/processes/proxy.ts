// A proxy with https in front of some servers: it asks them in turns, and says who the visitor is.
import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** The header by which a test says where its visitor sits. */
export const VISITOR = 'x-visitor-address';
const SOMEWHERE = '203.0.113.1';

export interface FrontProxy {
  origin: string;
  stop(): Promise<void>;
}

/** Starts it. `ports` is asked for each request: where servers listen now. One that does not answer is passed over. */
export async function startProxy(ports: () => readonly number[]): Promise<FrontProxy> {
  let turns = 0;
  const server = createServer(async (req, res) => {
    const body = await buffer(req);
    const open = ports();
    turns += 1;
    const turn = turns;
    for (let tries = 0; tries < open.length; tries += 1)
      if (await passOn({ req, res, body }, open[(turn + tries) % open.length] ?? 0)) return;
    res.writeHead(502).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** False where nobody listens at that port. */
function passOn(
  { req, res, body }: { req: IncomingMessage; res: ServerResponse; body: Buffer },
  port: number,
): Promise<boolean> {
  const { [VISITOR]: address = SOMEWHERE, 'x-forwarded-for': said, connection: _, ...headers } = req.headers;
  const forwarded = [said, address].flat().filter(Boolean).join(', ');
  const asked = { ...headers, 'x-forwarded-for': forwarded, 'x-forwarded-proto': 'https', connection: 'close' };
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const passed = request({ host: '127.0.0.1', port, method: req.method, path: req.url, headers: asked }, (answer) => {
    res.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(res);
    resolve(true);
  });
  passed.once('error', () => resolve(false));
  passed.end(body);
  return promise;
}
