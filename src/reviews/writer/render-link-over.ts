// What pages opened by a link have in common: nobody keeps them, and a link that is over tells nothing.
import type { ErrorRequestHandler, RequestHandler } from 'express';
import { NotFound } from '#src/errors.ts';
import { readOn } from '#src/http/read-on.ts';
import { noStore, renderPage } from '#src/http/render.ts';
import { noteRefusal } from '#src/people/sign-in/refusal-book-commands.ts';
import { countTry } from '#src/people/sign-in/throttle.ts';
import { placeOf } from '#src/people/sign-in/throttle-rules.ts';

/** Kept nowhere, packed never, found by no search engine. */
export const forNobodyElse: RequestHandler = (_req, res, next) => {
  noStore(res);
  res.set('X-Robots-Tag', 'noindex, nofollow, noarchive');
  next();
};

/** Made up, withdrawn, too old: one and the same page, and whoever tries many waits. A link that works is never kept waiting. */
export function linkOver(kind: 'writer' | 'facts'): ErrorRequestHandler {
  return async (error, req, res, next) => {
    if (!(error instanceof NotFound)) return next(error);
    // What still comes of an upload is thrown away, so that the browser shows why it ended.
    await readOn(req, { bytes: 2_000_000, milliseconds: 2_000 });
    if (res.headersSent || res.destroyed) return;
    const { ctx } = res.locals;
    const wait = await countTry(ctx, [{ guessed_at: 'place', name: `${kind} ${placeOf(req.ip ?? '')}` }]);
    if (wait !== null) res.set('Retry-After', String(wait.wait_seconds));
    else noteRefusal(ctx.db, { at: ctx.at, kind: 'link.refused', person_id: ctx.actor.id, address: req.ip ?? null });
    const page = { title: 'This link does not work', is_waiting: wait !== null };
    renderPage(res, 'reviews/writer-over', page, { status: wait === null ? 404 : 429, layout: 'plain' });
  };
}
