// Changes a database behind the log's back and says what `verify` finds.
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type Verification, verifyAll } from '#src/cli/verification.ts';
import { systemContext } from '#src/context.ts';
import type { Db } from '#src/database/engine.ts';
import { dropGuard } from '#src/database/guarded-rows.ts';

export type Forge = (db: Db) => Promise<unknown>;

/** Does it, looks, and puts everything back. */
export async function onlyForNow(db: Db, forge: Forge, head?: string): Promise<Verification> {
  let found: Verification | undefined;
  const back = new Error('back');
  const work = async (transaction: Db) => {
    await forge(transaction);
    found = await verifyAll(systemContext(transaction), head);
    throw back;
  };
  await db
    .transaction()
    .execute(work)
    .catch((error) => {
      if (error !== back) throw error;
    });
  return found as Verification;
}

export function run(statement: string): Forge {
  return (db) => sql.raw(statement).execute(db);
}

/** Another digit in the first text of article 1, and the hash of that. */
export async function forgeText(db: Db): Promise<void> {
  await dropGuard(db, 'version');
  const { id, text } = await db
    .selectFrom('version')
    .innerJoin('article', 'article.id', 'version.article_id')
    .select(['version.id', 'version.text'])
    .where('article.number', '=', 1)
    .where('version.number', '=', 1)
    .executeTakeFirstOrThrow();
  const forged = String(text).replace(/\d/, '9');
  const sha256 = createHash('sha256').update(forged).digest('hex');
  await db.updateTable('version').set({ text: forged, sha256 }).where('id', '=', id).execute();
}
