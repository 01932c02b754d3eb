// All SQL of reasons and waivers. The caller has found the article through the person.
import type { Db } from '#src/database/schema.ts';
import { NotFound } from '#src/errors.ts';
import { isId } from '#src/ids.ts';
import type { SignOffAnswerTable } from './tables.ts';

export interface AnswerFound extends SignOffAnswerTable {
  given_by_name: string;
}

function answersOfArticle(db: Db, article_id: string) {
  return db
    .selectFrom('sign_off_answer')
    .innerJoin('person', 'person.id', 'sign_off_answer.given_by')
    .selectAll('sign_off_answer')
    .select('person.display_name as given_by_name')
    .where('sign_off_answer.article_id', '=', article_id);
}

/** All reasons and waivers of the article in the order they were given, those that ended too. */
export function listAnswers(db: Db, article_id: string): Promise<AnswerFound[]> {
  return answersOfArticle(db, article_id).orderBy('sign_off_answer.id').execute();
}

/** The reason or waiver of this id in the article; NotFound where there is none. */
export async function getAnswer(db: Db, at: { id: string; article_id: string }): Promise<AnswerFound> {
  if (!isId(at.id)) throw new NotFound();
  const answer = await answersOfArticle(db, at.article_id).where('sign_off_answer.id', '=', at.id).executeTakeFirst();
  if (answer === undefined) throw new NotFound();
  return answer;
}

export async function insertAnswer(db: Db, answer: SignOffAnswerTable): Promise<void> {
  await db.insertInto('sign_off_answer').values(answer).execute();
}

/** Puts other items in the place of those it is said to: the erasure of the article takes their labels. */
export async function updateItems(db: Db, id: string, items: string): Promise<void> {
  await db.updateTable('sign_off_answer').set({ items }).where('id', '=', id).execute();
}

/** Says that it stands no more, and why. The caller holds the article's lock and has seen that it stands. */
export async function updateEnd(
  db: Db,
  id: string,
  end: Pick<SignOffAnswerTable, 'ended_why' | 'ended_by' | 'ended_at'>,
): Promise<void> {
  await db.updateTable('sign_off_answer').set(end).where('id', '=', id).execute();
}
