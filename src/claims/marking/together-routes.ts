// HTTP routes for what is done to several claims at once.
import { Router } from 'express';
import { handleForm } from '#src/http/handle-form.ts';
import { notice } from '#src/http/notice.ts';
import { url } from '#src/paths.ts';
import { sayDone } from '../deeds.ts';
import type { FormPages } from '../form-hooks.ts';
import { togetherForm } from '../forms.ts';
import { workTogether } from './together-commands.ts';

export function togetherRoutes(pages: FormPages): Router {
  const routes = Router();
  handleForm(routes, 'claim_list', {
    schema: togetherForm,
    command: ({ ctx, params: { id }, value: { claims, deed, assignee_id, reason } }) =>
      workTogether(ctx, id, { claims, deed, reason, assignee_id: assignee_id === '' ? null : assignee_id }),
    // Where a rule refused some, the answer says which and why, and they stay ticked.
    answer: async (outcome, sent) => {
      const { value, params, req, res, typed } = sent;
      const said = sayDone(value, outcome);
      const { refused } = outcome;
      if (refused.length > 0) {
        const still = { ...typed, claims: refused.map(({ number }) => String(number)) };
        const status = outcome.done.length > 0 ? 200 : 409;
        return pages.claim_list(sent, { errors: [], typed: still, status, outcome: { said, refused } });
      }
      notice(req, said);
      const { q, list, assigned } = value;
      const narrowed = Object.entries({ q, list, assigned }).filter(([, words]) => words !== '');
      res.redirect(303, url('claim_list', { id: params.id }, Object.fromEntries(narrowed)));
    },
    reshow: pages.claim_list,
  });
  return routes;
}
