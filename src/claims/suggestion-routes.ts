// The posts on what the program proposes. Each leads back to where the reader was, or to the claim that was made.
import { type Request, Router } from 'express';
import { readForm } from '#src/http/form.ts';
import { notice } from '#src/http/render.ts';
import { paths, url } from '#src/paths.ts';
import type { FirstVerdict } from './first-verdict.ts';
import { addressOf } from './reader-place.ts';
import { outcomeOfVerdict, WAITS } from './readiness.ts';
import { type ShowAgain, showingAgain } from './show-again.ts';
import { dismissSuggestion, restoreSuggestion, takeSuggestion, takeSuggestions } from './suggestion-commands.ts';
import { chosenForm, takingsForm } from './suggestion-forms.ts';

/** All posts on proposals; `showAgain` sends the page of a form that could not be taken. */
export function suggestionRoutes({ showAgain }: { showAgain: ShowAgain }): Router {
  const routes = Router();
  const again = (handler: Parameters<typeof showingAgain>[1]) => showingAgain(showAgain, handler);

  routes.post(
    paths.suggestion_taking,
    again(async (req, res) => {
      const form = readForm(chosenForm, req.body);
      if (!form.ok) return form;
      const id = idOf(req);
      const { ctx } = res.locals;
      const { number, is_new } = await takeSuggestion(ctx, id, form.value);
      const taken = is_new
        ? `Claim ${number} is marked as it was proposed.`
        : `These words are claim ${number} already.`;
      const outcome = await outcomeOfVerdict(ctx, id, { number, ...form.value });
      notice(req, `${taken} ${outcome}`.trim());
      // Of a claim that still wants something the verdict goes on beside the text, not in the list of proposals.
      const is_unfinished = isAnswered(form.value) && outcome !== WAITS;
      res.redirect(
        303,
        is_unfinished ? url('claim', { id, number }) : addressOf(id, { ...form.value, in_hand: number }),
      );
    }),
  );

  routes.post(
    paths.suggestion_takings,
    again(async (req, res) => {
      const form = readForm(takingsForm, req.body);
      if (!form.ok) return form;
      const id = idOf(req);
      const { above, order } = form.value;
      const numbers = await takeSuggestions(res.locals.ctx, id, { above: above / 100 });
      notice(req, sayTaken(numbers));
      res.redirect(303, url('claims', { id }, numbers.length > 0 ? {} : { list: 'proposed', above, order }));
    }),
  );

  routes.post(
    paths.suggestion_dismissal,
    again(async (req, res) => {
      const form = readForm(chosenForm, req.body);
      if (!form.ok) return form;
      const id = idOf(req);
      await dismissSuggestion(res.locals.ctx, id, form.value);
      notice(req, 'Dismissed: it is proposed no more in this version.');
      res.redirect(303, addressOf(id, form.value));
    }),
  );

  routes.post(
    paths.suggestion_restoration,
    again(async (req, res) => {
      const form = readForm(chosenForm, req.body);
      if (!form.ok) return form;
      const id = idOf(req);
      await restoreSuggestion(res.locals.ctx, id, form.value);
      notice(req, 'It is proposed again.');
      res.redirect(303, addressOf(id, form.value));
    }),
  );

  return routes;
}

function sayTaken(numbers: number[]): string {
  if (numbers.length === 0) return 'Nothing is proposed from this line up, so nothing was taken.';
  const [first, last] = [numbers[0], numbers.at(-1)];
  return first === last
    ? `Claim ${first} is marked as it was proposed.`
    : `${numbers.length} claims are marked as they were proposed: ${first} to ${last}.`;
}

function isAnswered({ content_verdict, attribution_verdict }: FirstVerdict): boolean {
  return !!content_verdict || !!attribution_verdict;
}

function idOf(req: Request): string {
  return String(req.params.id);
}
