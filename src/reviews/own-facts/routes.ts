// HTTP routes for the page of own facts, opened by a link without signing in.
import { type Request, type Response, Router } from 'express';
import type { RefusedForm } from '#src/http/form.ts';
import { handleForm } from '#src/http/handle-form.ts';
import { renderPage } from '#src/http/render.ts';
import { paths, url } from '#src/paths.ts';
import { namesThoughPrinted } from '#src/sources/held-back/discretion.ts';
import { forNobodyElse, linkOver } from '../writer/render-link-over.ts';
import { answerFacts } from './answer-commands.ts';
import { listStandingAnswers } from './answer-store.ts';
import { readFactsForm } from './forms.ts';
import { openFactsLink } from './link-commands.ts';
import { factsPage } from './view.ts';

type Opened = { params: { token: string }; req: Request; res: Response };

/** The page and its form, for whoever holds a link. */
export function factsRoutes(): Router {
  const routes = Router();
  routes.use(paths.facts, forNobodyElse);
  routes.get(paths.facts, (req: Request<{ token: string }>, res) =>
    showPage({ params: req.params, req: req as Request, res }),
  );
  handleForm(routes, 'facts', {
    name: 'facts',
    load: ({ ctx, params: { token } }) => openFactsLink(ctx, token),
    // Of all sentences: what was answered while one was changed must not get lost.
    read: ({ found, req }) =>
      readFactsForm(
        req.body,
        found.sentences.map(({ position }) => position),
      ),
    command: ({ ctx, params: { token }, value }) => answerFacts(ctx, token, value),
    fieldOf: (field) => (field === undefined ? undefined : ''),
    redirect: (_, { params: { token } }) => url('facts', { token }, { kept: 'yes' }),
    reshow: showPage,
  });
  routes.use(paths.facts, linkOver('facts'));
  return routes;
}

async function showPage({ params: { token }, req, res }: Opened, refused?: RefusedForm): Promise<void> {
  const { ctx } = res.locals;
  const open = await openFactsLink(ctx, token);
  const standing = await listStandingAnswers(ctx.db, open.link.id);
  // Asked last: what is held back is never older than the rows.
  const namesIn = await namesThoughPrinted(ctx.db, open.article);
  const seen = { now: ctx.at, namesIn, is_kept: req.query.kept === 'yes' };
  const page = factsPage({ ...open, standing }, seen, refused);
  const action = url('facts', { token });
  renderPage(res, 'reviews/facts', { ...page, action }, { status: refused?.status, layout: 'plain' });
}
