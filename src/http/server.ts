// Listens and stops: address errors in one sentence, and a stop that lets requests finish.
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const GRACE_MILLISECONDS = 8_000;

/** The address cannot be listened on. The message is one sentence; main.ts prints it and exits 1. */
export class CannotListen extends Error {
  override name = 'CannotListen';
}

const SENTENCES: Record<string, (port: number, host: string) => string> = {
  EADDRINUSE: (port, host) =>
    `Another program already listens on port ${port} of ${host}: stop it, or start the desk with another PORT.`,
  EACCES: (port) => `This user may not listen on port ${port}: choose a PORT of 1024 or more.`,
  EADDRNOTAVAIL: (_port, host) => `This machine has no address ${host}: choose another HOST, such as 127.0.0.1.`,
  ENOTFOUND: (_port, host) =>
    `The name ${host} in HOST is not known on this machine: choose another, such as 127.0.0.1.`,
};

/**
 * Slow senders: the head of a request within 20 seconds, all of it within ten minutes, looked at every five seconds. What
 * a body may take is bounded more closely where it is read (arriving-body.ts), by who sends it.
 */
const PATIENCE = { headersTimeout: 20_000, requestTimeout: 600_000, connectionsCheckingInterval: 5_000 };

/**
 * A connection is kept for longer than a browser (Chrome: five minutes) or a proxy (nginx, Caddy: up to two) keeps one that
 * nothing goes over: who ends it is never the one that may just then be asked on it.
 */
const KEPT_ALIVE_MILLISECONDS = 320_000;
/** Where more are open, each is ended with its answer, which says so: idle ones take no more room than this. */
const KEPT_ALIVE_AT_MOST = 1_000;

/** Starts to listen; port 0 takes any free one. Throws CannotListen. */
export function listen(
  app: RequestListener,
  port: number,
  host: string,
  kept_alive_at_most = KEPT_ALIVE_AT_MOST,
): Promise<Server> {
  // Asked for like this, Node does not load its WebSocket and fetch along with it, which no page needs.
  const { createServer } = process.getBuiltinModule('node:http');
  const server = createServer({ ...PATIENCE, keepAliveTimeout: KEPT_ALIVE_MILLISECONDS });
  let open = 0;
  server.on('connection', (socket) => {
    open += 1;
    socket.once('close', () => (open -= 1));
  });
  server.on('request', (req, res) => {
    if (open > kept_alive_at_most) res.shouldKeepAlive = false;
    // One that was under way when the stop began would else keep its connection, and the stop would wait for it.
    res.once('close', () => setImmediate(() => server.listening || server.closeIdleConnections()));
    app(req, res);
  });
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const sentence =
        SENTENCES[error.code ?? '']?.(port, host) ?? `The desk cannot listen on ${host}:${port}: ${error.message}.`;
      reject(new CannotListen(sentence, { cause: error }));
    });
    server.listen(port, host, () => resolve(server));
  });
}

/** The address to print: the host as it was given, with the port that was taken. */
export function addressOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}/`;
}

/** Takes no new requests, lets those under way finish for eight seconds, then breaks them off. */
export function stopServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const giveUp = setTimeout(() => server.closeAllConnections(), GRACE_MILLISECONDS);
    server.close(() => {
      clearTimeout(giveUp);
      resolve();
    });
    server.closeIdleConnections();
  });
}
