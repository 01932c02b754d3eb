// HTTP routes for suggestions: taking, dismissing, suggesting again.
import { Router } from 'express';
import { handleForm } from '#src/http/handle-form.ts';
import { claimPage, url } from '#src/paths.ts';
import type { FormPages } from '../form-hooks.ts';
import type { FirstVerdict } from '../marking/first-verdict.ts';
import { outcomeOfVerdict, WAITS } from '../marking/readiness.ts';
import { addressOf } from '../return-to.ts';
import { takeSuggestion, takeSuggestions } from './commands.ts';
import { dismissSuggestion, restoreSuggestion } from './dismiss-commands.ts';
import { chosenForm, takingsForm } from './forms.ts';

/** All forms on suggestions. */
export function suggestionRoutes(pages: FormPages): Router {
  const routes = Router();
  handleTaking(routes, pages);
  handleForm(routes, 'suggestion_takings', {
    page,
    name: 'takings',
    schema: takingsForm,
    command: ({ ctx, params: { id }, value: { above } }) => takeSuggestions(ctx, id, { above: above / 100 }),
    notice: sayTaken,
    redirect: (numbers, { params: { id }, value: { above, order } }) =>
      url('claims', { id }, numbers.length > 0 ? {} : { list: 'suggested', above, order }),
    reshow: pages.suggestions,
  });
  handleForm(routes, 'suggestion_dismissal', {
    page,
    name: 'dismissal',
    schema: chosenForm,
    command: ({ ctx, params: { id }, value }) => dismissSuggestion(ctx, id, value),
    notice: 'Dismissed: it is no longer suggested in this version.',
    redirect: (_, { params: { id }, value }) => addressOf(id, value),
    reshow: pages.text,
  });
  handleForm(routes, 'suggestion_restoration', {
    page,
    name: 'restoration',
    schema: chosenForm,
    command: ({ ctx, params: { id }, value }) => restoreSuggestion(ctx, id, value),
    notice: 'It is suggested again.',
    redirect: (_, { params: { id }, value }) => addressOf(id, value),
    reshow: pages.text,
  });
  return routes;
}

function page({ id }: { id: string }): string {
  return url('claims', { id }, { list: 'suggested' });
}

function handleTaking(routes: Router, pages: FormPages): void {
  handleForm(routes, 'suggestion_taking', {
    page,
    name: 'taking',
    schema: chosenForm,
    command: async ({ ctx, params: { id }, value }) => {
      const { number, is_new } = await takeSuggestion(ctx, id, value);
      return { number, is_new, outcome: await outcomeOfVerdict(ctx, id, { number, ...value }) };
    },
    notice: ({ number, is_new, outcome }) => {
      const taken = is_new
        ? `Claim ${number} is marked as it was suggested.`
        : `These words are already claim ${number}.`;
      return `${taken} ${outcome}`.trim();
    },
    // Of a claim that still wants something the verdict goes on beside the text, not in the list of suggestions.
    redirect: ({ number, outcome }, { params: { id }, value }) =>
      isAnswered(value) && outcome !== WAITS ? claimPage({ id, number }) : addressOf(id, { ...value, in_hand: number }),
    reshow: pages.text,
  });
}

function sayTaken(numbers: number[]): string {
  if (numbers.length === 0) return 'Nothing reaches this score, so nothing was added.';
  const [first, last] = [numbers[0], numbers.at(-1)];
  return first === last
    ? `Claim ${first} is marked as it was suggested.`
    : `${numbers.length} claims are marked as they were suggested: ${first} to ${last}.`;
}

function isAnswered({ content_verdict, attribution_verdict }: FirstVerdict): boolean {
  return !!content_verdict || !!attribution_verdict;
}
