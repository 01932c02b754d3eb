// The servers through which visitors reach a desk: one for each app, listening until its desk is closed.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';

const servers = new WeakMap<Express, Promise<Server>>();

/** The port of loopback on which this app listens, from its first visitor on. No process stays for it. */
export async function portOf(app: Express | Server): Promise<number> {
  const server = 'listen' in app && 'address' in app ? (app as Server) : await serverOf(app as Express);
  return (server.address() as AddressInfo).port;
}

/** What is in work is answered still. */
export async function stopListening(app: Express): Promise<void> {
  const server = await servers.get(app);
  servers.delete(app);
  server?.close();
}

function serverOf(app: Express): Promise<Server> {
  const there = servers.get(app) ?? listening(app);
  servers.set(app, there);
  return there;
}

async function listening(app: Express): Promise<Server> {
  const server = createServer({ keepAliveTimeout: 0 }, app);
  server.on('connection', (socket) => socket.unref());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server.unref();
}
