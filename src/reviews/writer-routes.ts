// The writer's page: opened by a link, without signing in, and answered there. A link that does not work tells nobody why.
import { type Request, type Response, Router } from 'express';
import { getGround } from '#src/articles/store.ts';
import { NotFound } from '#src/errors.ts';
import { noStore, renderPage } from '#src/http/render.ts';
import { paths, url } from '#src/paths.ts';
import { placeOf } from '#src/people/guessing.ts';
import { noteRefusal } from '#src/people/refusal-book.ts';
import { countTry } from '#src/people/tries.ts';
import { gatherFor } from './gather.ts';
import type { FailedForm } from './pages.ts';
import { readWriterForm } from './writer-form.ts';
import { answerByLink, openWriterLink } from './writer-link-commands.ts';
import { sayKept, writerPage } from './writer-page.ts';

type Link = Request<{ token: string }>;

/** The page and its post, for whoever holds a link. */
export function writerRoutes(): Router {
  const routes = Router();
  routes.get(
    paths.writer,
    whileItWorks((req, res) => showPage(req, res)),
  );
  routes.post(paths.writer, whileItWorks(receiveAnswers));
  return routes;
}

/** Made up, withdrawn, too old: one and the same page, and whoever tries many waits. A link that works is never kept waiting. */
function whileItWorks(handle: (req: Link, res: Response) => Promise<void>) {
  return async (req: Link, res: Response): Promise<void> => {
    noStore(res);
    res.set('X-Robots-Tag', 'noindex, nofollow, noarchive');
    try {
      await handle(req, res);
    } catch (error) {
      if (!(error instanceof NotFound)) throw error;
      await refuse(req, res);
    }
  };
}

async function refuse(req: Link, res: Response): Promise<void> {
  const { ctx } = res.locals;
  const wait = await countTry(ctx, [{ guessed_at: 'place', name: `writer ${placeOf(req.ip ?? '')}` }]);
  if (wait !== null) res.set('Retry-After', String(wait.wait_seconds));
  else noteRefusal(ctx.db, { at: ctx.at, kind: 'link.refused', person_id: ctx.actor.id, address: req.ip ?? null });
  const page = { title: 'This link does not open anything', is_waiting: wait !== null };
  renderPage(res, 'reviews/writer-over', page, { status: wait === null ? 404 : 429, layout: 'plain' });
}

async function showPage(req: Link, res: Response, failed?: FailedForm): Promise<void> {
  const { ctx } = res.locals;
  const { link, article } = await openWriterLink(ctx, req.params.token);
  const material = await gatherFor(ctx.db, article, await getGround(ctx.db, article));
  const kept = typeof req.query.kept === 'string' ? req.query.kept : '';
  const page = writerPage(material, { link, now: ctx.at, thanks: sayKept(kept, material) }, failed);
  const action = url('writer', { token: req.params.token });
  renderPage(res, 'reviews/writer', { ...page, action }, { status: failed ? 422 : 200, layout: 'plain' });
}

async function receiveAnswers(req: Link, res: Response): Promise<void> {
  const { ctx } = res.locals;
  const { token } = req.params;
  const { article } = await openWriterLink(ctx, token);
  const form = readWriterForm(req.body, await gatherFor(ctx.db, article, await getGround(ctx.db, article)));
  if (!form.ok) return showPage(req, res, { failed_form: 'answers', errors: form.errors, typed: form.typed });
  const { queries, fixes } = await answerByLink(ctx, token, form.answers);
  const kept = [...queries.map((number) => `q${number}`), ...fixes.map((number) => `f${number}`)].join('.');
  res.redirect(303, url('writer', { token }, { kept: kept || undefined }));
}
