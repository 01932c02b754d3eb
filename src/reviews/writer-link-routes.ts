// Links for the writer, on the desk's side: who has one until when, a new one, and taking one back.
import { type Request, type Response, Router } from 'express';
import { getArticle } from '#src/articles/store.ts';
import { readForm } from '#src/http/form.ts';
import { noStore, notice, renderPage } from '#src/http/render.ts';
import { paths, url } from '#src/paths.ts';
import { linkForm } from './forms.ts';
import type { FailedForm } from './pages.ts';
import { assertMayMakeLinks } from './policy.ts';
import { makeWriterLink, withdrawWriterLink } from './writer-link-commands.ts';
import { linkMadePage, linksPage } from './writer-link-pages.ts';
import { listLinks } from './writer-link-store.ts';

/** The pages and posts; `public_url` is the origin that browsers see, null: scheme and Host of the request. */
export function writerLinkRoutes(public_url: string | null): Router {
  const origin = (req: Request) => public_url ?? `${req.protocol}://${req.get('Host') ?? ''}`;
  const routes = Router();
  routes.get(paths.writer_links, (req, res) => sendLinks(req, res));
  routes.post(paths.writer_links, (req, res) => receiveLink(req, res, origin(req)));
  routes.post(paths.writer_link_withdrawal, receiveWithdrawal);
  return routes;
}

async function sendLinks(req: Request, res: Response, failed?: FailedForm): Promise<void> {
  const { ctx } = res.locals;
  const article = await getArticle(ctx, String(req.params.id));
  assertMayMakeLinks(article.role);
  noStore(res);
  const page = linksPage(article, await listLinks(ctx.db, article.id), ctx.at);
  renderPage(res, 'reviews/writer-links', { ...page, ...failed }, { status: failed ? 422 : 200 });
}

/** The link is shown on the answer itself, since after a redirect it would have to be kept somewhere in between. */
async function receiveLink(req: Request, res: Response, origin: string): Promise<void> {
  const { ctx } = res.locals;
  const form = readForm(linkForm, req.body);
  if (!form.ok) return sendLinks(req, res, { failed_form: 'link', errors: form.errors, typed: form.typed });
  const { name, days } = form.value;
  const { token } = await makeWriterLink(ctx, String(req.params.id), { name, days: Number(days) });
  noStore(res);
  const link = origin + url('writer', { token });
  renderPage(res, 'reviews/writer-link-made', linkMadePage({ id: String(req.params.id), name, days, link }));
}

async function receiveWithdrawal(req: Request, res: Response): Promise<void> {
  const id = String(req.params.id);
  await withdrawWriterLink(res.locals.ctx, id, String(req.params.link));
  notice(req, 'The link is withdrawn: it opens nothing any more. What was answered by it stays.');
  res.redirect(303, url('writer_links', { id }));
}
