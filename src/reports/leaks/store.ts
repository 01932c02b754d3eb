// All SQL of what editors let stand. The caller has found the article through the person.
import type { Db } from '#src/database/schema.ts';
import type { LeakAnswerTable } from './tables.ts';

export type LeakAnswer = LeakAnswerTable & { answered_by_name: string };

/** The answers that were not taken back, whether they still hold or not, in the order they were given. */
export function listLeakAnswers(db: Db, article_id: string): Promise<LeakAnswer[]> {
  return db
    .selectFrom('leak_answer')
    .innerJoin('person', 'person.id', 'leak_answer.answered_by')
    .selectAll('leak_answer')
    .select('person.display_name as answered_by_name')
    .where('leak_answer.article_id', '=', article_id)
    .where('withdrawn_at', 'is', null)
    .orderBy('leak_answer.id')
    .execute();
}

export async function insertLeakAnswer(db: Db, answer: LeakAnswerTable): Promise<void> {
  await db.insertInto('leak_answer').values(answer).execute();
}

/** Takes an answer back. The caller holds the article's lock. */
export async function updateWithdrawn(
  db: Db,
  id: string,
  by: Pick<LeakAnswerTable, 'withdrawn_by' | 'withdrawn_at'>,
): Promise<void> {
  await db.updateTable('leak_answer').set(by).where('id', '=', id).execute();
}
