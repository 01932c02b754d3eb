// All SQL of fixes.
import type { Db } from '#src/database/schema.ts';
import { NotFound } from '#src/errors.ts';
import type { FixTable } from './tables.ts';

export interface FixFound extends FixTable {
  claim_number: number;
  asker_name: string | null;
}

/** The fixes of an article in the order they were asked. One query. */
export function listFixes(db: Db, article_id: string): Promise<FixFound[]> {
  return db
    .selectFrom('fix')
    .innerJoin('claim', 'claim.id', 'fix.claim_id')
    .leftJoin('person', 'person.id', 'fix.asked_by')
    .selectAll('fix')
    .select(['claim.number as claim_number', 'person.display_name as asker_name'])
    .where('fix.article_id', '=', article_id)
    .orderBy('fix.asked_at')
    .orderBy('fix.id')
    .execute();
}

/** The fix of this id in the article; NotFound where there is none. */
export async function getFix(db: Db, at: { id: string; article_id: string }): Promise<FixTable> {
  const fix = await db
    .selectFrom('fix')
    .selectAll()
    .where('id', '=', at.id)
    .where('article_id', '=', at.article_id)
    .executeTakeFirst();
  if (fix === undefined) throw new NotFound();
  return fix;
}

export async function insertFix(db: Db, fix: FixTable): Promise<void> {
  await db.insertInto('fix').values(fix).execute();
}

export async function updateFix(db: Db, id: string, changes: Partial<FixTable>): Promise<void> {
  await db
    .updateTable('fix')
    .set(changes)
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute();
}
