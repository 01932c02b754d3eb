// All SQL of whom an article accuses. The caller has found the article through the person.
import { updateRow } from '#src/database/rows.ts';
import type { Db } from '#src/database/schema.ts';
import { statement } from '#src/database/statement.ts';
import { NotFound } from '#src/errors.ts';
import { addressedNumber } from '#src/number-in.ts';
import type { AccusedDismissalTable, AccusedTable } from '../tables.ts';

export interface AccusedFound extends AccusedTable {
  party_name: string;
  party_role: string;
  claim_number: number | null;
}

function accusedOfArticle(db: Db, article_id: string) {
  return db
    .selectFrom('accused')
    .innerJoin('party', 'party.id', 'accused.party_id')
    .leftJoin('claim', 'claim.id', 'accused.claim_id')
    .selectAll('accused')
    .select(['party.name as party_name', 'party.role as party_role', 'claim.number as claim_number'])
    .where('accused.article_id', '=', article_id);
}

/** Everybody whom the article accuses, those taken off too, in the order they were marked. */
export function listAccused(db: Db, article_id: string): Promise<AccusedFound[]> {
  return accusedIn(db, { article_id });
}

const accusedIn = statement((db, { article_id }: { article_id: string }) =>
  accusedOfArticle(db, article_id).orderBy('accused.number'),
);

/** The accused of this number in the article. NotFound where there is none. */
export async function getAccused(db: Db, article_id: string, number: string | number): Promise<AccusedFound> {
  const accused = await accusedOfArticle(db, article_id)
    .where('accused.number', '=', addressedNumber(number))
    .executeTakeFirst();
  if (accused === undefined) throw new NotFound();
  return accused;
}

export async function insertAccused(db: Db, accused: AccusedTable): Promise<void> {
  await db.insertInto('accused').values(accused).execute();
}

/** Changes the row and raises its revision. The caller holds the article's lock and has checked the revision. */
export async function updateAccused(db: Db, id: string, changes: Partial<AccusedTable>): Promise<void> {
  await updateRow(db, 'accused', { id, changes, revised: 'revised' });
}

/** The names that are not to be proposed as accused in this article. */
export function listDismissals(db: Db, article_id: string): Promise<AccusedDismissalTable[]> {
  return dismissalsIn(db, { article_id });
}

const dismissalsIn = statement((db, { article_id }: { article_id: string }) =>
  db.selectFrom('accused_dismissal').selectAll().where('article_id', '=', article_id).orderBy('name_key'),
);

/** Keeps a dismissal; false where the name was dismissed already. */
export async function insertDismissal(db: Db, dismissal: AccusedDismissalTable): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('accused_dismissal')
    .values(dismissal)
    .onConflict((conflict) => conflict.columns(['article_id', 'name_key']).doNothing())
    .executeTakeFirstOrThrow();
  return Number(numInsertedOrUpdatedRows) > 0;
}

/** Takes a dismissal back; false where there was none. */
export async function deleteDismissal(
  db: Db,
  { article_id, name_key }: Pick<AccusedDismissalTable, 'article_id' | 'name_key'>,
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('accused_dismissal')
    .where('article_id', '=', article_id)
    .where('name_key', '=', name_key)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows) > 0;
}
