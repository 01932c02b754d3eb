// HTTP routes for the second read: what is sent to it, initialled, sent back or opened again.
import { type Request, Router } from 'express';
import type { FormPages } from '#src/claims/form-hooks.ts';
import { handleForm } from '#src/http/handle-form.ts';
import { queryOfSender } from '#src/http/sent-from.ts';
import { claimPage, url } from '#src/paths.ts';
import { closureForm, offerForm, reopeningForm, returnForm, togetherForm } from '../forms.ts';
import { closeClaim, closeClaimsTogether, type ListOutcome, offerClaim, reopenClaim, returnClaim } from './commands.ts';
import { sayNext, type WaitsNext, waitingAfter } from './next-waiting.ts';

/** Its forms, on the page of a claim and in the list of what is ready. */
export function secondReadRoutes(pages: FormPages): Router {
  const routes = Router();
  handleOffers(routes, pages);
  handleReadings(routes, pages);
  handleForm(routes, 'second_read', {
    name: 'second-read',
    schema: togetherForm,
    command: ({ ctx, params: { id }, value }) => {
      const claims = value.claims.map((one) => one.split(':').map(Number) as [number, number]);
      return closeClaimsTogether(
        ctx,
        id,
        claims.map(([number, revision]) => ({ number, revision })),
      );
    },
    notice: sayOutcome,
    redirect: (_, { params: { id } }) => url('second_read', { id }),
    reshow: pages.second_read,
  });
  return routes;
}

type ClaimAddress = { id: string; number: string };

function page(params: ClaimAddress): string {
  return claimPage(params);
}

type Read = { params: ClaimAddress; req: Request };

/** The list in which this was read, as the address has it; '' for none. */
function listOf({ params, req }: Read): string {
  return new URLSearchParams(queryOfSender(req, page(params))).get('list') ?? '';
}

/**
 * The next claim that waits for its second read; the list of plain OKs; or, where nothing waits, the claim that was read. Any
 * other list is gone through in its own order: there the claim stays, with its arrows.
 */
function nextPage({ claim, in_list, any }: WaitsNext, sent: Read): string {
  const { id } = sent.params;
  const list = listOf(sent);
  const here = `${page(sent.params)}${queryOfSender(sent.req, page(sent.params))}`;
  const next = list === 'ready' ? any : list === '' || list === 'second_read' ? claim : null;
  if (next !== null) return claimPage({ id, number: next }, list === '' ? {} : { list });
  const has_more = list === 'second_read' || (list === '' && in_list > 0);
  return has_more ? url('second_read', { id }) : here;
}

/** What comes next, as long as that is where it leads. */
function sayNextIn(next: WaitsNext, sent: Read): string {
  const list = listOf(sent);
  if (list === '' || list === 'second_read') return ` ${sayNext(next)}`;
  return list === 'ready' ? ` ${sayNext({ claim: next.any, in_list: 0 })}` : '';
}

function handleOffers(routes: Router, pages: FormPages): void {
  handleForm(routes, 'claim_readiness', {
    page,
    // What a claim still wants before its second read is asked for by the form of its verdicts, as it is stored.
    name: 'verdicts',
    schema: offerForm,
    command: ({ ctx, params: { id, number }, value: { revision } }) => offerClaim(ctx, id, { number, revision }),
    fieldOf: (field) => field,
    notice: (_, { params: { number } }) => `Claim ${number} is waiting for its second read.`,
    reshow: (sent, { typed: _, ...refused }) => pages.claim(sent, refused),
  });
  handleForm(routes, 'claim_reopening', {
    page,
    name: 'reopening',
    schema: reopeningForm,
    command: ({ ctx, params: { id, number }, value: { reopening_reason: reason } }) =>
      reopenClaim(ctx, id, { number, reason }),
    notice: (is_new, { params: { number } }) =>
      is_new ? `Claim ${number} is reopened and in work.` : `Claim ${number} was reopened already.`,
    reshow: pages.claim,
  });
}

function handleReadings(routes: Router, pages: FormPages): void {
  handleForm(routes, 'claim_return', {
    page,
    name: 'return',
    schema: returnForm,
    command: async ({ ctx, params, value: { revision, return_line: line } }) => {
      const is_new = await returnClaim(ctx, params.id, { number: params.number, revision, line });
      return { is_new, next: await waitingAfter(ctx, params) };
    },
    notice: ({ is_new, next }, sent) =>
      `Claim ${sent.params.number} ${is_new ? 'goes back with your line' : 'was back already'}.${sayNextIn(next, sent)}`,
    redirect: ({ next }, sent) => nextPage(next, sent),
    reshow: pages.claim,
  });
  handleForm(routes, 'claim_closure', {
    page,
    name: 'closure',
    schema: closureForm,
    command: async ({ ctx, params, value: { revision } }) => {
      await closeClaim(ctx, params.id, { number: params.number, revision });
      return waitingAfter(ctx, params);
    },
    notice: (next, sent) => `Claim ${sent.params.number} is done.${sayNextIn(next, sent)}`,
    redirect: (next, sent) => nextPage(next, sent),
    reshow: pages.claim,
  });
}

function sayOutcome({ closed, left }: ListOutcome): string {
  const done = closed.length === 0 ? 'Nothing was initialled.' : `Done: ${closed.join(', ')}.`;
  return [done, ...left.map(({ number, why }) => `Claim ${number} ${why}.`)].join(' ');
}
