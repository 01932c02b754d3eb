// All SQL of answers on own facts, and of what was made of them.
import type { Db } from '#src/database/schema.ts';
import { statement } from '#src/database/statement.ts';
import { NotFound } from '#src/errors.ts';
import { isId } from '#src/ids.ts';
import type { FactsAnswerTable, FactsLinkTable, FactsUseTable } from './tables.ts';

export interface FactsAnswerFound extends FactsAnswerTable {
  /** Of its link and its sentence. */
  name: string;
  how_known: string;
  may_name: FactsLinkTable['may_name'];
  version_number: number;
  link_created_at: string;
  link_source_id: string | null;
  number: number;
  words: string;
}

/** Everything that was answered for an article, by link and sentence, what was answered otherwise since too. */
export function listFactsAnswers(db: Db, article_id: string): Promise<FactsAnswerFound[]> {
  return answersIn(db, article_id).orderBy('facts_answer.id').execute();
}

/** An answer of this article that stands. NotFound for any other, and for what was answered otherwise since. */
export async function getFactsAnswer(db: Db, at: { id: string; article_id: string }): Promise<FactsAnswerFound> {
  if (!isId(at.id)) throw new NotFound();
  const answer = await answersIn(db, at.article_id)
    .where('facts_answer.id', '=', at.id)
    .where('facts_answer.superseded_at', 'is', null)
    .executeTakeFirst();
  if (answer === undefined) throw new NotFound();
  return answer;
}

function answersIn(db: Db, article_id: string) {
  return db
    .selectFrom('facts_answer')
    .innerJoin('facts_link', 'facts_link.id', 'facts_answer.link_id')
    .innerJoin('facts_sentence', (join) =>
      join
        .onRef('facts_sentence.link_id', '=', 'facts_answer.link_id')
        .onRef('facts_sentence.position', '=', 'facts_answer.position'),
    )
    .selectAll('facts_answer')
    .select(['facts_link.name', 'facts_link.how_known', 'facts_link.may_name', 'facts_link.version_number'])
    .select(['facts_link.created_at as link_created_at', 'facts_link.source_id as link_source_id'])
    .select(['facts_sentence.number', 'facts_sentence.words'])
    .where('facts_answer.article_id', '=', article_id);
}

export type FactsOffered = FactsAnswerFound & { uses: FactsUseTable[] };

/** What stands as answered for an article, each with what was made of it. Most articles have none: then it is one query. */
export async function listFactsOffered(db: Db, article_id: string): Promise<FactsOffered[]> {
  const answers = await standingIn(db, { article_id });
  if (answers.length === 0) return [];
  const uses = await listFactsUses(db, article_id);
  return answers.map((answer) => ({ ...answer, uses: uses.filter(({ answer_id }) => answer_id === answer.id) }));
}

const standingIn = statement((db, { article_id }: { article_id: string }) =>
  answersIn(db, article_id).where('facts_answer.superseded_at', 'is', null).orderBy('facts_answer.id'),
);

/** What checkers made of the answers of an article. */
export function listFactsUses(db: Db, article_id: string): Promise<FactsUseTable[]> {
  return db
    .selectFrom('facts_use')
    .innerJoin('facts_answer', 'facts_answer.id', 'facts_use.answer_id')
    .selectAll('facts_use')
    .where('facts_answer.article_id', '=', article_id)
    .execute();
}

/** What stands as the answer of whoever has this link, by sentence. */
export function listStandingAnswers(db: Db, link_id: string): Promise<FactsAnswerTable[]> {
  return db
    .selectFrom('facts_answer')
    .selectAll()
    .where('link_id', '=', link_id)
    .where('superseded_at', 'is', null)
    .orderBy('position')
    .execute();
}

/** All answers by this link, those that were changed later, too. */
export function listAnswersOfLink(db: Db, link_id: string): Promise<Pick<FactsAnswerTable, 'id'>[]> {
  return db.selectFrom('facts_answer').select('id').where('link_id', '=', link_id).execute();
}

export async function insertFactsAnswer(db: Db, answer: FactsAnswerTable): Promise<void> {
  await db.insertInto('facts_answer').values(answer).execute();
}

export async function updateFactsAnswer(db: Db, id: string, change: Partial<FactsAnswerTable>): Promise<void> {
  await db.updateTable('facts_answer').set(change).where('id', '=', id).execute();
}

/** Empties what was answered by this link. */
export async function updateAnswersErased(db: Db, link_id: string): Promise<void> {
  await db.updateTable('facts_answer').set({ says: '' }).where('link_id', '=', link_id).execute();
}

export async function insertFactsUse(db: Db, use: FactsUseTable): Promise<void> {
  await db.insertInto('facts_use').values(use).execute();
}

export async function deleteFactsUse(db: Db, at: Pick<FactsUseTable, 'answer_id' | 'claim_id'>): Promise<void> {
  const { answer_id, claim_id } = at;
  await db.deleteFrom('facts_use').where('answer_id', '=', answer_id).where('claim_id', '=', claim_id).execute();
}

/** What was made of this answer for this claim. */
export function findFactsUse(
  db: Db,
  { answer_id, claim_id }: Pick<FactsUseTable, 'answer_id' | 'claim_id'>,
): Promise<FactsUseTable | undefined> {
  const use = db.selectFrom('facts_use').selectAll().where('answer_id', '=', answer_id);
  return use.where('claim_id', '=', claim_id).executeTakeFirst();
}
