// The answer "you have this page already", given before anything is gathered for the page.
import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import { build } from './build.ts';
import { hasNotice } from './notice.ts';

/** What a page depends on beside the build and the person. Made by articles/freshness.ts alone. */
export class Freshness {
  readonly parts: readonly (string | number)[];
  /** The time of the request, and the end of the day at the desk, when "today" turns into "yesterday": ISO 8601, UTC. */
  readonly now: string;
  readonly day_end: string;

  constructor(parts: readonly (string | number)[], time: { now: string; day_end: string }) {
    this.parts = parts;
    this.now = time.now;
    this.day_end = time.day_end;
  }
}

/**
 * Answers 304 and returns true where the browser already has this very page and no word of it about time has changed since.
 * Else returns false: renderPage then sets the ETag, which says until when the page is good. A page that shows a notice is
 * never kept, else it would show the notice again.
 */
export function sendFresh(req: Request, res: Response, freshness: Freshness): boolean {
  if (hasNotice(req)) {
    res.set('Cache-Control', 'no-store');
    return false;
  }
  const digest = createHash('sha256').update(JSON.stringify([build(), res.locals.viewer, ...freshness.parts]));
  const hash = digest.digest('base64url').slice(0, 22);
  res.locals.kept = { hash, freshness };
  res.set('Cache-Control', 'private, no-cache');
  const etag = (req.get('If-None-Match') ?? '').split(/\s*,\s*/).find((one) => isGood(one, hash, freshness.now));
  if (etag === undefined) return false;
  res.vary('Accept-Encoding').set('ETag', etag).status(304).end();
  return true;
}

/**
 * Sets the ETag of a page that was asked after with sendFresh. `moments` are the times (ISO 8601, UTC) at which a word of
 * it changes, like the end of a deadline; what is past does not count.
 */
export function setETag(res: Response, moments: readonly (string | null)[]): void {
  const { kept } = res.locals;
  if (kept === undefined) return;
  const { now, day_end } = kept.freshness;
  const next = moments.filter((moment) => moment !== null && moment > now).sort()[0] ?? day_end;
  const until = Date.parse(next < day_end ? next : day_end);
  res.set('ETag', `W/"${kept.hash}.${until.toString(36)}"`);
}

function isGood(etag: string, hash: string, now: string): boolean {
  const [, its_hash, until] = /^W\/"([\w-]{22})\.([0-9a-z]{1,12})"$/.exec(etag) ?? [];
  return its_hash === hash && until !== undefined && Date.parse(now) <= Number.parseInt(until, 36);
}
