// Sends the list of contacts: fresh, filled in for an accused, or with one of its forms shown again.
import type { Request, Response } from 'express';
import { freshnessOf } from '#src/articles/freshness.ts';
import { renderArticlePage } from '#src/articles/render-article-page.ts';
import { getArticle } from '#src/articles/store.ts';
import type { RefusedForm } from '#src/http/form.ts';
import { sendFresh } from '#src/http/fresh.ts';
import { numberIn } from '#src/number-in.ts';
import { gatherContacts } from './gather-contacts.ts';
import { contactsPage } from './view.ts';

type OfArticle = { id: string };

/** Sends the page of an article's contacts, or one of its forms again. For the routes of the accused too. */
export async function sendContacts(
  { params, req, res }: { params: OfArticle; req: Request; res: Response },
  refused?: RefusedForm,
): Promise<void> {
  const { ctx } = res.locals;
  const article = await getArticle(ctx, params.id);
  const number = numberIn(req.query.accused);
  if (
    !refused &&
    sendFresh(req, res, freshnessOf(article, ctx.at, ['contacts', number ?? '', String(req.query.to_call ?? '')]))
  )
    return;
  const material = await gatherContacts(ctx, article);
  const accused = material.accused.find((one) => one.number === number && one.withdrawn_at === null);
  const calling = material.to_call.find(({ id }) => id === req.query.to_call);
  const page = contactsPage(material, { accused, calling, refused });
  await renderArticlePage(res, article, { view: 'contacts/contacts', page, status: refused?.status });
}
