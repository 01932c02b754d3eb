// HTTP routes for the writer's page, opened by a link without signing in.
import { type Request, type Response, Router } from 'express';
import { getVersionText } from '#src/articles/version-text-store.ts';
import type { RefusedForm } from '#src/http/form.ts';
import { handleForm } from '#src/http/handle-form.ts';
import { renderPage } from '#src/http/render.ts';
import { paths, url } from '#src/paths.ts';
import { gatherFor } from '../gather-reviews.ts';
import { readWriterForm } from './forms.ts';
import { answerByLink, openWriterLink } from './link-commands.ts';
import { forNobodyElse, linkOver } from './render-link-over.ts';
import { sayKept, writerPage } from './view.ts';

type Opened = { params: { token: string }; req: Request; res: Response };

/** The page and its form, for whoever holds a link. */
export function writerRoutes(): Router {
  const routes = Router();
  routes.use(paths.writer, forNobodyElse);
  routes.get(paths.writer, (req: Request<{ token: string }>, res) =>
    showPage({ params: req.params, req: req as Request, res }),
  );
  handleForm(routes, 'writer', {
    name: 'answers',
    load: async ({ ctx, params: { token } }) => {
      const { article } = await openWriterLink(ctx, token);
      return gatherFor(ctx.db, article, await getVersionText(ctx.db, article));
    },
    read: ({ found, req }) => readWriterForm(req.body, found),
    command: ({ ctx, params: { token }, value }) => answerByLink(ctx, token, value),
    fieldOf: (field) => (field === undefined ? undefined : ''),
    redirect: ({ queries, fixes }, { params: { token } }) => {
      const kept = [...queries.map((number) => `q${number}`), ...fixes.map((number) => `f${number}`)].join('.');
      return url('writer', { token }, { kept: kept || undefined });
    },
    reshow: showPage,
  });
  routes.use(paths.writer, linkOver('writer'));
  return routes;
}

async function showPage({ params: { token }, req, res }: Opened, refused?: RefusedForm): Promise<void> {
  const { ctx } = res.locals;
  const { link, article } = await openWriterLink(ctx, token);
  const material = await gatherFor(ctx.db, article, await getVersionText(ctx.db, article));
  const kept = typeof req.query.kept === 'string' ? req.query.kept : '';
  const page = writerPage(material, { link, now: ctx.at, thanks: sayKept(kept, material) }, refused);
  const action = url('writer', { token });
  renderPage(res, 'reviews/writer', { ...page, action, token }, { status: refused?.status, layout: 'plain' });
}
