// The verbs of queries: asking writer or editor, answering, dropping.
import type { ArticleFound } from '#src/articles/store.ts';
import { getVersionText } from '#src/articles/version-text-store.ts';
import { withArticle } from '#src/articles/with-article.ts';
import { record } from '#src/audit/log.ts';
import type { Selection } from '#src/claims/selection.ts';
import { openForWork } from '#src/claims/with-claim.ts';
import type { Context } from '#src/context.ts';
import { nextNumber } from '#src/database/counter.ts';
import { StaleEdit } from '#src/errors.ts';
import { newId } from '#src/ids.ts';
import { assertMay } from '#src/people/permissions.ts';
import { assertMayLeave } from '../outgoing.ts';
import { NO_PLACE, placeAt, rangePointedAt } from '../review-anchor.ts';
import type { QueryAnswerTable, QueryTable } from '../tables.ts';
import { getQuery, insertAnswer, insertQuery, listQueries, type QueryFound, updateQuery } from './store.ts';

export interface QueryInput {
  /** The claim that it is about; without one, the words selected; without both, the article as a whole. */
  number?: number | string | undefined;
  selection?: Selection | undefined;
  to_whom: QueryTable['to_whom'];
  question: string;
  send_anyway?: boolean | undefined;
}

/**
 * Asks the writer or the editor; the number of the query. The same question about the same thing that is open already stays
 * one. Forbidden for guests; RuleBroken (field `send_anyway`) where it goes to the writer and names a confidential source.
 */
export function askQuery(ctx: Context, article_id: string, input: QueryInput): Promise<number> {
  return withArticle(ctx, article_id, async (ctx, article) => {
    const claim = input.number === undefined ? null : await openForWork(ctx, article, { number: input.number });
    assertMay(article.role, 'ask_queries_and_fixes');
    const { to_whom, question } = input;
    const ground = await getVersionText(ctx.db, article);
    const claim_id = claim?.id ?? null;
    const range = await rangePointedAt(ctx, { article, ground }, { claim_id, selection: input.selection });
    const place = range === null ? NO_PLACE : placeAt(ground, range);
    const words = range === null ? '' : ground.text.slice(range.start, range.end);
    const known = (await listQueries(ctx.db, article.id)).find(
      (one) =>
        one.state === 'open' &&
        one.claim_id === claim_id &&
        one.words === words &&
        one.to_whom === to_whom &&
        one.question === question,
    );
    if (known !== undefined) return known.number;
    const is_cleared = await mayLeave(ctx, article, input);
    const number = await nextNumber(ctx.db, `query:${article.id}`);
    const at = { id: newId(), desk_id: article.desk_id, article_id: article.id, number, claim_id };
    const asked = { to_whom, question, words, asked_by: ctx.actor.id, asked_at: ctx.at, is_cleared };
    await insertQuery(ctx.db, { ...at, ...place, ...asked, ...NOT_DROPPED, state: 'open', revision: 1 });
    const after = { query: number, to_whom, question, ...(claim ? { claim: claim.number } : {}) };
    await recordOnQuery(ctx, at, { verb: 'query.asked', after });
    return number;
  });
}

/** Asks once more, in the same or other words: the query is open again, its answers stay. Asked again as it stands open: nothing happens. */
export function askQueryAgain(
  ctx: Context,
  article_id: string,
  input: { query_id: string; question: string; revision: number; send_anyway?: boolean | undefined },
): Promise<void> {
  return onQuery(ctx, article_id, input.query_id, async (ctx, { article, query }) => {
    const { question } = input;
    if (query.state === 'open' && query.question === question) return;
    if (query.revision !== input.revision) {
      const values = { question: query.question };
      throw new StaleEdit({ question }, values, { revision: query.revision, values });
    }
    const is_cleared = await mayLeave(ctx, article, { ...input, to_whom: query.to_whom });
    const asked = { question, state: 'open', asked_by: ctx.actor.id, asked_at: ctx.at, is_cleared } as const;
    await updateQuery(ctx.db, query.id, { ...asked, ...NOT_DROPPED });
    const before = { question: query.question, state: query.state };
    await recordOnQuery(ctx, query, { verb: 'query.asked_again', before, after: { query: query.number, question } });
  });
}

export type Answer = Pick<QueryAnswerTable, 'answer' | 'answered_by' | 'name' | 'how'> & { link_id?: string | null };

