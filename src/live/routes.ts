// HTTP routes for an article while it is open: the stream, the same by asking, who writes where.
import { type Request, Router } from 'express';
import { addressedArticle } from '#src/articles/addressed-article.ts';
import { getArticle } from '#src/articles/store.ts';
import { handleForm } from '#src/http/handle-form.ts';
import { leaveIdle } from '#src/http/session.ts';
import { paths } from '#src/paths.ts';
import { assertMay } from '#src/people/permissions.ts';
import { editingForm, liveAsked } from './forms.ts';
import { gatherState } from './gather-state.ts';
import type { Live } from './live.ts';
import { openStream } from './open-stream.ts';

const TRY_AGAIN_SECONDS = 60;

/** For people who are signed in. None of this keeps a session alive, and nothing is stored. */
export function liveRoutes(): Router {
  const routes = Router();
  routes.get(paths.live, async (req, res) => {
    leaveIdle(req);
    const article = await addressedArticle(req, res);
    const live = liveOf(req);
    const { page, seen } = liveAsked(req.query, req.get('Last-Event-ID'));
    if (req.get('Accept')?.includes('text/event-stream')) {
      if (openStream({ req, res }, { live, article, page, seen })) return;
      res.set('Retry-After', String(TRY_AGAIN_SECONDS)).status(503).end();
      return;
    }
    const { ctx } = res.locals;
    if (page !== '') live.here({ page, article_id: article.id, person_id: ctx.actor.id ?? '' });
    res.set('Cache-Control', 'no-store').json(await gatherState(ctx, article, { seen, live }));
  });
  handleForm(routes, 'live', {
    load: async ({ ctx, params, req }) => {
      leaveIdle(req);
      const article = await getArticle(ctx, params.id);
      assertMay(article.role, 'change_claims');
      return article;
    },
    schema: editingForm,
    command: async ({ ctx, req, found, value: { page, claim = null } }) => {
      liveOf(req).here({ page, article_id: found.id, person_id: ctx.actor.id ?? '' }, claim);
    },
    answer: (_, { res }) => void res.status(204).end(),
  });
  return routes;
}

function liveOf(req: Request): Live {
  return req.app.get('live');
}
