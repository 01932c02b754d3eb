// HTTP routes for findings: taking one up, dismissing it, opening it again; the list stands beside the text.
import { Router } from 'express';
import type { FormPages } from '#src/claims/form-hooks.ts';
import { handleForm } from '#src/http/handle-form.ts';
import { paths, url } from '#src/paths.ts';
import { dismissFinding, type FindingTaken, reopenFinding, takeFinding } from './commands.ts';
import { dismissalForm, reopeningForm, takingForm } from './forms.ts';

type OfFinding = { id: string; finding: string };

/** All forms of findings, and the address that leads to their list. */
export function findingRoutes(pages: FormPages): Router {
  const routes = Router();
  routes.get(paths.findings, (req, res) => res.redirect(303, listUrl(req.params)));
  handleForm(routes, 'finding_taking', {
    page: listUrl,
    schema: takingForm,
    command: ({ ctx, params: { id, finding: key }, value: { as, version } }) =>
      takeFinding(ctx, id, { key, as, version }),
    notice: sayTaken,
    redirect: (_, { params, value }) => placeOf(params, value),
  });
  handleForm(routes, 'finding_dismissal', {
    page: listUrl,
    name: ({ finding }: OfFinding) => `dismissal-${finding}`,
    schema: dismissalForm,
    command: ({ ctx, params: { id, finding: key }, value: { reason, version } }) =>
      dismissFinding(ctx, id, { key, reason, version }),
    notice: 'Dismissed for this version, with your reason.',
    redirect: (_, { params, value }) => placeOf(params, value),
    reshow: (sent, refused) => pages.text(sent, { ...refused, typed: { list: 'disagree', ...refused.typed } }),
  });
  handleForm(routes, 'finding_reopening', {
    page: listUrl,
    schema: reopeningForm,
    command: ({ ctx, params: { id, finding: key }, value: { version } }) => reopenFinding(ctx, id, { key, version }),
    notice: 'It is open again.',
    redirect: (_, { params, value }) => placeOf(params, value),
  });
  return routes;
}

function listUrl({ id }: { id: string }): string {
  return url('claims', { id }, { list: 'disagree' });
}

function placeOf({ id }: { id: string }, { in_hand }: { in_hand?: number | undefined }): string {
  return in_hand === undefined ? listUrl({ id }) : `${url('claim', { id, number: in_hand })}#findings`;
}

function sayTaken({ as, number }: FindingTaken): string {
  if (as === 'note') return `Noted at claim ${number}.`;
  return as === 'query' ? `Query ${number} is sent.` : `Fix ${number} is proposed.`;
}
