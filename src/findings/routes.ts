// HTTP routes for findings: taking one up, dismissing it, opening it again; the list stands beside the text.
import { type Request, Router } from 'express';
import type { FormPages } from '#src/claims/form-hooks.ts';
import { handleForm } from '#src/http/handle-form.ts';
import { asItWasNarrowed } from '#src/http/sent-from.ts';
import { paths, url } from '#src/paths.ts';
import { dismissFinding, reopenFinding } from './commands.ts';
import { dismissalForm, reopeningForm, takingForm } from './forms.ts';
import { type FindingTaken, takeFinding } from './take-commands.ts';

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
    redirect: (_, sent) => placeOf(sent),
  });
  handleForm(routes, 'finding_dismissal', {
    page: listUrl,
    name: ({ finding }: OfFinding) => `dismissal-${finding}`,
    schema: dismissalForm,
    command: ({ ctx, params: { id, finding: key }, value: { reason, version } }) =>
      dismissFinding(ctx, id, { key, reason, version }),
    notice: 'Dismissed for this version, with your reason.',
    redirect: (_, sent) => placeOf(sent),
    reshow: (sent, refused) => pages.text(sent, { ...refused, typed: { list: 'disagree', ...refused.typed } }),
  });
  handleForm(routes, 'finding_reopening', {
    page: listUrl,
    schema: reopeningForm,
    command: ({ ctx, params: { id, finding: key }, value: { version } }) => reopenFinding(ctx, id, { key, version }),
    notice: 'It is open again.',
    redirect: (_, sent) => placeOf(sent),
  });
  return routes;
}

function listUrl({ id }: { id: string }): string {
  return url('claims', { id }, { list: 'disagree' });
}

/** The list of what does not agree, or the claim in hand, in the list in which it was opened. */
function placeOf({ params: { id }, value, req }: { params: { id: string }; value: Place; req: Request }): string {
  if (value.in_hand === undefined) return listUrl({ id });
  const claim = url('claim', { id, number: value.in_hand });
  return `${asItWasNarrowed(req, claim)}#findings`;
}

type Place = { in_hand?: number | undefined };

function sayTaken({ as, number }: FindingTaken): string {
  if (as === 'note') return `Noted at claim ${number}.`;
  return as === 'query' ? `Query ${number} is sent.` : `Fix ${number} is proposed.`;
}
