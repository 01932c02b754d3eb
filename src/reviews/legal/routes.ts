// HTTP routes for Legal: its page below the second read, holds and clearances of claims, notes.
import { type Request, type Response, Router } from 'express';
import { addressedArticle } from '#src/articles/addressed-article.ts';
import { freshnessOf } from '#src/articles/freshness.ts';
import { renderArticlePage } from '#src/articles/render-article-page.ts';
import type { FormPages } from '#src/claims/form-hooks.ts';
import type { RefusedForm } from '#src/http/form.ts';
import { sendFresh } from '#src/http/fresh.ts';
import { handleForm } from '#src/http/handle-form.ts';
import { claimPage, paths, url } from '#src/paths.ts';
import { assertMay } from '#src/people/permissions.ts';
import { clearArticle, clearClaim, holdClaim, noteForLegal } from './commands.ts';
import { articleClearanceForm, claimClearanceForm, holdForm, noteForm } from './forms.ts';
import { legalPage } from './page.ts';

/** The page and the forms of Legal, for people who are signed in. */
export function legalRoutes(pages: FormPages): Router {
  const routes = Router();
  routes.get(paths.legal, (req, res) => sendLegal(req, res));
  handleOfClaim(routes, pages);
  handleForm(routes, 'legal_clearance', {
    page: ({ id }) => url('legal', { id }),
    name: 'article',
    schema: articleClearanceForm,
    command: ({ ctx, params: { id }, value: { clearance_line: line, version, over } }) =>
      clearArticle(ctx, id, { version, line, over }),
    fieldOf: (field) => (field === 'line' ? 'clearance_line' : field),
    notice: 'The article is cleared.',
    reshow: ({ req, res }, refused) => sendLegal(req, res, refused),
  });
  handleForm(routes, 'legal_notes', {
    page: ({ id }) => url('legal', { id }),
    name: 'note',
    schema: noteForm,
    command: ({ ctx, params: { id }, value: { claim: number, note } }) => noteForLegal(ctx, id, { number, note }),
    notice: 'The note is saved.',
    reshow: ({ req, res }, refused) => sendLegal(req, res, refused),
  });
  return routes;
}

function handleOfClaim(routes: Router, pages: FormPages): void {
  handleForm(routes, 'claim_legal_hold', {
    page: claimPage,
    name: 'hold',
    schema: holdForm,
    command: ({ ctx, params: { id, number }, value: { hold_reason: reason } }) =>
      holdClaim(ctx, id, { number, reason }),
    fieldOf: (field) => (field === 'reason' ? 'hold_reason' : field),
    notice: (_, { params: { number } }) => `Claim ${number} is held for Legal.`,
    reshow: pages.claim,
  });
  handleForm(routes, 'claim_legal_clearance', {
    page: claimPage,
    name: 'clearance',
    schema: claimClearanceForm,
    command: ({ ctx, params: { id, number }, value: { clearance_line: line, ...seen } }) =>
      clearClaim(ctx, id, { number, line, ...seen }),
    fieldOf: (field) => (field === 'line' ? 'clearance_line' : field),
    notice: (_, { params: { number } }) => `Claim ${number} is cleared.`,
    reshow: pages.claim,
  });
}

async function sendLegal(req: Request, res: Response, refused?: RefusedForm): Promise<void> {
  const { ctx } = res.locals;
  const article = await addressedArticle(req, res);
  assertMay(article.role, 'read_legal');
  if (!refused && sendFresh(req, res, freshnessOf(article, ctx.at, ['legal']))) return;
  const page = await legalPage(ctx, article, refused);
  await renderArticlePage(res, article, { view: 'reviews/legal', page, status: refused?.status });
}
