// The list of contacts as it is sent: fresh, kept by the browser, filled in for an accused, or with one of its forms shown again.
import type { Request, Response } from 'express';
import { freshnessOf } from '#src/articles/freshness.ts';
import { getArticle } from '#src/articles/store.ts';
import { sendFresh } from '#src/http/fresh.ts';
import { renderPage } from '#src/http/render.ts';
import type { FailedForm } from '../forms.ts';
import { gatherContacts } from './gather.ts';
import { contactsPage } from './pages.ts';

/** Sends the page of an article's contacts, or one of its forms again. For the routes of the accused too. */
export async function sendContacts(
  req: Request,
  res: Response,
  failed?: FailedForm & { form?: string },
): Promise<void> {
  const { ctx } = res.locals;
  const article = await getArticle(ctx, String(req.params.id));
  const number = /^[1-9]\d{0,8}$/.test(String(req.query.accused)) ? Number(req.query.accused) : undefined;
  if (!failed && sendFresh(req, res, freshnessOf(article, ctx.at, ['contacts', number ?? '']))) return;
  const material = await gatherContacts(ctx, article);
  const accused = material.accused.find((one) => one.number === number && one.withdrawn_at === null);
  renderPage(res, 'evidence/contacts', contactsPage(material, { accused, failed }), { status: failed ? 422 : 200 });
}
