// HTTP routes for marking, judging, taking and dropping claims; their pages are the workbench's.
import { Router } from 'express';
import { handleForm } from '#src/http/handle-form.ts';
import { claimPage } from '#src/paths.ts';
import { utcAtDesk } from '../desk-time.ts';
import type { FormPages } from '../form-hooks.ts';
import { keyForm, markForm, sameAsForm, selectionIn, verdictsForm, withdrawalForm } from '../forms.ts';
import { listInAddress } from '../return-to.ts';
import { changeClaimKey, markClaim, restoreClaim, takeClaim, withdrawClaim } from './commands.ts';
import type { OnMoved } from './hooks.ts';
import { particularsRoutes } from './particulars-routes.ts';
import { outcomeOfVerdict } from './readiness.ts';
import { followClaim, unfollowClaim } from './same-as-commands.ts';
import { togetherRoutes } from './together-routes.ts';
import { setVerdicts } from './verdict-commands.ts';

/** All forms of claims; `on_moved` is what later subjects do when one is put on other words. */
export function claimRoutes(pages: FormPages, hooks: { on_moved: readonly OnMoved[] }): Router {
  const routes = Router();
  routes.use(togetherRoutes(pages), particularsRoutes(pages, hooks));
  handleForm(routes, 'claims', {
    name: 'claims',
    schema: markForm,
    command: ({ ctx, params: { id }, value: { kind, ...value } }) =>
      markClaim(ctx, id, { ...value, selection: selectionIn(value), kind: kind || undefined }),
    notice: async ({ number, is_new }, { ctx, params: { id }, value }) => {
      const marked = is_new ? `Claim ${number} is marked.` : `These words are already claim ${number}.`;
      return `${marked} ${await outcomeOfVerdict(ctx, id, { number, ...value })}`.trim();
    },
    redirect: ({ number }, { params: { id }, value: { list } }) => claimPage({ id, number }, listInAddress(list)),
    reshow: pages.text,
  });
  handleVerdicts(routes, pages);
  handleStates(routes, pages);
  handleSame(routes, pages);
  return routes;
}

function handleVerdicts(routes: Router, pages: FormPages): void {
  handleForm(routes, 'claim_verdicts', {
    page: claimPage,
    name: 'verdicts',
    schema: verdictsForm,
    command: async ({ ctx, params: { id, number }, value }) => {
      const { as_of: typed } = value;
      const as_of = typed === '' ? undefined : await utcAtDesk(ctx, id, { typed, field: 'as_of' });
      return setVerdicts(ctx, id, { number, ...value, as_of });
    },
    notice: ({ state, still_wanted }, { params: { number } }) =>
      state === 'ready'
        ? `Claim ${number} is waiting for its second read.`
        : `Claim ${number} is saved. ${still_wanted}`.trim(),
    reshow: pages.claim,
  });
  handleForm(routes, 'claim_key', {
    page: claimPage,
    name: 'key',
    schema: keyForm,
    command: ({ ctx, params: { id, number }, value: { is_key } }) => changeClaimKey(ctx, id, { number, is_key }),
    notice: (_, { params: { number }, value: { is_key } }) =>
      is_key
        ? `Claim ${number} is a key claim and gets a second read of its own.`
        : `Claim ${number} is no longer a key claim.`,
    reshow: pages.claim,
  });
}

function handleStates(routes: Router, pages: FormPages): void {
  handleForm(routes, 'claim_taking', {
    page: claimPage,
    command: ({ ctx, params: { id, number } }) => takeClaim(ctx, id, number),
    notice: (_, { params: { number } }) => `Claim ${number} is assigned to you.`,
  });
  handleForm(routes, 'claim_withdrawal', {
    page: claimPage,
    name: 'withdrawal',
    schema: withdrawalForm,
    command: ({ ctx, params: { id, number }, value: { withdrawal_reason: reason } }) =>
      withdrawClaim(ctx, id, { number, reason }),
    notice: (is_new, { params: { number } }) =>
      `Claim ${number} ${is_new ? 'is dropped' : 'was dropped already'}. It can be restored from its page.`,
    reshow: pages.claim,
  });
  handleForm(routes, 'claim_restoration', {
    page: claimPage,
    command: ({ ctx, params: { id, number } }) => restoreClaim(ctx, id, number),
    notice: (is_new, { params: { number } }) =>
      `Claim ${number} ${is_new ? 'is back in work' : 'was back in work already'}.`,
  });
}

function handleSame(routes: Router, pages: FormPages): void {
  handleForm(routes, 'claim_same_as', {
    page: claimPage,
    name: 'same_as',
    schema: sameAsForm,
    command: ({ ctx, params: { id, number }, value }) => followClaim(ctx, id, { number, ...value }),
    notice: (_, { params: { number }, value: { same_as } }) =>
      `Claim ${number} is the same as claim ${same_as}, and is decided there.`,
    reshow: pages.claim,
  });
  handleForm(routes, 'claim_own_check', {
    page: claimPage,
    command: ({ ctx, params: { id, number } }) => unfollowClaim(ctx, id, number),
    notice: (_, { params: { number } }) => `Claim ${number} is checked on its own.`,
  });
}
