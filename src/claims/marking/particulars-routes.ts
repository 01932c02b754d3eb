// HTTP routes for the particulars of a claim: its words, details, speakers and figures.
import { Router } from 'express';
import { handleForm } from '#src/http/handle-form.ts';
import { claimPage } from '#src/paths.ts';
import { utcAtDesk } from '../desk-time.ts';
import { changeClaimFigures } from '../figures/commands.ts';
import type { FormPages } from '../form-hooks.ts';
import { attributionForm, chainIn, detailsForm, figuresForm, rangeForm, selectionIn } from '../forms.ts';
import { changeClaimAttribution, changeClaimRange } from './commands.ts';
import { changeClaimDetails } from './details-commands.ts';
import type { OnMoved } from './hooks.ts';

/** The forms; `on_moved` is what later subjects do when a claim is put on other words. */
export function particularsRoutes(pages: FormPages, { on_moved }: { on_moved: readonly OnMoved[] }): Router {
  const routes = Router();
  handleWordsAndDetails(routes, pages, on_moved);
  handleSpeakersAndFigures(routes, pages);
  return routes;
}

function handleWordsAndDetails(routes: Router, pages: FormPages, on_moved: readonly OnMoved[]): void {
  handleForm(routes, 'claim_range', {
    page: claimPage,
    name: 'range',
    schema: rangeForm,
    command: ({ ctx, params: { id, number }, value }) =>
      changeClaimRange(ctx, id, { number, revision: value.revision, selection: selectionIn(value), on_moved }),
    reshow: pages.claim,
  });
  handleForm(routes, 'claim_details', {
    page: claimPage,
    name: 'details',
    schema: detailsForm,
    command: async ({ ctx, params: { id, number }, value: { assignee_id, due_at: typed, ...value } }) => {
      const due_at = typed === '' ? null : await utcAtDesk(ctx, id, { typed, field: 'due_at' });
      await changeClaimDetails(ctx, id, { number, ...value, assignee_id: assignee_id || null, due_at });
    },
    notice: (_, { params: { number } }) => `Claim ${number} is saved.`,
    reshow: pages.claim,
  });
}

function handleSpeakersAndFigures(routes: Router, pages: FormPages): void {
  handleForm(routes, 'claim_attribution', {
    page: claimPage,
    name: 'attribution',
    schema: attributionForm,
    command: async ({ ctx, params: { id, number }, value: { attribution, revision } }) => {
      const chain = chainIn(attribution);
      await changeClaimAttribution(ctx, id, { number, chain, revision });
      return chain;
    },
    notice: (chain) => (chain.length > 0 ? 'The speakers are saved.' : 'It is now in the article’s own voice.'),
    reshow: pages.claim,
  });
  handleForm(routes, 'claim_figures', {
    page: claimPage,
    name: 'figures',
    schema: figuresForm,
    command: ({ ctx, params: { id, number }, value }) => changeClaimFigures(ctx, id, { number, ...value }),
    notice: 'The figures are saved.',
    reshow: pages.claim,
  });
}
