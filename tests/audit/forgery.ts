// Changes a database behind the log's back and says what `verify` finds.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { TestContext } from 'node:test';
import { sql } from 'kysely';
import { type Verification, verifyAll } from '#src/cli/verification.ts';
import { systemContext } from '#src/context.ts';
import type { Db } from '#src/database/engine.ts';
import { dropGuard } from '#src/database/guarded-rows.ts';

export type Forge = (db: Db) => Promise<unknown>;

/** What somebody with the database in hand would do to rows that no other forgery touches, and what is said of it alone. */
export type Forgery = [what: string, forge: Forge, said: RegExp];

/** Does all of them and looks once; a test for each says whether it was found. Gives back what is said of none, or of two. */
export async function findEach(t: TestContext, db: Db, forgeries: Forgery[]): Promise<string[]> {
  const { findings } = await onlyForNow(db, async (forged) => {
    for (const [, forge] of forgeries) await forge(forged);
  });
  for (const [what, , said] of forgeries)
    await t.test(what, () => {
      const isFound = findings.some((one) => said.test(one));
      assert.ok(isFound, `${said} in ${findings.join('\n')}`);
    });
  return findings.filter((one) => forgeries.filter(([, , said]) => said.test(one)).length !== 1);
}

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
