// HTTP routes for the accused of an article: the page of each with its forms.
import { type Request, type Response, Router } from 'express';
import { copyForm, copyIn } from '#src/articles/copy-forms.ts';
import { freshnessOf } from '#src/articles/freshness.ts';
import { renderArticlePage } from '#src/articles/render-article-page.ts';
import { getArticle } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import type { RefusedForm } from '#src/http/form.ts';
import { sendFresh } from '#src/http/fresh.ts';
import { handleForm } from '#src/http/handle-form.ts';
import { paths, url } from '#src/paths.ts';
import { assertMay } from '#src/people/permissions.ts';
import { accusedChangeForm, offerForm, typedNumber, withdrawalForm } from '../forms.ts';
import { gatherContacts } from '../gather-contacts.ts';
import { accusedSeen } from '../seen.ts';
import {
  changeAccused,
  explainNoOffer,
  restoreAccused,
  sayWhereReplyStands,
  withdrawAccused,
} from './change-commands.ts';
import type { AccusedPlace } from './commands.ts';
import { proposedAccusedRoutes } from './proposed-accused-routes.ts';
import { getAccused } from './store.ts';
import { accusedPage } from './view.ts';

type OfAccused = { id: string; accused: string };

/** The page of one accused, and the forms. */
export function accusedRoutes(): Router {
  const routes = Router();
  routes.use(proposedAccusedRoutes());
  routes.get(paths.accused, (req: Request<OfAccused>, res) => sendAccused({ params: req.params, req, res }));
  handleAccused(routes);
  handleStates(routes);
  return routes;
}

function page(params: OfAccused): string {
  return url('accused', params);
}

function handleAccused(routes: Router): void {
  handleForm(routes, 'accused', {
    name: 'accused',
    load: accusedToWorkOn,
    schema: accusedChangeForm,
    command: ({ ctx, params, value: { claim_number, ...value } }) =>
      changeAccused(ctx, placeOf(params), { ...value, claim_number: typedNumber(claim_number) }),
    notice: 'The accusation is saved.',
    reshow: sendAccused,
  });
  handleForm(routes, 'accused_offer', {
    page,
    name: 'offer',
    load: accusedToWorkOn,
    schema: offerForm,
    command: ({ ctx, params, value }) => explainNoOffer(ctx, placeOf(params), value),
    notice: 'The reason is saved.',
    reshow: sendAccused,
  });
  handleForm(routes, 'accused_copy', {
    page,
    name: 'copy',
    load: accusedToWorkOn,
    schema: copyForm,
    command: ({ ctx, params, value }) => sayWhereReplyStands(ctx, placeOf(params), copyIn(value)),
    notice: 'What the copy carries is saved.',
    reshow: sendAccused,
  });
}

function handleStates(routes: Router): void {
  handleForm(routes, 'accused_withdrawal', {
    page,
    name: 'withdrawal',
    load: accusedToWorkOn,
    schema: withdrawalForm,
    command: ({ ctx, params, value }) => withdrawAccused(ctx, placeOf(params), value.withdrawal_reason),
    notice: 'The name is removed from the accused. It stays on record and can be restored.',
    reshow: sendAccused,
  });
  handleForm(routes, 'accused_restoration', {
    page,
    command: ({ ctx, params }) => restoreAccused(ctx, placeOf(params)),
    notice: 'The name is back among the accused.',
  });
}

type SentFrom = { params: OfAccused; req: Request; res: Response };

async function sendAccused({ params, req, res }: SentFrom, refused?: RefusedForm): Promise<void> {
  const { ctx } = res.locals;
  const article = await getArticle(ctx, params.id);
  if (!refused && sendFresh(req, res, freshnessOf(article, ctx.at, ['accused', params.accused]))) return;
  const found = await getAccused(ctx.db, article.id, params.accused);
  const material = await gatherContacts(ctx, article);
  const accused = accusedSeen(material.discretion, found);
  const page = accusedPage(material, accused, refused);
  await renderArticlePage(res, article, { view: 'contacts/accused', page, status: refused?.status });
}

/** Before a form is read. NotFound for strangers and for a number that is nobody's, Forbidden for guests. */
async function accusedToWorkOn({ ctx, params }: { ctx: Context; params: OfAccused }): Promise<void> {
  const article = await getArticle(ctx, params.id);
  await getAccused(ctx.db, article.id, params.accused);
  assertMay(article.role, 'note_contacts');
}

function placeOf({ id, accused }: OfAccused): AccusedPlace {
  return { article_id: id, accused };
}
