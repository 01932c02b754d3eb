// Ten connections that ask a server all the time, and what comes back.
import { Pool } from 'undici';
import type { MeasuredServer } from './measured-server.ts';

export const CONNECTIONS = 10;

export interface Question {
  path: string;
  form?: Record<string, string>;
  /** Asks whether the page is still the one that was sent with the last ETag. */
  unchanged?: boolean;
  accept_encoding?: string;
  /** The status that is meant. */
  status: number;
}

export interface Slice {
  /** How often it was asked, how many answers were not as meant, and how many bytes came back. */
  asked: number;
  wrong: number;
  bytes: number;
  /** On the server's processor, in milliseconds, in all; and on that of its database's server, where it has one. */
  processor: number;
  database: number;
  late: number;
  latest: number;
}

/** Somebody signed in, at a server. */
export class Asker {
  readonly #server: MeasuredServer;
  readonly #pool: Pool;
  readonly #cookies: string[] = [];
  #etag = '';

  private constructor(server: MeasuredServer, connections: number) {
    this.#server = server;
    // As long as Chrome keeps a connection.
    const patience = { headersTimeout: 300_000, keepAliveTimeout: 300_000 };
    this.#pool = new Pool(server.origin, { connections, pipelining: 1, ...patience });
  }

  /** Signs in once for each connection. */
  static async signIn(server: MeasuredServer, form: Record<string, string>, connections = CONNECTIONS): Promise<Asker> {
    const asker = new Asker(server, connections);
    for (let count = 0; count < connections; count += 1) {
      const { headers } = await asker.#send({ path: '/sign-in', form, status: 303 }, '');
      const cookie = [headers['set-cookie'] ?? []].flat()[0]?.split(';')[0];
      if (cookie === undefined) throw new Error('The server signed nobody in');
      asker.#cookies.push(cookie);
    }
    return asker;
  }

  get cookies(): readonly string[] {
    return this.#cookies;
  }

  /** One answer, to whoever has this of the cookies. */
  async ask(question: Question, who = 0): Promise<{ status: number; bytes: number; took: number }> {
    const began = performance.now();
    const { statusCode, bytes } = await this.#send(question, this.#cookies[who] ?? '');
    return { status: statusCode, bytes: bytes.length, took: performance.now() - began };
  }

  /** Asks with all connections, with each once at least, until the time is over or there is nothing left to ask. */
  async load(next: () => Question | undefined, milliseconds: number): Promise<Slice> {
    const before = await this.#server.used();
    const until = performance.now() + milliseconds;
    const slice = { asked: 0, wrong: 0, bytes: 0 };
    const askOn = async (cookie: string) => {
      do {
        const question = next();
        if (question === undefined) return;
        const { statusCode, bytes } = await this.#send(question, cookie);
        slice.asked += 1;
        slice.bytes += bytes.length;
        if (statusCode !== question.status) slice.wrong += 1;
      } while (performance.now() < until);
    };
    await Promise.all(this.#cookies.map(askOn));
    const { processor, database, late, latest } = await this.#server.used();
    const used = { processor: processor - before.processor, database: database - before.database };
    return { ...slice, ...used, late, latest };
  }

  close(): Promise<void> {
    return this.#pool.close();
  }

  async #send({ path, form, unchanged, accept_encoding = 'identity' }: Question, cookie: string) {
    const { statusCode, headers, body } = await this.#pool.request({
      path,
      method: form === undefined ? 'GET' : 'POST',
      headers: {
        cookie,
        'sec-fetch-site': 'same-origin',
        'accept-encoding': accept_encoding,
        ...(unchanged ? { 'if-none-match': this.#etag } : {}),
        ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      body: form === undefined ? null : new URLSearchParams(form).toString(),
    });
    const bytes = Buffer.from(await body.arrayBuffer());
    if (unchanged && typeof headers.etag === 'string') this.#etag = headers.etag;
    return { statusCode, headers, bytes };
  }
}
