// The pages that say no: the only file that turns the domain's refusals into status codes.
import { randomBytes } from 'node:crypto';
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { DatabaseBusy } from '#src/database/unusable.ts';
import { DeskBusy, Erased, Forbidden, GaveUp, NotFound, RuleBroken, StaleEdit } from '#src/errors.ts';
import { BadBody } from './bad-body.ts';
import type { ShownField } from './form.ts';
import { logError } from './logging.ts';
import { pageBefore } from './page-before.ts';
import { readOn } from './read-on.ts';
import { noStore, renderPage } from './render.ts';
import { staleEditPage } from './stale-edit.ts';

interface Refusal {
  status: number;
  title: string;
  sentences: string[];
}

const NOTHING_HERE: Refusal = {
  status: 404,
  title: 'There is nothing here',
  sentences: [
    'The address may be mistyped, the page may have been removed, or it may belong to a desk that you are not a member of.',
  ],
};

/** What answers where no route did: the same page as for a thing of another desk. */
export function nothingHere(): RequestHandler {
  return () => {
    throw new NotFound();
  };
}

/** What is read on of a body that was refused, before the page: by whom it comes. */
const FROM_STRANGERS = { bytes: 2_000_000, milliseconds: 10_000 };
const FROM_PEOPLE = { bytes: 64_000_000, milliseconds: 60_000 };
const BUSY_SECONDS = 30;

/** Turns every error into a page (or JSON, where that was asked for). Only what is the desk's own fault is logged as an error. */
export function errorPages(): ErrorRequestHandler {
  return async (error, req, res, next) => {
    if (res.headersSent) return next(error);
    await readOn(req, res.locals.viewer ? FROM_PEOPLE : FROM_STRANGERS);
    if (res.headersSent || res.destroyed) return;
    noStore(res);
    res.removeHeader('ETag');
    res.removeHeader('Content-Disposition');
    if (error instanceof StaleEdit && !wantsJson(req)) return showBothTexts(req, res, error);
    if (error instanceof DeskBusy) res.set('Retry-After', String(error.wait_seconds));
    if (error instanceof BadBody && error.status === 503) res.set('Retry-After', String(BUSY_SECONDS));
    answer(req, res, refusalOf(error) ?? ownFault(req, error));
  };
}

function refusalOf(error: unknown): Refusal | null {
  if (error instanceof Erased) return { status: 410, title: 'It was erased', sentences: [error.message] };
  if (error instanceof NotFound) return NOTHING_HERE;
  if (error instanceof Forbidden) return { status: 403, title: 'Not allowed', sentences: [error.message] };
  if (error instanceof RuleBroken)
    return { status: 409, title: 'That cannot be done now', sentences: [error.message, 'Nothing was changed.'] };
  if (error instanceof StaleEdit)
    return { status: 409, title: 'Somebody saved this first', sentences: [error.message, 'Nothing was changed.'] };
  if (error instanceof BadBody) return { status: error.status, title: titleOf(error), sentences: [error.message] };
  if (error instanceof DeskBusy || error instanceof DatabaseBusy)
    return { status: 503, title: 'The desk is busy', sentences: [error.message] };
  if (error instanceof GaveUp) return { status: 503, title: 'This took too long', sentences: [error.message] };
  return isBadAddress(error) ? NOTHING_HERE : null;
}

function titleOf(error: BadBody): string {
  if (error.status === 413) return 'That is too large';
  if (error.status === 503) return 'The desk is busy';
  return error.status === 415 ? 'That is not a form' : 'That did not arrive complete';
}

/** Express throws these for an address like `/articles/%E0%A4%A`: a typo like any other. */
function isBadAddress(error: unknown): boolean {
  return error instanceof URIError || (error as { status?: unknown } | null)?.status === 404;
}

function ownFault(req: Request, error: unknown): Refusal {
  const id = randomBytes(4).toString('hex');
  logError(req, { err: error, error_id: id }, 'a request failed');
  return {
    status: 500,
    title: 'Something went wrong at the desk',
    sentences: [
      'What you were doing was not stored. Go back, where your browser kept what you typed, and try again.',
      `If it happens again, give whoever runs the desk this number: ${id}.`,
    ],
  };
}

function answer(req: Request, res: Response, refusal: Refusal): void {
  if (wantsJson(req)) {
    res.status(refusal.status).json({ error: refusal.title, sentences: refusal.sentences });
    return;
  }
  showPage(
    res,
    'errors/refusal',
    {
      ...refusal,
      typed_fields: typedInto(res, refusal),
      width: 'narrow',
      back: refusal.status === 409 ? pageBefore(req) : undefined,
    },
    refusal.status,
  );
}

/** Whoever finds nothing here is told nothing else, not even their own words. */
function typedInto(res: Response, { status }: { status: number }): ShownField[] {
  return status === 404 ? [] : (res.locals.typed?.() ?? []);
}

function showBothTexts(req: Request, res: Response, error: StaleEdit): void {
  const { rows, again } = staleEditPage(req, error);
  // What stands beside what is stored, or is sent again with it, need not stand on the page once more.
  const typed_fields = typedInto(res, { status: 409 }).filter(
    ({ value }) => again === null && !rows.some(({ yours }) => yours === value),
  );
  const { words } = error;
  const title = words?.title ?? 'Somebody saved this first';
  const page = { title, rows, again, words, typed_fields, back: pageBefore(req) };
  showPage(res, 'errors/stale-edit', page, 409);
}

function showPage(res: Response, view: string, page: object, status: number): void {
  renderPage(res, view, page, { status, layout: res.locals.viewer ? 'desk' : 'plain' });
}

function wantsJson(req: Request): boolean {
  return req.path.endsWith('.json') || req.accepts(['html', 'json']) === 'json';
}
