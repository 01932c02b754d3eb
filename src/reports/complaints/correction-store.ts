// All SQL of corrections. The caller has found the article through the person.
import type { Updateable } from 'kysely';
import { updateRow } from '#src/database/rows.ts';
import type { Db } from '#src/database/schema.ts';
import { NotFound } from '#src/errors.ts';
import { addressedNumber } from '#src/number-in.ts';
import type { CorrectionTable } from './tables.ts';

export interface CorrectionFound extends CorrectionTable {
  claim_number: number | null;
  complaint_number: number | null;
  made_by_name: string;
}

function correctionsOf(db: Db, article_id: string) {
  return db
    .selectFrom('correction')
    .innerJoin('person', 'person.id', 'correction.made_by')
    .leftJoin('claim', 'claim.id', 'correction.claim_id')
    .leftJoin('complaint', 'complaint.id', 'correction.complaint_id')
    .selectAll('correction')
    .select([
      'person.display_name as made_by_name',
      'claim.number as claim_number',
      'complaint.number as complaint_number',
    ])
    .where('correction.article_id', '=', article_id);
}

/** The corrections of an article, withdrawn ones too, the latest first. */
export function listCorrections(db: Db, article_id: string): Promise<CorrectionFound[]> {
  return correctionsOf(db, article_id).orderBy('correction.number', 'desc').execute();
}

/** The correction of this number; NotFound where the article has none. */
export async function getCorrection(db: Db, article_id: string, number: string | number): Promise<CorrectionFound> {
  const found = await correctionsOf(db, article_id)
    .where('correction.number', '=', addressedNumber(number))
    .executeTakeFirst();
  if (found === undefined) throw new NotFound();
  return found;
}

export async function insertCorrection(db: Db, correction: CorrectionTable): Promise<void> {
  await db.insertInto('correction').values(correction).execute();
}

/** Changes a correction and raises its revision. The caller holds the article's lock. */
export async function updateCorrection(db: Db, id: string, changes: Updateable<CorrectionTable>): Promise<void> {
  await updateRow(db, 'correction', { id, changes, revised: 'revised' });
}
