// A site that is slow to answer: it tells who asked it for what, and holds an answer back until it is let go.
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SlowSite {
  /** As FETCH_ALLOW names it. */
  host: string;
  /** The paths that were asked for, in order. */
  readonly asked: readonly string[];
  /** The answer to the next one who asks for a path that begins with /slow; it is not sent yet. */
  nextHeld(): Promise<ServerResponse>;
  /** Sends this answer, or that to anybody. */
  answer(held: ServerResponse): void;
  stop(): Promise<void>;
}

export async function startSlowSite(): Promise<SlowSite> {
  const asked: string[] = [];
  const held: ServerResponse[] = [];
  const waiting: ((answer: ServerResponse) => void)[] = [];
  const answer = (res: ServerResponse) => {
    res.setHeader('Content-Type', 'text/plain; charset=utf-8');
    res.end('Six boats lay at Tarn.');
  };
  const server = createServer((req, res) => {
    const path = req.url ?? '';
    asked.push(path);
    if (!path.startsWith('/slow')) return answer(res);
    const next = waiting.shift();
    if (next === undefined) held.push(res);
    else next(res);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    nextHeld() {
      const already = held.shift();
      if (already !== undefined) return Promise.resolve(already);
      const { promise, resolve } = Promise.withResolvers<ServerResponse>();
      waiting.push(resolve);
      return promise;
    },
    answer,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
