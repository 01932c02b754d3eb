// All SQL of queries and their answers. The caller has found the article.
import { updateRow } from '#src/database/rows.ts';
import type { Db } from '#src/database/schema.ts';
import { statement } from '#src/database/statement.ts';
import { NotFound } from '#src/errors.ts';
import { isId } from '#src/ids.ts';
import type { PlaceColumns, QueryAnswerTable, QueryTable } from '../tables.ts';

export interface AnswerFound extends QueryAnswerTable {
  /** Who noted it; null where it came by the link, or the operator did. */
  noter_name: string | null;
}

export interface QueryFound extends QueryTable {
  claim_number: number | null;
  asker_name: string | null;
  dropper_name: string | null;
  /** In the order they came. */
  answers: AnswerFound[];
}

function queriesOfArticle(db: Db, article_id: string) {
  return db
    .selectFrom('query')
    .leftJoin('claim', 'claim.id', 'query.claim_id')
    .leftJoin('person as asker', 'asker.id', 'query.asked_by')
    .leftJoin('person as dropper', 'dropper.id', 'query.dropped_by')
    .selectAll('query')
    .select([
      'claim.number as claim_number',
      'asker.display_name as asker_name',
      'dropper.display_name as dropper_name',
    ])
    .where('query.article_id', '=', article_id);
}

/** The queries of an article with their answers, in the order they were asked. Two questions to the database. */
export async function listQueries(db: Db, article_id: string): Promise<QueryFound[]> {
  const queries = await queriesIn(db, { article_id });
  if (queries.length === 0) return [];
  const answers = Map.groupBy(await listAnswers(db, article_id), (answer) => answer.query_id);
  return queries.map((query) => ({ ...query, answers: answers.get(query.id) ?? [] }));
}

const queriesIn = statement((db, { article_id }: { article_id: string }) =>
  queriesOfArticle(db, article_id).orderBy('query.number'),
);

/** How many queries of the article wait for an answer. */
export async function countOpenQueries(db: Db, article_id: string): Promise<number> {
  const row = await db
    .selectFrom('query')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('article_id', '=', article_id)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** The query of this id in the article, with its answers; NotFound where there is none. */
export async function getQuery(db: Db, at: { id: string; article_id: string }): Promise<QueryFound> {
  if (!isId(at.id)) throw new NotFound();
  const query = await queriesOfArticle(db, at.article_id).where('query.id', '=', at.id).executeTakeFirst();
  if (query === undefined) throw new NotFound();
  const answers = await listAnswers(db, at.article_id);
  return { ...query, answers: answers.filter((answer) => answer.query_id === query.id) };
}

function listAnswers(db: Db, article_id: string): Promise<AnswerFound[]> {
  return db
    .selectFrom('query_answer')
    .leftJoin('person', 'person.id', 'query_answer.noted_by')
    .selectAll('query_answer')
    .select('person.display_name as noter_name')
    .where('query_answer.article_id', '=', article_id)
    .orderBy('query_answer.at')
    .orderBy('query_answer.id')
    .execute();
}

export async function insertQuery(db: Db, query: QueryTable): Promise<void> {
  await db.insertInto('query').values(query).execute();
}

export async function insertAnswer(db: Db, answer: QueryAnswerTable): Promise<void> {
  await db.insertInto('query_answer').values(answer).execute();
}

/** Changes a query and raises its revision. The caller holds the article's lock. */
export async function updateQuery(db: Db, id: string, changes: Partial<QueryTable>): Promise<void> {
  await updateRow(db, 'query', { id, changes, revised: 'revised' });
}

/** Puts a query where its words stand in a new version; forms that are open meanwhile may still be saved. */
export async function updateQueryPlace(db: Db, id: string, place: PlaceColumns): Promise<void> {
  await db.updateTable('query').set(place).where('id', '=', id).execute();
}
