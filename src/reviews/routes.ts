// The posts of the second read: ready, back, done, open again, many at once; and fixes.
import { type Request, Router } from 'express';
import { type ShowAgain, showingAgain } from '#src/claims/show-again.ts';
import { readForm } from '#src/http/form.ts';
import { notice } from '#src/http/render.ts';
import { paths, url } from '#src/paths.ts';
import { closeClaim, closeClaimsTogether, type ListOutcome, offerClaim, reopenClaim, returnClaim } from './commands.ts';
import { askFix, decideFix } from './fix-commands.ts';
import { closureForm, decisionForm, fixForm, offerForm, reopeningForm, returnForm, togetherForm } from './forms.ts';

/** All posts of reviews; `showAgain` sends the page of a form that could not be taken. */
export function reviewRoutes({ showAgain }: { showAgain: ShowAgain }): Router {
  const routes = Router();
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

  routes.post(
    paths.claim_fixes,
    again(async (req, res) => {
      const form = readForm(fixForm, req.body);
      if (!form.ok) return form;
      const { id, number } = at(req);
      const { fix_reason: reason, ...words } = form.value;
      await askFix(res.locals.ctx, id, { number, ...words, reason });
      notice(req, 'The fix is asked for.');
      res.redirect(303, url('claim', { id, number }));
    }),
  );

  routes.post(
    paths.fix_decision,
    again(async (req, res) => {
      const form = readForm(decisionForm, req.body);
      if (!form.ok) return form;
      const { id } = at(req);
      await decideFix(res.locals.ctx, id, { fix_id: String(req.params.fix), decision: form.value.decision });
      notice(req, form.value.decision === 'agreed' ? 'The fix is agreed.' : 'The fix is refused.');
      res.redirect(303, url('fixes', { id }));
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
