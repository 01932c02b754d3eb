// Words between the processes of one desk on PostgreSQL: LISTEN and NOTIFY on a connection of its own.
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

const CHANNEL = 'claimdesk';
/** PostgreSQL takes no longer word than 8,000 bytes. */
const MOST_BYTES = 7_900;
const PAUSES = [1_000, 2_000, 5_000, 15_000, 30_000];

export interface Notices {
  /** Tells the others, and this process, too. What is too long, or cannot be told just now, is not told. */
  tell(text: string): void;
  close(): Promise<void>;
}

export interface Heard {
  onNotice: (text: string) => void;
  /** Something may have been missed. */
  onGap: () => void;
}

/**
 * Listens, and goes on to for as long as the process runs: a connection that breaks is opened again. At once, whether or not
 * the server answers yet.
 */
export function openNotices(database_url: string, heard: Heard): Notices {
  const line = new Line(database_url, heard);
  void line.connect(0);
  return line;
}

class Line implements Notices {
  readonly #database_url: string;
  readonly #heard: Heard;
  #client: pg.Client | undefined;
  #is_closed = false;

  constructor(database_url: string, heard: Heard) {
    this.#database_url = database_url;
    this.#heard = heard;
  }

  async connect(tries: number): Promise<void> {
    if (this.#is_closed) return;
    let failed = tries;
    const settings = { connectionString: this.#database_url, keepAlive: true, application_name: 'claimdesk live' };
    const client = new pg.Client(settings);
    client.on('notification', ({ payload = '' }) => this.#heard.onNotice(payload));
    // Its end says the same, and what is done then.
    client.on('error', () => {});
    client.once('end', () => this.#reconnect(client, failed));
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
    } catch {
      await client.end().catch(() => {});
      return;
    }
    failed = 0;
    this.#client = client;
    if (this.#is_closed) await client.end();
    else this.#heard.onGap();
  }

  async #reconnect(client: pg.Client, tries: number): Promise<void> {
    if (this.#client === client) this.#client = undefined;
    await wait(PAUSES[Math.min(tries, PAUSES.length - 1)], undefined, { ref: false });
    await this.connect(tries + 1);
  }

  tell(text: string): void {
    if (Buffer.byteLength(text) > MOST_BYTES) return;
    this.#client?.query('select pg_notify($1, $2)', [CHANNEL, text]).catch(() => {});
  }

  async close(): Promise<void> {
    this.#is_closed = true;
    await this.#client?.end().catch(() => {});
  }
}
