// All SQL of complaints. The caller has found the article through the person.
import type { Updateable } from 'kysely';
import { updateRow } from '#src/database/rows.ts';
import type { Db } from '#src/database/schema.ts';
import { NotFound } from '#src/errors.ts';
import { addressedNumber } from '#src/number-in.ts';
import type { ComplaintTable, CorrectionTable } from './tables.ts';

export interface ComplaintFound extends ComplaintTable {
  claim_number: number | null;
  decider_name: string | null;
  decided_by_name: string | null;
  answered_by_name: string | null;
  noted_by_name: string | null;
  /** The correction that settles it; null where there is none, or it was withdrawn. */
  correction_number: number | null;
}

function complaintsOf(db: Db, article_id: string) {
  return db
    .selectFrom('complaint')
    .leftJoin('claim', 'claim.id', 'complaint.claim_id')
    .leftJoin('correction', (join) =>
      join.onRef('correction.id', '=', 'complaint.correction_id').on('correction.withdrawn_at', 'is', null),
    )
    .leftJoin('person as decider', 'decider.id', 'complaint.decider_id')
    .leftJoin('person as decided', 'decided.id', 'complaint.decided_by')
    .leftJoin('person as answered', 'answered.id', 'complaint.answered_by')
    .leftJoin('person as noted', 'noted.id', 'complaint.noted_by')
    .selectAll('complaint')
    .select([
      'claim.number as claim_number',
      'decider.display_name as decider_name',
      'decided.display_name as decided_by_name',
      'answered.display_name as answered_by_name',
      'noted.display_name as noted_by_name',
      'correction.number as correction_number',
    ])
    .where('complaint.article_id', '=', article_id);
}

/** The complaints about an article, the latest first: so many of those with a number below `before`. */
export function listComplaints(
  db: Db,
  article_id: string,
  { before, limit }: { before?: number | undefined; limit: number },
): Promise<ComplaintFound[]> {
  return complaintsOf(db, article_id)
    .$if(before !== undefined, (some) => some.where('complaint.number', '<', before as number))
    .orderBy('complaint.number', 'desc')
    .limit(limit)
    .execute();
}

/** How many complaints about an article nobody has answered yet. */
export async function countUnanswered(db: Db, article_id: string): Promise<number> {
  const row = await db
    .selectFrom('complaint')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('article_id', '=', article_id)
    .where('answered_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** The complaint of this number; NotFound where the article has none. */
export async function getComplaint(db: Db, article_id: string, number: string | number): Promise<ComplaintFound> {
  const found = await findComplaint(db, article_id, addressedNumber(number));
  if (found === undefined) throw new NotFound();
  return found;
}

/** The complaint of this number, or undefined. */
export function findComplaint(db: Db, article_id: string, number: number): Promise<ComplaintFound | undefined> {
  return complaintsOf(db, article_id).where('complaint.number', '=', number).executeTakeFirst();
}

type Noted = Pick<ComplaintTable, (typeof NOTED)[number]>;

const NOTED = [
  ...(['article_id', 'complainant', 'reach', 'received_at', 'claim_id', 'words', 'says', 'decider_id'] as const),
] as const;

/** The same complaint as noted before, in every field: what a second press of the button finds. */
export function findSameComplaint(db: Db, noted: Noted): Promise<{ number: number } | undefined> {
  return db
    .selectFrom('complaint')
    .select('number')
    .where((eb) => eb.and(NOTED.map((column) => eb(column, noted[column] === null ? 'is' : '=', noted[column]))))
    .orderBy('number')
    .limit(1)
    .executeTakeFirst();
}

/** Says which correction settles it, and leaves its revision: whoever has it open may still answer. */
export async function updateSettled(db: Db, id: string, correction_id: string): Promise<void> {
  await db.updateTable('complaint').set({ correction_id }).where('id', '=', id).execute();
}

/** The numbers of the complaints that this correction settles. */
export async function listSettled(
  db: Db,
  { id, article_id }: Pick<CorrectionTable, 'id' | 'article_id'>,
): Promise<number[]> {
  const rows = await db
    .selectFrom('complaint')
    .select('number')
    .where('article_id', '=', article_id)
    .where('correction_id', '=', id)
    .orderBy('number')
    .execute();
  return rows.map(({ number }) => number);
}

export async function insertComplaint(db: Db, complaint: ComplaintTable): Promise<void> {
  await db.insertInto('complaint').values(complaint).execute();
}

/** Changes a complaint and raises its revision. The caller holds the article's lock. */
export async function updateComplaint(db: Db, id: string, changes: Updateable<ComplaintTable>): Promise<void> {
  await updateRow(db, 'complaint', { id, changes, revised: 'revised' });
}
