// HTTP routes for links for the writer, on the desk's side.
import { type Request, type Response, Router } from 'express';
import { renderArticlePage } from '#src/articles/render-article-page.ts';
import { getArticle } from '#src/articles/store.ts';
import type { RefusedForm } from '#src/http/form.ts';
import { handleForm } from '#src/http/handle-form.ts';
import { noStore, renderPage } from '#src/http/render.ts';
import { paths, url } from '#src/paths.ts';
import { assertMay } from '#src/people/permissions.ts';
import { linkForm } from '../forms.ts';
import { makeWriterLink, withdrawWriterLink } from './link-commands.ts';
import { listLinks } from './link-store.ts';
import { linkMadePage, linksPage } from './link-view.ts';

/** The pages and forms; `public_url` is the origin that browsers see, null: scheme and Host of the request. */
export function writerLinkRoutes(public_url: string | null): Router {
  const origin = (req: Request) => public_url ?? `${req.protocol}://${req.get('Host') ?? ''}`;
  const routes = Router();
  routes.get(paths.writer_links, ({ params: { id } }: Request<{ id: string }>, res) =>
    sendLinks({ params: { id }, res }),
  );
  handleForm(routes, 'writer_links', {
    name: 'link',
    schema: linkForm,
    command: ({ ctx, params: { id }, value: { name, days } }) => makeWriterLink(ctx, id, { name, days: Number(days) }),
    // The link is shown on the answer itself, since after a redirect it would have to be kept somewhere in between.
    answer: ({ token }, { req, res, params: { id }, value: { name, days } }) => {
      noStore(res);
      const link = origin(req) + url('writer', { token });
      renderPage(res, 'reviews/writer-link-made', linkMadePage({ id, name, days, link }));
    },
    reshow: sendLinks,
  });
  handleForm(routes, 'writer_link_withdrawal', {
    page: ({ id }) => url('writer_links', { id }),
    command: ({ ctx, params: { id, link } }) => withdrawWriterLink(ctx, id, link),
    notice: 'The link is withdrawn and no longer works. Answers sent with it are kept.',
  });
  return routes;
}

type Sent = { params: { id: string }; res: Response };

async function sendLinks({ params, res }: Sent, refused?: RefusedForm): Promise<void> {
  const { ctx } = res.locals;
  const article = await getArticle(ctx, params.id);
  assertMay(article.role, 'make_writer_links');
  noStore(res);
  const page = linksPage(article, await listLinks(ctx.db, article.id), ctx.at);
  await renderArticlePage(res, article, {
    view: 'reviews/writer-links',
    page: { ...page, ...refused },
    status: refused?.status,
  });
}
