// The posts of the second read: ready, back, done, open again, many at once; and, mounted with them, queries, fixes and links for the writer.
import { type Request, Router } from 'express';
import { type ShowAgain, showingAgain } from '#src/claims/show-again.ts';
import { readForm } from '#src/http/form.ts';
import { notice } from '#src/http/render.ts';
import { paths, url } from '#src/paths.ts';
import { closeClaim, closeClaimsTogether, type ListOutcome, offerClaim, reopenClaim, returnClaim } from './commands.ts';
import { fixRoutes } from './fix-routes.ts';
import { closureForm, offerForm, reopeningForm, returnForm, togetherForm } from './forms.ts';
import { queryRoutes } from './query-routes.ts';
import { writerLinkRoutes } from './writer-link-routes.ts';

export interface ReviewRoutes {
  /** Sends the page of a form that could not be taken. */
  showAgain: ShowAgain;
  /** The origin that browsers see, for links shown once; null: scheme and Host of the request. */
  public_url: string | null;
}

/** All pages and posts of reviews for people who are signed in. */
export function reviewRoutes({ showAgain, public_url }: ReviewRoutes): Router {
  const routes = Router();
  routes.use(queryRoutes({ showAgain }), fixRoutes({ showAgain }), writerLinkRoutes(public_url));
  const again = (handler: Parameters<typeof showingAgain>[1]) => showingAgain(showAgain, handler);

  routes.post(
    paths.claim_readiness,
    again(async (req, res) => {
      const form = readForm(offerForm, req.body);
      if (!form.ok) return form;
      const { id, number } = at(req);
      await offerClaim(res.locals.ctx, id, { number, revision: form.value.revision });
      notice(req, `Claim ${number} waits for its second read.`);
      res.redirect(303, url('claim', { id, number }));
    }),
  );

  routes.post(
    paths.claim_return,
    again(async (req, res) => {
      const form = readForm(returnForm, req.body);
      if (!form.ok) return form;
      const { id, number } = at(req);
      const { revision, return_line } = form.value;
      const is_new = await returnClaim(res.locals.ctx, id, { number, revision, line: return_line });
      notice(req, is_new ? `Claim ${number} goes back with your line.` : `Claim ${number} was back already.`);
      res.redirect(303, url('claim', { id, number }));
    }),
  );

  routes.post(
    paths.claim_closure,
    again(async (req, res) => {
      const form = readForm(closureForm, req.body);
      if (!form.ok) return form;
      const { id, number } = at(req);
      await closeClaim(res.locals.ctx, id, { number, revision: form.value.revision });
      notice(req, `Claim ${number} is done.`);
      res.redirect(303, url('claim', { id, number }));
    }),
  );

  routes.post(
    paths.claim_reopening,
    again(async (req, res) => {
      const form = readForm(reopeningForm, req.body);
      if (!form.ok) return form;
      const { id, number } = at(req);
      const is_new = await reopenClaim(res.locals.ctx, id, { number, reason: form.value.reopening_reason });
      notice(req, is_new ? `Claim ${number} is open again and in work.` : `Claim ${number} was open again already.`);
      res.redirect(303, url('claim', { id, number }));
    }),
  );

  routes.post(
    paths.second_read,
    again(async (req, res) => {
      const form = readForm(togetherForm, req.body);
      if (!form.ok) return form;
      const { id } = at(req);
      const claims = form.value.claims.map((one) => one.split(':').map(Number) as [number, number]);
      const input = claims.map(([number, revision]) => ({ number, revision }));
      notice(req, sayOutcome(await closeClaimsTogether(res.locals.ctx, id, input)));
      res.redirect(303, url('second_read', { id }));
    }),
  );

  return routes;
}

function sayOutcome({ closed, left }: ListOutcome): string {
  const done = closed.length === 0 ? 'Nothing was initialled.' : `Done: ${closed.join(', ')}.`;
  return [done, ...left.map(({ number, why }) => `Claim ${number} ${why}.`)].join(' ');
}

function at(req: Request): { id: string; number: string } {
  return { id: String(req.params.id), number: String(req.params.number) };
}
