// The posts that mark, change and judge claims. Pages are the workbench's; every post leads back to one.
import { type Request, Router } from 'express';
import { getArticle } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { isLocalTime, localOf, utcOf } from '#src/dates.ts';
import { RuleBroken } from '#src/errors.ts';
import { readForm } from '#src/http/form.ts';
import { notice } from '#src/http/render.ts';
import { paths, url } from '#src/paths.ts';
import {
  changeClaimAttribution,
  changeClaimKey,
  changeClaimRange,
  markClaim,
  restoreClaim,
  takeClaim,
  withdrawClaim,
} from './commands.ts';
import { changeClaimFigures } from './figure-commands.ts';
import {
  attributionForm,
  chainIn,
  detailsForm,
  figuresForm,
  keyForm,
  markForm,
  rangeForm,
  selectionIn,
  verdictsForm,
  withdrawalForm,
} from './forms.ts';
import { outcomeOfVerdict, stillWanted } from './readiness.ts';
import { type ShowAgain, showingAgain } from './show-again.ts';
import { changeClaimDetails, setVerdicts } from './verdict-commands.ts';

type At = { id: string; number: string };

/** All posts of claims; `showAgain` sends the page of a form that could not be taken. */
export function claimRoutes({ showAgain }: { showAgain: ShowAgain }): Router {
  const routes = Router();
  const again = (handler: Parameters<typeof showingAgain>[1]) => showingAgain(showAgain, handler);

  routes.post(
    paths.claims,
    again(async (req, res) => {
      const form = readForm(markForm, req.body);
      if (!form.ok) return form;
      const { ctx } = res.locals;
      const { kind } = form.value;
      const { id } = at(req);
      const input = { ...form.value, selection: selectionIn(form.value), kind: kind || undefined };
      const { number, is_new } = await markClaim(ctx, id, input);
      const marked = is_new ? `Claim ${number} is marked.` : `These words are claim ${number} already.`;
      notice(req, `${marked} ${await outcomeOfVerdict(ctx, id, { number, ...form.value })}`.trim());
      res.redirect(303, url('claim', { id, number }));
    }),
  );

  routes.post(
    paths.claim_range,
    again(async (req, res) => {
      const form = readForm(rangeForm, req.body);
      if (!form.ok) return form;
      const { id, number } = at(req);
      const { revision } = form.value;
      await changeClaimRange(res.locals.ctx, id, { number, revision, selection: selectionIn(form.value) });
      res.redirect(303, url('claim', { id, number }));
    }),
  );

  routes.post(
    paths.claim_verdicts,
    again(async (req, res) => {
      const form = readForm(verdictsForm, req.body);
      if (!form.ok) return form;
      const { ctx } = res.locals;
      const { id, number } = at(req);
      const as_of =
        form.value.as_of === '' ? undefined : await utcAtDesk(ctx, id, { typed: form.value.as_of, field: 'as_of' });
      const state = await setVerdicts(ctx, id, { number, ...form.value, as_of });
      const saved = `Claim ${number} is saved. ${await stillWanted(ctx, id, number)}`.trim();
      notice(req, state === 'ready' ? `Claim ${number} waits for its second read.` : saved);
      res.redirect(303, url('claim', { id, number }));
    }),
  );

  routes.post(
    paths.claim_details,
    again(async (req, res) => {
      const form = readForm(detailsForm, req.body);
      if (!form.ok) return form;
      const { ctx } = res.locals;
      const { id, number } = at(req);
      const { assignee_id, due_at: due, ...value } = form.value;
      const due_at = due === '' ? null : await utcAtDesk(ctx, id, { typed: due, field: 'due_at' });
      await changeClaimDetails(ctx, id, { number, ...value, assignee_id: assignee_id || null, due_at });
      notice(req, `Claim ${number} is saved.`);
      res.redirect(303, url('claim', { id, number }));
    }),
  );

  routes.post(
    paths.claim_attribution,
    again(async (req, res) => {
      const form = readForm(attributionForm, req.body);
      if (!form.ok) return form;
      const { id, number } = at(req);
      const chain = chainIn(form.value.attribution);
      await changeClaimAttribution(res.locals.ctx, id, { number, chain, revision: form.value.revision });
      notice(req, chain.length > 0 ? 'The speakers are saved.' : 'It is the article’s own voice now.');
      res.redirect(303, url('claim', { id, number }));
    }),
  );

  routes.post(
    paths.claim_figures,
    again(async (req, res) => {
      const form = readForm(figuresForm, req.body);
      if (!form.ok) return form;
      const { id, number } = at(req);
      await changeClaimFigures(res.locals.ctx, id, { number, figures: form.value.figures });
      notice(req, 'The figures are saved.');
      res.redirect(303, url('claim', { id, number }));
    }),
  );

  routes.post(
    paths.claim_key,
    again(async (req, res) => {
      const form = readForm(keyForm, req.body);
      if (!form.ok) return form;
      const { id, number } = at(req);
      await changeClaimKey(res.locals.ctx, id, { number, is_key: form.value.is_key });
      res.redirect(303, url('claim', { id, number }));
    }),
  );

  routes.post(paths.claim_taking, async (req, res) => {
    const { id, number } = at(req);
    await takeClaim(res.locals.ctx, id, number);
    notice(req, `Claim ${number} is in your hands.`);
    res.redirect(303, url('claim', { id, number }));
  });

  routes.post(
    paths.claim_withdrawal,
    again(async (req, res) => {
      const form = readForm(withdrawalForm, req.body);
      if (!form.ok) return form;
      const { id, number } = at(req);
      const is_new = await withdrawClaim(res.locals.ctx, id, { number, reason: form.value.withdrawal_reason });
      notice(
        req,
        `Claim ${number} ${is_new ? 'is dropped' : 'was dropped already'}. It can be brought back from its page.`,
      );
      res.redirect(303, url('claim', { id, number }));
    }),
  );

  routes.post(paths.claim_restoration, async (req, res) => {
    const { id, number } = at(req);
    const is_new = await restoreClaim(res.locals.ctx, id, number);
    notice(req, `Claim ${number} ${is_new ? 'is back in work' : 'was back in work already'}.`);
    res.redirect(303, url('claim', { id, number }));
  });

  return routes;
}

/** What was typed as a time of the desk ("2026-03-12T17:10"; the day may be missing) in UTC. RuleBroken where no clock showed it. */
async function utcAtDesk(
  ctx: Context,
  id: string,
  { typed, field }: { typed: string; field: string },
): Promise<string> {
  const { time_zone } = await getArticle(ctx, id);
  const clock = /^(\d{1,2})[:.](\d{2})$/.exec(typed);
  const today = localOf(ctx.at, time_zone).slice(0, 10);
  const local = clock ? `${today}T${clock[1]?.padStart(2, '0')}:${clock[2]}` : typed.replace(' ', 'T');
  const moment = isLocalTime(local) ? utcOf(local, time_zone) : undefined;
  if (moment === undefined) throw new RuleBroken('Write the time as 17:10 or 2026-03-12 17:10.', field);
  return moment;
}

function at(req: Request): At {
  return { id: String(req.params.id), number: String(req.params.number) };
}
