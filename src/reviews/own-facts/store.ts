// All SQL of links for own facts, of their sentences, and of what was answered and made of it.
import type { Context } from '#src/context.ts';
import type { Db } from '#src/database/schema.ts';
import { statement } from '#src/database/statement.ts';
import { NotFound } from '#src/errors.ts';
import { isId } from '#src/ids.ts';
import { getLinkedArticle, type LinkedArticle } from '../writer/link-store.ts';
import type { FactsAnswerTable, FactsLinkTable, FactsSentenceTable, FactsUseTable } from './tables.ts';

export interface FactsLinkFound extends FactsLinkTable {
  maker_name: string | null;
  source_number: number | null;
}

/** The links of an article, the newest first, those that are over too. */
export function listFactsLinks(db: Db, article_id: string): Promise<FactsLinkFound[]> {
  return db
    .selectFrom('facts_link')
    .leftJoin('person', 'person.id', 'facts_link.created_by')
    .leftJoin('source', 'source.id', 'facts_link.source_id')
    .selectAll('facts_link')
    .select(['person.display_name as maker_name', 'source.number as source_number'])
    .where('facts_link.article_id', '=', article_id)
    .orderBy('facts_link.id', 'desc')
    .execute();
}

/** A link of this article, whatever became of it. NotFound for any other. */
export async function getFactsLink(db: Db, at: { id: string; article_id: string }): Promise<FactsLinkTable> {
  if (!isId(at.id)) throw new NotFound();
  const link = await db
    .selectFrom('facts_link')
    .selectAll()
    .where('id', '=', at.id)
    .where('article_id', '=', at.article_id)
    .executeTakeFirst();
  if (link === undefined) throw new NotFound();
  return link;
}

/** The sentences chosen for all links of an article, each link's in their order. */
export function listFactsSentences(db: Db, article_id: string): Promise<FactsSentenceTable[]> {
  const chosen = db.selectFrom('facts_sentence').selectAll().where('article_id', '=', article_id);
  return chosen.orderBy('link_id').orderBy('position').execute();
}

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

export interface OpenFacts {
  link: FactsLinkTable;
  sentences: FactsSentenceTable[];
  article: LinkedArticle;
}

/**
 * The link with this token that still works, with its sentences and its article, whose row is locked where asked. NotFound,
 * one and the same, for a token that was made up, withdrawn or is too old, and where the article is put away.
 */
export async function getOpenFacts(ctx: Context, token_hash: string, lock?: 'lock'): Promise<OpenFacts> {
  const link = await openLinkOf(ctx, token_hash);
  const article = await getLinkedArticle(ctx.db, link, lock);
  if (article.put_away_at !== null) throw new NotFound();
  // Whoever withdraws a link holds the article's row: what was open before the lock may be over behind it.
  const open = lock ? await openLinkOf(ctx, token_hash) : link;
  const chosen = ctx.db.selectFrom('facts_sentence').selectAll().where('link_id', '=', open.id);
  return { link: open, article, sentences: await chosen.orderBy('position').execute() };
}

async function openLinkOf(ctx: Context, token_hash: string): Promise<FactsLinkTable> {
  const link = await ctx.db
    .selectFrom('facts_link')
    .selectAll()
    .where('token_hash', '=', token_hash)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', ctx.at)
    .executeTakeFirst();
  if (link === undefined) throw new NotFound('This link does not work.');
  return link;
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

export async function insertFactsLink(db: Db, link: FactsLinkTable, sentences: FactsSentenceTable[]): Promise<void> {
  await db.insertInto('facts_link').values(link).execute();
  await db.insertInto('facts_sentence').values(sentences).execute();
}

export async function updateFactsLink(db: Db, id: string, change: Partial<FactsLinkTable>): Promise<void> {
  await db.updateTable('facts_link').set(change).where('id', '=', id).execute();
}

export async function insertFactsAnswer(db: Db, answer: FactsAnswerTable): Promise<void> {
  await db.insertInto('facts_answer').values(answer).execute();
}

export async function updateFactsAnswer(db: Db, id: string, change: Partial<FactsAnswerTable>): Promise<void> {
  await db.updateTable('facts_answer').set(change).where('id', '=', id).execute();
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

/** Empties the words of the article that its links hold. */
export async function updateSentencesErased(db: Db, article_id: string): Promise<void> {
  const chosen = db.updateTable('facts_sentence').set({ words: '' }).where('article_id', '=', article_id);
  await chosen.where('words', '<>', '').execute();
}

/** Empties what was answered by this link. */
export async function updateAnswersErased(db: Db, link_id: string): Promise<void> {
  await db.updateTable('facts_answer').set({ says: '' }).where('link_id', '=', link_id).execute();
}
