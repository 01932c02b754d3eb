// Servers of one desk, each a process as npm start runs it, and how people reach them.
import { join } from 'node:path';
import type { Config } from '#src/config.ts';
import { HOUSE } from '#tests/house-rules/source-files.ts';
import { type Program, startProgram } from '#tests/support/program.ts';

export interface RunningServer {
  program: Program;
  origin: string;
  port: number;
  /** The token for the first person that it prints while there is nobody. */
  token(): Promise<string>;
}

/** Starts a server behind one proxy. Resolves when it is open; rejects with what it printed where it ends before. */
export async function startServer(config: Config, fetch_allow: string): Promise<RunningServer> {
  const program = startProgram(join(HOUSE, 'src/main.ts'), [], {
    DATA_DIR: config.data_dir,
    DATABASE_URL: config.database_url ?? '',
    HOST: '',
    PORT: '0',
    LOG_LEVEL: 'silent',
    PUBLIC_URL: '',
    TRUST_PROXY: '1',
    FETCH_ALLOW: fetch_allow,
  });
  let printed = '';
  program.process.stdout?.on('data', (data) => {
    printed += data;
  });
  await program.said('Claimdesk is open at');
  const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0] ?? '';
  return {
    program,
    origin,
    port: Number(new URL(origin).port),
    async token() {
      await program.said('give this token: ');
      return /give this token: (\S+)/.exec(printed)?.[1] ?? '';
    },
  };
}

/** Somebody's browser: keeps the cookie of the session, follows no redirect. */
export class Browser {
  cookie = '';
  readonly #headers: Record<string, string>;

  constructor(headers: Record<string, string> = {}) {
    this.#headers = headers;
  }

  get(url: string): Promise<Response> {
    return this.#ask(url, { method: 'GET' });
  }

  post(url: string, fields: Record<string, string>): Promise<Response> {
    return this.#ask(url, { method: 'POST', body: new URLSearchParams(fields) });
  }

  async #ask(url: string, asked: RequestInit): Promise<Response> {
    const headers = { 'Sec-Fetch-Site': 'same-origin', ...this.#headers, cookie: this.cookie };
    const answer = await fetch(url, { ...asked, redirect: 'manual', headers });
    const [set] = answer.headers.getSetCookie().filter((one) => one.startsWith('claimdesk='));
    if (set !== undefined) this.cookie = set.split(';')[0] ?? '';
    return answer;
  }
}
