// Connections to the PostgreSQL databases of the tests, kept from desk to desk: each plans a statement once.
import type pg from 'pg';
import type { OpenDatabase } from '#src/database/connect.ts';
import { kyselyOver, postgresPool } from '#src/database/postgres-dialect.ts';
import { atEndOfProcess } from './at-end.ts';

/** More than two are only wanted where many are at work at once. */
const KEPT = 2;
/** What a session may have set, locked or made for itself. */
const AS_NEW = 'reset all; select pg_advisory_unlock_all(); unlisten *; close all; discard temp';

interface Kept {
  pool: pg.Pool;
  /** How many have it open now. */
  open: number;
}

const kept = new Map<string, Kept>();

/** Opens a database for a while, on connections that outlast it. Whoever asks when it is closed again fails as ever. */
export function openKept(database_url: string): OpenDatabase {
  const connections = connectionsTo(database_url);
  connections.open += 1;
  const pool = new LentPool(connections.pool, () => {
    connections.open -= 1;
  });
  const db = kyselyOver(pool as unknown as pg.Pool);
  // As Kysely closes only what it has used.
  return { db, engine: 'postgres', close: () => db.destroy().then(() => pool.end()) };
}

/** Asks one thing of a database on a kept connection, and gives what the answer calls `said`. */
export async function askKept(database_url: string, statement: string, values: unknown[] = []): Promise<unknown> {
  const client = await connectionsTo(database_url).pool.connect();
  try {
    return (await client.query(statement, values)).rows[0]?.said;
  } finally {
    client.release();
  }
}

/**
 * Sets back what the sessions of this database have set, ends all but a few, and gives the processes that they had on the
 * server. Undefined where somebody has not closed it: it cannot be used again.
 */
export async function setBack(database_url: string): Promise<number[] | undefined> {
  const { pool, open } = connectionsTo(database_url);
  if (open > 0) return undefined;
  const clients = await Promise.all(Array.from({ length: Math.max(pool.totalCount, 1) }, () => pool.connect()));
  for (const [place, client] of clients.entries()) {
    if (place < KEPT) await client.query(AS_NEW);
    client.release(place >= KEPT);
  }
  return clients.map((client) => (client as unknown as { processID: number }).processID);
}

/** Ends all connections to a database that goes. */
export async function endKept(database_url: string): Promise<void> {
  const connections = kept.get(database_url);
  kept.delete(database_url);
  await connections?.pool.end();
}

function connectionsTo(database_url: string): Kept {
  const found = kept.get(database_url);
  if (found) return found;
  if (kept.size === 0) atEndOfProcess(endAll);
  const made = { pool: postgresPool(database_url), open: 0 };
  kept.set(database_url, made);
  return made;
}

async function endAll(): Promise<void> {
  for (const url of [...kept.keys()]) await endKept(url);
}

/** A pool as Kysely asks one: it ends when all is back that it lent, and the connections stay. */
class LentPool {
  readonly #pool: pg.Pool;
  readonly #ended: () => void;
  #lent = 0;
  #end: PromiseWithResolvers<void> | undefined;

  constructor(pool: pg.Pool, ended: () => void) {
    this.#pool = pool;
    this.#ended = ended;
  }

  get Client() {
    return (this.#pool as unknown as { Client: unknown }).Client;
  }

  get options() {
    return this.#pool.options;
  }

  async connect(): Promise<pg.PoolClient> {
    if (this.#end) throw new Error('Cannot use a pool after calling end on the pool');
    this.#lent += 1;
    const client = await this.#pool.connect().catch((error: unknown) => {
      this.#isBack();
      throw error;
    });
    const release = client.release.bind(client);
    client.release = (broken) => {
      release(broken);
      this.#isBack();
    };
    return client;
  }

  async end(): Promise<void> {
    if (this.#end === undefined) {
      this.#end = Promise.withResolvers();
      this.#end.promise.then(this.#ended);
      if (this.#lent === 0) this.#end.resolve();
    }
    await this.#end.promise;
  }

  #isBack(): void {
    this.#lent -= 1;
    if (this.#lent === 0) this.#end?.resolve();
  }
}
