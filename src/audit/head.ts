// The head of a chain: number and hash of its last entry, which reports print.
import { forUpdate } from '#src/database/engine.ts';
import type { Db } from '#src/database/schema.ts';
import { FIRST_PREVIOUS } from './log.ts';

export interface ChainHead {
  /** 0 where nothing has happened yet. */
  number: number;
  hash: string;
}

/** The head of this chain (the id of a desk, or INSTALLATION). */
export async function findHead(db: Db, chain: string): Promise<ChainHead> {
  const row = await db.selectFrom('log_chain').select(['number', 'hash']).where('chain', '=', chain).executeTakeFirst();
  return row ?? { number: 0, hash: FIRST_PREVIOUS };
}

/** Locks the head until the transaction ends: nothing happens at the desk meanwhile. */
export async function lockHead(db: Db, chain: string): Promise<void> {
  await forUpdate(db.selectFrom('log_chain').select('number').where('chain', '=', chain)).execute();
}

/** The hash of the entry of this number, where the chain has one. */
export async function findHashAt(db: Db, chain: string, number: number): Promise<string | undefined> {
  const at = db.selectFrom('log').select('hash').where('chain', '=', chain).where('number', '=', number);
  return (await at.executeTakeFirst())?.hash;
}
