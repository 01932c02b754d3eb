// Listens and stops: address errors in one sentence, and a stop that lets requests finish.
import { createServer, type RequestListener, type Server } from 'node:http';
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

/** Starts to listen; port 0 takes any free one. Throws CannotListen. */
export function listen(app: RequestListener, port: number, host: string): Promise<Server> {
  const server = createServer(PATIENCE, app);
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
