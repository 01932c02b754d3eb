// HTTP routes for queries: the list with its form, answers, asking again, dropping.
import { Router } from 'express';
import type { FormPages } from '#src/claims/form-hooks.ts';
import { addressOf } from '#src/claims/return-to.ts';
import { handleForm } from '#src/http/handle-form.ts';
import { claimPage, paths, url } from '#src/paths.ts';
import { answerForm, answerIn, dropForm, queryAgainForm, queryForm, selectionIn } from '../forms.ts';
import { sendQueries } from '../render-reviews.ts';
import { answerQuery, askQuery, askQueryAgain, clearQuery, dropQuery } from './commands.ts';

/** The page and the forms of queries. */
export function queryRoutes(pages: FormPages): Router {
  const routes = Router();
  routes.get(paths.queries, (req, res) => sendQueries(req, res));
  handleForm(routes, 'queries', {
    name: 'ask',
    schema: queryForm,
    command: ({ ctx, params: { id }, value: { claim, to_whom, question, send_anyway, ...pointed } }) =>
      askQuery(ctx, id, { number: claim, selection: selectionIn(pointed), to_whom, question, send_anyway }),
    notice: (number) => `Query ${number} is sent.`,
    redirect: (_, { params: { id }, value }) =>
      value.from_text ? addressOf(id, { ...value, sentence: undefined }) : page({ id }),
    reshow: ({ req, res }, refused) => sendQueries(req, res, refused),
  });
  handleForm(routes, 'claim_queries', {
    page: claimPage,
    name: 'queries',
    schema: queryForm,
    command: ({ ctx, params: { id, number }, value: { to_whom, question, send_anyway } }) =>
      askQuery(ctx, id, { number, to_whom, question, send_anyway }),
    notice: (number) => `Query ${number} is sent.`,
    reshow: pages.claim,
  });
  handleAnswers(routes);
  handleForm(routes, 'query_clearance', {
    page,
    command: ({ ctx, params: { id, query } }) => clearQuery(ctx, id, query),
    notice: 'The writer can now read this query.',
  });
  return routes;
}

type OfQuery = { id: string; query: string };

function page({ id }: { id: string }): string {
  return url('queries', { id });
}

/** Each query has forms of its own on the page: they are told apart by its id. */
function handleAnswers(routes: Router): void {
  handleForm(routes, 'query_answers', {
    page,
    name: ({ query }: OfQuery) => `answer-${query}`,
    schema: answerForm,
    command: ({ ctx, params: { id, query: query_id }, value }) =>
      answerQuery(ctx, id, { query_id, ...answerIn(value, ctx.actor) }),
    notice: 'The answer is saved.',
    reshow: ({ req, res }, refused) => sendQueries(req, res, refused),
  });
  handleForm(routes, 'query_asking', {
    page,
    name: ({ query }: OfQuery) => `again-${query}`,
    schema: queryAgainForm,
    command: ({ ctx, params: { id, query: query_id }, value }) => askQueryAgain(ctx, id, { query_id, ...value }),
    notice: 'The query is open again; its answers so far are kept.',
    reshow: ({ req, res }, refused) => sendQueries(req, res, refused),
  });
  handleForm(routes, 'query_drop', {
    page,
    name: ({ query }: OfQuery) => `drop-${query}`,
    schema: dropForm,
    command: ({ ctx, params: { id, query: query_id }, value: { drop_reason: reason } }) =>
      dropQuery(ctx, id, { query_id, reason }),
    notice: 'The query is dropped. It stays on record and can be asked again.',
    reshow: ({ req, res }, refused) => sendQueries(req, res, refused),
  });
}
