// The rows of sessions: ids as hashes, ended after idle hours or some days.
import { hash, randomBytes } from 'node:crypto';
import type { Request } from 'express';
import session, { type SessionData } from 'express-session';
import { nobodyContext, transact } from '#src/context.ts';
import type { Db } from '#src/database/engine.ts';
import { statement } from '#src/database/statement.ts';

export const IDLE_MILLISECONDS = 12 * 3_600_000;
export const ABSOLUTE_MILLISECONDS = 7 * 24 * 3_600_000;
const SEEN_STEP_MILLISECONDS = 60_000;

declare module 'express-session' {
  interface SessionData {
    /** When the row was made and last seen; kept in its columns, not in its data. */
    created_at?: string;
    seen_at?: string;
    /** Set (unstored) on a request that nobody made by hand: it puts off no end. */
    is_unattended?: boolean;
    /** Whose it is, read with the row for this one request; null for nobody and for whoever was disabled. */
    person?: Express.User | null;
  }
}

const PERSON_COLUMNS = [
  ...(['person.id', 'person.number', 'person.email', 'person.display_name', 'person.initials'] as const),
  ...(['person.is_administrator', 'person.letter_keys', 'person.theme'] as const),
] as const;

type Done = (error?: unknown) => void;

/** The form in which a session id is stored, so that a copy of the database signs nobody in. */
export function hashSessionId(id: string): string {
  return hash('sha256', id);
}

/** The store that express-session asks. `clock` gives the time as ISO text. */
export class SessionStore extends session.Store {
  readonly #db: Db;
  readonly #clock: () => string;
  /** Makes the session of a request that has none: express-session puts it here, and its types do not say so. */
  declare generate: (req: Request) => void;

  constructor(db: Db, clock: () => string) {
    super();
    this.#db = db;
    this.#clock = clock;
  }

  override get(id: string, done: (error: unknown, session?: SessionData | null) => void): void {
    this.#find(id).then((found) => done(null, found), done);
  }

  override set(id: string, data: SessionData, done: Done = () => {}): void {
    this.#save(id, data).then(() => done(), done);
  }

  /** Where there is nothing to write it is done at once: else express-session sends the answer in two pieces, to wait with the second. */
  override touch(id: string, data: SessionData, done: Done = () => {}): void {
    const now = this.#clock();
    if (isSeenLate(data, now)) this.#see(id, data.created_at, now).then(() => done(), done);
    else done();
  }

  override destroy(id: string, done: Done = () => {}): void {
    this.#end(id).then(() => done(), done);
  }

  /** One question for each request: the session, and whose it is. */
  async #find(id: string): Promise<SessionData | null> {
    const [row] = await sessionAsked(this.#db, { id_hash: hashSessionId(id), now: this.#clock() });
    if (row === undefined) return null;
    const { data, created_at, seen_at, ...person } = row;
    return { ...JSON.parse(data), created_at, seen_at, person: person.id === null ? null : person };
  }

  /** A session that was read before is only ever updated: where its row was deleted meanwhile, it stays ended. */
  async #save(id: string, session: SessionData): Promise<void> {
    const { created_at, seen_at: _seen, person: _person, ...kept } = session;
    const now = this.#clock();
    const row = {
      person_id: session.passport?.user ?? null,
      data: JSON.stringify(kept),
      seen_at: now,
      expires_at: expiry(created_at ?? now, now),
    };
    const id_hash = hashSessionId(id);
    await this.#write(async (db) => {
      if (created_at !== undefined) return db.updateTable('session').set(row).where('id_hash', '=', id_hash).execute();
      await sweepSessions(db, now);
      return db
        .insertInto('session')
        .values({ ...row, id_hash, created_at: now })
        .execute();
    });
    session.created_at ??= now;
  }

  /** Puts off the idle limit. */
  async #see(id: string, created_at: string, now: string): Promise<void> {
    const seen = { seen_at: now, expires_at: expiry(created_at, now) };
    await this.#write((db) => db.updateTable('session').set(seen).where('id_hash', '=', hashSessionId(id)).execute());
  }

  async #end(id: string): Promise<void> {
    await this.#write((db) => db.deleteFrom('session').where('id_hash', '=', hashSessionId(id)).execute());
  }

  async #write(work: (db: Db) => Promise<unknown>): Promise<void> {
    await transact(nobodyContext(this.#db, this.#clock()), (ctx) => work(ctx.db));
  }
}

/**
 * Whether the idle limit is to be put off: at most once a minute, so that reading a page seldom writes. Where the clock was set
 * back, the limit stays where it was: nobody is signed out by it, and no session lives longer for it than the clock was set back.
 */
function isSeenLate(session: SessionData, now: string): session is SessionData & { created_at: string } {
  const { created_at, seen_at } = session;
  if (created_at === undefined || seen_at === undefined || session.is_unattended) return false;
  return Date.parse(now) - Date.parse(seen_at) >= SEEN_STEP_MILLISECONDS;
}

/** The session of an id (by its hash) that has not ended at a time, with its person. */
const sessionAsked = statement((db, { id_hash, now }: { id_hash: string; now: string }) =>
  db
    .selectFrom('session')
    .leftJoin('person', (join) =>
      join.onRef('person.id', '=', 'session.person_id').on('person.disabled_at', 'is', null),
    )
    .select(['session.data', 'session.created_at', 'session.seen_at', ...PERSON_COLUMNS])
    .where('session.id_hash', '=', id_hash)
    .where('session.expires_at', '>', now),
);

/** Whose session this is (by its hash) at a time; null where it has ended, or its person was disabled. Puts nothing off. */
export async function holderOf(db: Db, { id_hash, now }: { id_hash: string; now: string }): Promise<string | null> {
  const [row] = await sessionAsked(db, { id_hash, now });
  return row?.id ?? null;
}

/** Removes the rows whose time is over. Whose they were is remembered, so that whoever comes back with one learns why. */
async function sweepSessions(db: Db, now: string): Promise<void> {
  const over = await db
    .deleteFrom('session')
    .where('expires_at', '<=', now)
    .returning(['id_hash', 'person_id', 'created_at', 'seen_at', 'expires_at'])
    .execute();
  const remembered = over.flatMap(({ person_id, expires_at: ended_at, ...times }) =>
    person_id === null ? [] : [{ ...times, person_id, why: 'over' as const, ended_at }],
  );
  if (remembered.length > 0) await db.insertInto('ended_session').values(remembered).execute();
}

/** The secret that signs session cookies: the configured one, else one made once and kept in the database for all processes. */
export async function sessionSecret(db: Db, configured: string | null): Promise<string> {
  if (configured !== null) return configured;
  const name = 'session_secret';
  const made = randomBytes(32).toString('base64url');
  await transact(nobodyContext(db), ({ db }) =>
    db
      .insertInto('setting')
      .values({ name, value: made })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute(),
  );
  const { value } = await db.selectFrom('setting').select('value').where('name', '=', name).executeTakeFirstOrThrow();
  return value;
}

function expiry(created_at: string, seen_at: string): string {
  const idle = Date.parse(seen_at) + IDLE_MILLISECONDS;
  const absolute = Date.parse(created_at) + ABSOLUTE_MILLISECONDS;
  return new Date(Math.min(idle, absolute)).toISOString();
}
