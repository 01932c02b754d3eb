// What answers at the accused of an article: a name put there, its page with its forms, and what the program proposes.
import { type Request, type Response, Router } from 'express';
import type { z } from 'zod';
import { freshnessOf } from '#src/articles/freshness.ts';
import { getArticle } from '#src/articles/store.ts';
import { readForm } from '#src/http/form.ts';
import { sendFresh } from '#src/http/fresh.ts';
import { notice, renderPage } from '#src/http/render.ts';
import { paths, url } from '#src/paths.ts';
import { assertMay } from '#src/people/permissions.ts';
import { type FailedForm, failedByRule } from '../forms.ts';
import { accusedSeen } from '../held-back/typed-words.ts';
import {
  type AccusedPlace,
  changeAccused,
  explainNoOffer,
  markAccused,
  restoreAccused,
  sayWhereReplyStands,
  withdrawAccused,
} from './accused-commands.ts';
import { accusedPage } from './accused-pages.ts';
import { getAccused } from './accused-store.ts';
import { dismissAccused, restoreProposed } from './dismissal-commands.ts';
import {
  accusedChangeForm,
  accusedForm,
  accusedIn,
  copyForm,
  copyIn,
  numberIn,
  offerForm,
  proposalForm,
  withdrawalForm,
} from './forms.ts';
import { gatherContacts } from './gather.ts';
import { sendContacts } from './send-contacts.ts';

/** The pages and posts of the accused. */
export function accusedRoutes(): Router {
  const router = Router();
  router.post(paths.accused_list, listing('accused', accusedForm, receiveAccused));
  router.post(paths.proposed_accused_taking, listing('accused', accusedForm, receiveAccused));
  router.post(paths.proposed_accused_dismissal, listing('proposal', proposalForm, receiveDismissal));
  router.post(paths.proposed_accused_restoration, listing('proposal', proposalForm, receiveProposedAgain));
  router.get(paths.accused, (req, res) => sendAccused(req, res));
  router.post(paths.accused, receiving('accused', accusedChangeForm, receiveChange));
  router.post(paths.accused_offer, receiving('offer', offerForm, receiveOffer));
  router.post(paths.accused_copy, receiving('copy', copyForm, receiveCopy));
  router.post(paths.accused_withdrawal, receiving('withdrawal', withdrawalForm, receiveWithdrawal));
  router.post(paths.accused_restoration, receiveRestoration);
  return router;
}

type Receiver<Value> = (req: Request, res: Response, value: Value) => Promise<string>;

/** Reads a form of the list and runs its verb, which gives back the notice; a form that is refused is shown again there. */
function listing<Schema extends z.ZodObject>(form: string, schema: Schema, receive: Receiver<z.infer<Schema>>) {
  return async (req: Request, res: Response): Promise<void> => {
    const article = await getArticle(res.locals.ctx, String(req.params.id));
    assertMay(article.role, 'note_contacts');
    const read = readForm(schema, req.body);
    if (!read.ok) return sendContacts(req, res, { ...read, form });
    try {
      notice(req, await receive(req, res, read.value));
      res.redirect(303, url('contacts', { id: article.number }));
    } catch (error) {
      await sendContacts(req, res, { ...failedByRule(error, req.body), form });
    }
  };
}

/** The same for the page of one accused. */
function receiving<Schema extends z.ZodObject>(form: string, schema: Schema, receive: Receiver<z.infer<Schema>>) {
  return async (req: Request, res: Response): Promise<void> => {
    const { ctx } = res.locals;
    const article = await getArticle(ctx, String(req.params.id));
    const { number } = await getAccused(ctx.db, article.id, String(req.params.accused));
    assertMay(article.role, 'note_contacts');
    const read = readForm(schema, req.body);
    if (!read.ok) return sendAccused(req, res, { ...read, form });
    try {
      notice(req, await receive(req, res, read.value));
      res.redirect(303, url('accused', { id: article.number, accused: number }));
    } catch (error) {
      await sendAccused(req, res, { ...failedByRule(error, req.body), form });
    }
  };
}

async function sendAccused(req: Request, res: Response, failed?: FailedForm & { form: string }): Promise<void> {
  const { ctx } = res.locals;
  const article = await getArticle(ctx, String(req.params.id));
  const number = String(req.params.accused);
  if (!failed && sendFresh(req, res, freshnessOf(article, ctx.at, ['accused', number]))) return;
  const found = await getAccused(ctx.db, article.id, number);
  const material = await gatherContacts(ctx, article);
  const accused = accusedSeen(material.discretion, found);
  renderPage(res, 'evidence/accused', accusedPage(material, accused, failed), { status: failed ? 422 : 200 });
}

function placeOf(req: Request): AccusedPlace {
  return { article_id: String(req.params.id), accused: String(req.params.accused) };
}

async function receiveAccused(req: Request, res: Response, value: z.infer<typeof accusedForm>): Promise<string> {
  const { is_new } = await markAccused(res.locals.ctx, String(req.params.id), accusedIn(value));
  return is_new ? `${value.name} stands among the accused.` : `${value.name} stands among the accused already.`;
}

async function receiveDismissal(req: Request, res: Response, { name }: { name: string }): Promise<string> {
  await dismissAccused(res.locals.ctx, String(req.params.id), name);
  return `${name} is not proposed any more.`;
}

async function receiveProposedAgain(req: Request, res: Response, { name }: { name: string }): Promise<string> {
  await restoreProposed(res.locals.ctx, String(req.params.id), name);
  return `${name} is proposed again, as long as a claim that accuses names it.`;
}

async function receiveChange(req: Request, res: Response, value: z.infer<typeof accusedChangeForm>): Promise<string> {
  const { accusation, revision } = value;
  await changeAccused(res.locals.ctx, placeOf(req), {
    accusation,
    revision,
    claim_number: numberIn(value.claim_number),
  });
  return 'What they are accused of is saved.';
}

async function receiveOffer(req: Request, res: Response, value: z.infer<typeof offerForm>): Promise<string> {
  await explainNoOffer(res.locals.ctx, placeOf(req), value);
  return 'It is saved why no reply was offered.';
}

async function receiveCopy(req: Request, res: Response, value: z.infer<typeof copyForm>): Promise<string> {
  await sayWhereReplyStands(res.locals.ctx, placeOf(req), copyIn(value));
  return 'It is saved where the copy carries the reply.';
}

async function receiveWithdrawal(req: Request, res: Response, value: z.infer<typeof withdrawalForm>): Promise<string> {
  await withdrawAccused(res.locals.ctx, placeOf(req), value.withdrawal_reason);
  return 'The name is taken off the accused. It stays on record, and can be brought back.';
}

async function receiveRestoration(req: Request, res: Response): Promise<void> {
  await restoreAccused(res.locals.ctx, placeOf(req));
  notice(req, 'The name is back among the accused.');
  res.redirect(303, url('accused', { id: String(req.params.id), accused: String(req.params.accused) }));
}
