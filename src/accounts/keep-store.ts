// All SQL that finds doubles of questions and accounts, and stores and changes them.
import { updateRow } from '#src/database/rows.ts';
import type { Db } from '#src/database/schema.ts';
import type { AccountTable, QuestionTable } from './tables.ts';

/** The question that asks the same and was not withdrawn: what a second press of the button finds. */
export function findSameQuestion(
  db: Db,
  article_id: string,
  point_key: string,
): Promise<{ id: string; number: number } | undefined> {
  return db
    .selectFrom('question')
    .select(['id', 'number'])
    .where('article_id', '=', article_id)
    .where('point_key', '=', point_key)
    .where('withdrawn_at', 'is', null)
    .orderBy('number')
    .executeTakeFirst();
}

/** The same answer of the same party as of the same time, from the same place, that stands already. */
export async function findSameAccount(
  db: Db,
  account: Pick<AccountTable, 'question_id' | 'party_id' | 'value' | 'as_of' | 'claim_id' | 'source_id'>,
): Promise<AccountTable | undefined> {
  return db
    .selectFrom('account')
    .selectAll()
    .where('question_id', '=', account.question_id)
    .where('party_id', '=', account.party_id)
    .where('value', '=', account.value)
    .where('as_of', '=', account.as_of)
    .where('claim_id', account.claim_id === null ? 'is' : '=', account.claim_id)
    .where('source_id', account.source_id === null ? 'is' : '=', account.source_id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
}

export async function insertQuestion(db: Db, question: QuestionTable): Promise<void> {
  await db.insertInto('question').values(question).execute();
}

/** Changes a question and raises its revision. The caller holds the article's lock and has checked the revision. */
export async function updateQuestion(db: Db, id: string, changes: Partial<QuestionTable>): Promise<void> {
  await updateRow(db, 'question', { id, changes, revised: 'revised' });
}

export async function insertAccount(db: Db, account: AccountTable): Promise<void> {
  await db.insertInto('account').values(account).execute();
}

/** Changes an account and raises its revision. The caller holds the article's lock and has checked the revision. */
export async function updateAccount(db: Db, id: string, changes: Partial<AccountTable>): Promise<void> {
  await updateRow(db, 'account', { id, changes, revised: 'revised' });
}

/** Makes this the account that the desk follows, or none. A form of an account that is open meanwhile may still be saved. */
export async function updatePreferred(db: Db, question_id: string, account_id: string | null): Promise<void> {
  await db.updateTable('account').set({ is_preferred: 0 }).where('question_id', '=', question_id).execute();
  if (account_id !== null)
    await db.updateTable('account').set({ is_preferred: 1 }).where('id', '=', account_id).execute();
}
