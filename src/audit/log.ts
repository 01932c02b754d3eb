// The log: one hash chain a desk and one for the installation, written in the verb's transaction.
import { hash as digestOf, randomBytes } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Actor, Context } from '#src/context.ts';
import { forUpdate, writesAlone } from '#src/database/engine.ts';
import { type RowWatch, watchOver } from '#src/database/row-watch.ts';
import { insertRow } from '#src/database/rows.ts';
import type { Db } from '#src/database/schema.ts';
import { instruction, statement } from '#src/database/statement.ts';
import { needed } from '#src/item-at.ts';
import type { EventVerb } from './events.ts';
import { rowHashesOf } from './row-hash.ts';
import type { LogChainTable, LogTable } from './tables.ts';

/** What came before the first entry of a chain. */
export const FIRST_PREVIOUS = '0'.repeat(64);

/** The chain of the installation: people, desks and whatever belongs to no desk. Other chains are named by the desk's id. */
export const INSTALLATION = 'installation';

export interface Event {
  /** The id of the desk whose chain it goes into, or INSTALLATION. */
  chain: string;
  verb: EventVerb;
  /** What it was done to, as `kind:id`. */
  subject: string;
  article_id?: string | null;
  /** The changed fields only, as they were and as they are. Never a password, a token or a hash of one. */
  before?: object | null;
  after?: object | null;
}

/**
 * Adds an entry to a chain, with a hash of every row that the transaction stored since its last entry. To be called inside
 * the transaction of the verb, behind what it stores: both are stored, or neither. Rows stored still later get an entry of
 * their own at the end.
 */
export async function record(ctx: Context, event: Event): Promise<void> {
  if (!ctx.db.isTransaction) throw new Error(`${event.verb} was recorded outside its transaction`);
  const { chain, subject } = event;
  watchOver(ctx.db)?.atEnd((db) => record({ ...ctx, db }, { chain, subject, verb: 'log.rows_noted' }));
  const head = await nextInChain(ctx.db, event.chain);
  await watchOver(ctx.db)?.settled();
  const detail = detailOf(ctx, event);
  const entry = {
    chain: event.chain,
    number: head.number,
    at: ctx.at,
    actor: nameOfActor(ctx.actor),
    verb: event.verb,
    subject: event.subject,
    article_id: event.article_id ?? null,
    detail_hash: hashOfDetail(detail),
    previous: head.previous,
  };
  const hash = hashOfEntry(entry);
  await insertRow(ctx.db, 'log', { ...entry, hash });
  await insertRow(ctx.db, 'log_detail', { chain: entry.chain, number: entry.number, ...detail });
  await moveHead(ctx.db, { chain: entry.chain, number: entry.number, hash });
  noteHead(ctx.db, entry.chain, { number: entry.number, hash });
}

/** SHA-256, in hex, of an entry's RFC 8785 text; everything in the row but the hash itself. */
export function hashOfEntry(entry: Omit<LogTable, 'hash'>): string {
  const { chain, number, at, actor, verb, subject, article_id, detail_hash, previous } = entry;
  return sha256(canonicalText({ chain, number, at, actor, verb, subject, article_id, detail_hash, previous }));
}

export interface Detail {
  salt: string;
  before: string;
  after: string;
  /** The hashes of the rows that were stored with the entry; null in entries that stored none, or are from before there were any. */
  rows: string | null;
}

function detailOf(ctx: Context, event: Event): Detail {
  const salt = randomBytes(16).toString('hex');
  const rows = rowHashesOf(watchOver(ctx.db)?.take() ?? [], salt);
  return {
    salt,
    before: canonicalText(event.before ?? null),
    after: canonicalText(event.after ?? null),
    rows: rows === null ? null : canonicalText(rows),
  };
}

/** SHA-256, in hex, of the salt followed by the RFC 8785 text of `{ after, before }`, or `{ after, before, rows }`. */
export function hashOfDetail({ salt, before, after, rows }: Detail): string {
  return sha256(`${salt}{"after":${after},"before":${before}${rows === null ? '' : `,"rows":${rows}`}}`);
}

/** `person:<id>`, `operator` or `nobody`: how the log names who did it, without a name that may have to be erased. */
export function nameOfActor(actor: Actor): string {
  return actor.kind === 'person' ? `person:${actor.id}` : actor.kind;
}

/**
 * Locks the head of a chain together with what else is asked now, as `record` would by itself, which then goes there once less.
 * For verbs that lock nothing behind it. Nothing is asked where asking is no way.
 */
export async function lockAhead(db: Db, chain: string): Promise<void> {
  if (writesAlone(db) || headsIn(db)?.has(chain)) return;
  const [head] = await lockedHead(db, { chain });
  if (head !== undefined) noteHead(db, chain, head);
}

/** The transaction has locked the head of this chain. */
export function noteHead(db: Db, chain: string, { number, hash }: Head): void {
  headsIn(db)?.set(chain, { number, hash });
}

const lockedHead = statement((db, { chain }: { chain: string }) =>
  forUpdate(db.selectFrom('log_chain').select(['number', 'hash']).where('chain', '=', chain)),
);

const moveHead = instruction((db, { chain, number, hash }: LogChainTable) =>
  db.updateTable('log_chain').set({ number, hash }).where('chain', '=', chain),
);

/** The heads that a transaction has moved: locked by it, so that they stand where it left them. */
const heads = new WeakMap<RowWatch, Map<string, Head>>();

type Head = Pick<LogChainTable, 'number' | 'hash'>;

function headsIn(db: Db): Map<string, Head> | undefined {
  const watch = watchOver(db);
  if (watch === undefined) return undefined;
  const known = heads.get(watch) ?? new Map<string, Head>();
  heads.set(watch, known);
  return known;
}

/** The row of the chain is locked until the transaction ends, so that no two entries take one number. */
async function nextInChain(db: Db, chain: string): Promise<{ number: number; previous: string }> {
  const head = headsIn(db)?.get(chain) ?? (await lockedHead(db, { chain }))[0];
  if (head !== undefined) return { number: head.number + 1, previous: head.hash };
  await db
    .insertInto('log_chain')
    .values({ chain, number: 0, hash: FIRST_PREVIOUS })
    .onConflict((conflict) => conflict.column('chain').doNothing())
    .execute();
  return nextInChain(db, chain);
}

function canonicalText(value: object | null): string {
  return needed(canonicalize(value), 'RFC 8785 text');
}

function sha256(text: string): string {
  return digestOf('sha256', text, 'hex');
}
