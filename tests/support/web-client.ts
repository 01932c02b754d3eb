// The part of a visitor that no one sees: cookies and redirects, as a browser has them.
import { Agent, type IncomingMessage, type RequestOptions, request, type Server } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import type { Express } from 'express';
import { portOf } from './listening.ts';

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
const CONNECTIONS = new Agent({ keepAlive: true });
const UNPACK: Record<string, (bytes: Buffer) => Buffer> = {
  gzip: gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
};

export class WebClient {
  readonly cookies = new Map<string, string>();
  readonly #app: Express | Server;

  /** Of an app, which listens from the first request on, or of a server that listens. */
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

  /** Sends a request and follows nothing. What comes is not packed, unless the headers ask for that. */
  async ask({ method, path, body, headers }: WebRequest): Promise<Answer> {
    const cookies = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const all = { Host: HOST, Accept: ACCEPTED, ...headers, ...(cookies === '' ? {} : { Cookie: cookies }) };
    const { pathname, search } = new URL(`http://${HOST}${path}`);
    const wanted = { port: await portOf(this.#app), method, path: pathname + search, headers: all };
    const answer = await answerTo(wanted, body);
    for (const line of answer.headers['set-cookie'] ?? []) this.#keepCookie(line);
    const bytes = unpacked(await buffer(answer), answer.headers['content-encoding']);
    return { path, status: answer.statusCode ?? 0, headers: answer.headers as Answer['headers'], bytes };
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

/**
 * The head of what comes; once it is there, it no longer matters whether all that was sent was read. As browsers do, it asks
 * again where the server closed a connection that had stood idle in the moment in which it was taken.
 */
function answerTo(wanted: RequestOptions, body: Buffer | undefined): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const asked = request({ ...wanted, host: '127.0.0.1', agent: CONNECTIONS }, resolve);
  asked.on('error', (error: NodeJS.ErrnoException) => {
    const is_idle_closed = asked.reusedSocket && error.code === 'ECONNRESET' && wanted.method === 'GET';
    if (is_idle_closed) resolve(answerTo(wanted, body));
    else reject(error);
  });
  asked.end(body);
  return promise;
}

function unpacked(bytes: Buffer, encoding = 'identity'): Buffer {
  return bytes.length > 0 ? (UNPACK[encoding]?.(bytes) ?? bytes) : bytes;
}