/** Notes an answer, with who gave it and how it came. Several answers stand side by side; the same one twice stays one. */
export function answerQuery(ctx: Context, article_id: string, input: Answer & { query_id: string }): Promise<void> {
  return onQuery(ctx, article_id, input.query_id, async (ctx, { query }) => {
    await storeAnswer(ctx, query, input);
  });
}

/**
 * Adds an answer to a query. False where just this stands there as the last one. StaleEdit where the query was dropped
 * meanwhile. The caller holds the article's lock and has asked who may.
 */
export async function storeAnswer(ctx: Context, query: QueryFound, input: Answer): Promise<boolean> {
  const { answer, answered_by, name, how, link_id = null } = input;
  const last = query.answers.at(-1);
  if (last?.answer === answer && last.answered_by === answered_by && query.state === 'answered') return false;
  if (query.state === 'dropped')
    throw new StaleEdit({ answer }, { answer: 'The desk has dropped this query: it no longer needs an answer.' });
  const noted_by = how === 'link' ? null : ctx.actor.id;
  const at = { id: newId(), query_id: query.id, article_id: query.article_id, at: ctx.at };
  await insertAnswer(ctx.db, { ...at, answer, answered_by, name, how, noted_by, writer_link_id: link_id });
  await updateQuery(ctx.db, query.id, { state: 'answered' });
  const after = { query: query.number, answer, answered_by, name, how, ...(link_id === null ? {} : { link: link_id }) };
  await recordOnQuery(ctx, query, { verb: 'query.answered', before: { state: query.state }, after });
  return true;
}

/** Drops a query with a reason: nobody need answer it. Dropped again: nothing happens, and the first reason stands. */
export function dropQuery(
  ctx: Context,
  article_id: string,
  input: { query_id: string; reason: string },
): Promise<void> {
  return onQuery(ctx, article_id, input.query_id, async (ctx, { query }) => {
    if (query.state === 'dropped') return;
    const dropped = { drop_reason: input.reason, dropped_by: ctx.actor.id, dropped_at: ctx.at };
    await updateQuery(ctx.db, query.id, { state: 'dropped', ...dropped });
    const after = { query: query.number, state: 'dropped', reason: input.reason };
    await recordOnQuery(ctx, query, { verb: 'query.dropped', before: { state: query.state }, after });
  });
}

/** The writer may read this query although it names a confidential source. Again: nothing happens. */
export function clearQuery(ctx: Context, article_id: string, query_id: string): Promise<void> {
  return onQuery(ctx, article_id, query_id, async (ctx, { query }) => {
    if (query.is_cleared === 1) return;
    await updateQuery(ctx.db, query.id, { is_cleared: 1 });
    await recordOnQuery(ctx, query, { verb: 'query.cleared', after: { query: query.number } });
  });
}

export const NOT_DROPPED = { drop_reason: '', dropped_by: null, dropped_at: null } as const;

async function mayLeave(
  ctx: Context,
  article: ArticleFound,
  { to_whom, question, send_anyway }: Pick<QueryInput, 'to_whom' | 'question' | 'send_anyway'>,
): Promise<0 | 1> {
  if (to_whom !== 'writer') return 0;
  return (await assertMayLeave(ctx.db, article, { words: [question], send_anyway })) ? 1 : 0;
}

function onQuery<Result>(
  ctx: Context,
  article_id: string,
  query_id: string,
  work: (ctx: Context, on: { article: ArticleFound; query: QueryFound }) => Promise<Result>,
): Promise<Result> {
  return withArticle(ctx, article_id, async (ctx, article) => {
    const query = await getQuery(ctx.db, { id: query_id, article_id: article.id });
    assertMay(article.role, 'ask_queries_and_fixes');
    return work(ctx, { article, query });
  });
}

type QueryEvent = {
  verb: 'query.asked' | 'query.asked_again' | 'query.answered' | 'query.dropped' | 'query.cleared';
  before?: object;
  after?: object;
};

/** Records an event of the query in the chain of its desk. */
export function recordOnQuery(
  ctx: Context,
  query: Pick<QueryTable, 'id' | 'desk_id' | 'article_id'>,
  event: QueryEvent,
): Promise<void> {
  return record(ctx, { chain: query.desk_id, subject: `query:${query.id}`, article_id: query.article_id, ...event });
}
