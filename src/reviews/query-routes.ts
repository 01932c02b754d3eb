// What answers at an article's queries: the list with its form, answers, asking again, dropping.
import { type Request, type Response, Router } from 'express';
import type { z } from 'zod';
import { type ShowAgain, showingAgain } from '#src/claims/show-again.ts';
import { readForm } from '#src/http/form.ts';
import { notice } from '#src/http/render.ts';
import { paths, url } from '#src/paths.ts';
import { answerForm, dropForm, queryAgainForm, queryForm, selectionIn } from './forms.ts';
import { answerQuery, askQuery, askQueryAgain, clearQuery, dropQuery } from './query-commands.ts';
import { failedByRule, sendQueries } from './send-pages.ts';

/** The page and the posts of queries; `showAgain` sends the claim on which a query could not be asked. */
export function queryRoutes({ showAgain }: { showAgain: ShowAgain }): Router {
  const routes = Router();
  routes.get(paths.queries, (req, res) => sendQueries(req, res));
  routes.post(
    paths.queries,
    receiving(() => 'ask', queryForm, receiveQuery),
  );
  routes.post(paths.claim_queries, showingAgain(showAgain, receiveQueryOnClaim));
  routes.post(paths.query_answers, receiving(formOf('answer'), answerForm, receiveAnswer));
  routes.post(paths.query_asking, receiving(formOf('again'), queryAgainForm, receiveAsking));
  routes.post(paths.query_drop, receiving(formOf('drop'), dropForm, receiveDrop));
  routes.post(paths.query_clearance, receiveClearance);
  return routes;
}

/** Each query has forms of its own on the page: they are told apart by its id. */
function formOf(name: string) {
  return (req: Request) => `${name}-${String(req.params.query)}`;
}

type Receiver<Value> = (req: Request, res: Response, value: Value) => Promise<string>;

function receiving<Schema extends z.ZodObject>(
  form: (req: Request) => string,
  schema: Schema,
  receive: Receiver<z.infer<Schema>>,
) {
  return async (req: Request, res: Response): Promise<void> => {
    const read = readForm(schema, req.body);
    if (!read.ok) return sendQueries(req, res, { failed_form: form(req), errors: read.errors, typed: read.typed });
    try {
      notice(req, await receive(req, res, read.value));
      res.redirect(303, url('queries', { id: String(req.params.id) }));
    } catch (error) {
      await sendQueries(req, res, failedByRule(error, req, form(req)));
    }
  };
}

async function receiveQuery(req: Request, res: Response, value: z.infer<typeof queryForm>): Promise<string> {
  const { claim, to_whom, question, send_anyway } = value;
  const about = { number: claim, selection: selectionIn(value) };
  const number = await askQuery(res.locals.ctx, String(req.params.id), { ...about, to_whom, question, send_anyway });
  return `Query ${number} is asked.`;
}

async function receiveQueryOnClaim(req: Request, res: Response) {
  const form = readForm(queryForm, req.body);
  if (!form.ok) return form;
  const [id, number] = [String(req.params.id), String(req.params.number)];
  const { to_whom, question, send_anyway } = form.value;
  const asked = await askQuery(res.locals.ctx, id, { number, to_whom, question, send_anyway });
  notice(req, `Query ${asked} is asked.`);
  res.redirect(303, url('claim', { id, number }));
  return undefined;
}

async function receiveAnswer(req: Request, res: Response, value: z.infer<typeof answerForm>): Promise<string> {
  const { ctx } = res.locals;
  const { from, how, name, answer } = value;
  const own = from === 'me';
  const by = own ? (ctx.actor.kind === 'person' ? ctx.actor.display_name : 'the operator') : name || `the ${from}`;
  const said = own ? ({ answered_by: 'other', how: 'page' } as const) : ({ answered_by: from, how } as const);
  await answerQuery(ctx, String(req.params.id), { query_id: String(req.params.query), answer, name: by, ...said });
  return 'The answer is noted.';
}

async function receiveAsking(req: Request, res: Response, value: z.infer<typeof queryAgainForm>): Promise<string> {
  await askQueryAgain(res.locals.ctx, String(req.params.id), { query_id: String(req.params.query), ...value });
  return 'The query is open again; the answers so far stay beside it.';
}

async function receiveDrop(req: Request, res: Response, value: z.infer<typeof dropForm>): Promise<string> {
  const dropped = { query_id: String(req.params.query), reason: value.drop_reason };
  await dropQuery(res.locals.ctx, String(req.params.id), dropped);
  return 'The query is dropped. It stays on record, and can be asked again.';
}

async function receiveClearance(req: Request, res: Response): Promise<void> {
  await clearQuery(res.locals.ctx, String(req.params.id), String(req.params.query));
  notice(req, 'The writer may read this query as it is.');
  res.redirect(303, url('queries', { id: String(req.params.id) }));
}
