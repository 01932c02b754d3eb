// The part of a visitor that no one sees: cookies and redirects, as a browser has them.
import type { Server } from 'node:http';
import type { Express } from 'express';
import request from 'supertest';

export interface WebRequest {
  method: 'GET' | 'POST';
  /** Path and query. */
  path: string;
  body?: Buffer;
  headers: Record<string, string>;
}

export interface Answer {
  /** Where the redirects ended. */
  path: string;
  status: number;
  headers: Record<string, string>;
  bytes: Buffer;
}

/** The name under which visitors know the desk. */
export const HOST = 'desk.test';
const ACCEPTED = 'text/html,application/xhtml+xml,*/*;q=0.8';
const MAXIMUM_REDIRECTS = 5;

export class WebClient {
  readonly cookies = new Map<string, string>();
  readonly #app: Express | Server;

  /** Of an app, which then listens for each request anew, or of a server that listens. */
  constructor(app: Express | Server) {
    this.#app = app;
  }

  /** Sends a request and follows redirects with GET. Throws where they go in a circle. */
  async send(wanted: WebRequest): Promise<Answer> {
    let { path } = wanted;
    let answer = await this.ask(wanted);
    for (let redirects = 0; answer.status >= 301 && answer.status <= 303; redirects++) {
      const location = answer.headers.location as string;
      if (redirects === MAXIMUM_REDIRECTS)
        throw new Error(`${wanted.path} redirects in a circle, at last to ${location}.`);
      path = resolvePath(location, path);
      const { 'Content-Type': _, ...headers } = wanted.headers;
      answer = await this.ask({ method: 'GET', path, headers });
    }
    return { ...answer, path };
  }

  /** Sends a request and follows nothing. */
  async ask({ method, path, body, headers }: WebRequest): Promise<Answer> {
    const call = method === 'GET' ? request(this.#app).get(path) : request(this.#app).post(path);
    call
      .redirects(0)
      .ok(() => true)
      .buffer(true)
      .parse(collect as never);
    call.set({ Host: HOST, Accept: ACCEPTED, ...headers });
    const cookies = [...this.cookies].map(([name, value]) => `${name}=${value}`);
    if (cookies.length > 0) call.set('Cookie', cookies.join('; '));
    const answer = await (body === undefined ? call : call.serialize((bytes) => bytes).send(body));
    for (const line of [answer.headers['set-cookie']].flat() as (string | undefined)[])
      if (line) this.#keepCookie(line);
    return { path, status: answer.status, headers: answer.headers, bytes: asBuffer(answer.body) };
  }

  #keepCookie(line: string): void {
    const [pair = '', ...attributes] = line.split(';');
    const name = pair.slice(0, pair.indexOf('=')).trim();
    const expires = attributes.find((one) => /^\s*expires=/i.test(one))?.split('=')[1];
    const isOver = attributes.some((one) => /^\s*max-age=(0|-\d+)\s*$/i.test(one));
    if (isOver || (expires !== undefined && Date.parse(expires) < Date.now())) this.cookies.delete(name);
    else this.cookies.set(name, pair.slice(pair.indexOf('=') + 1));
  }
}

/** The path and query that a link or redirect on a page leads to. */
export function resolvePath(href: string, from: string): string {
  const address = new URL(href, `http://${HOST}${from || '/'}`);
  return `${address.pathname}${address.search}`;
}

function asBuffer(body: unknown): Buffer {
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0);
}

function collect(response: NodeJS.ReadableStream, done: (error: Error | null, body: Buffer) => void): void {
  const pieces: Buffer[] = [];
  response.on('data', (piece: Buffer) => pieces.push(piece));
  response.on('end', () => done(null, Buffer.concat(pieces)));
}
