// HTTP routes for fixes: the list with its form, the writer's word, the decision.
import { Router } from 'express';
import type { FormPages } from '#src/claims/form-hooks.ts';
import { addressOf } from '#src/claims/return-to.ts';
import { handleForm } from '#src/http/handle-form.ts';
import { claimPage, paths, url } from '#src/paths.ts';
import { decisionForm, fixForm, selectionIn, writerWordForm } from '../forms.ts';
import { sendFixes } from '../render-reviews.ts';
import { askFix, clearFix, decideFix, noteWriterWord } from './commands.ts';

/** The page and the forms of fixes. */
export function fixRoutes(pages: FormPages): Router {
  const routes = Router();
  routes.get(paths.fixes, (req, res) => sendFixes(req, res));
  handleForm(routes, 'fixes', {
    name: 'ask',
    schema: fixForm,
    command: ({
      ctx,
      params: { id },
      value: { claim: number, old_words, new_words, fix_reason, send_anyway, ...at },
    }) =>
      askFix(ctx, id, { number, selection: selectionIn(at), old_words, new_words, reason: fix_reason, send_anyway }),
    notice: 'The fix is proposed.',
    redirect: (_, { params: { id }, value }) =>
      value.from_text ? addressOf(id, { ...value, sentence: undefined }) : page({ id }),
    reshow: ({ req, res }, refused) => sendFixes(req, res, refused),
  });
  handleForm(routes, 'claim_fixes', {
    page: claimPage,
    name: 'fixes',
    schema: fixForm,
    command: ({ ctx, params: { id, number }, value: { old_words, new_words, fix_reason: reason, send_anyway } }) =>
      askFix(ctx, id, { number, old_words, new_words, reason, send_anyway }),
    notice: 'The fix is proposed.',
    reshow: pages.claim,
  });
  handleDecisions(routes);
  return routes;
}

type OfFix = { id: string; fix: string };

function page({ id }: { id: string }): string {
  return url('fixes', { id });
}

/** Each fix has forms of its own on the page: they are told apart by its id. */
function handleDecisions(routes: Router): void {
  handleForm(routes, 'fix_decision', {
    page,
    name: ({ fix }: OfFix) => `decision-${fix}`,
    schema: decisionForm,
    command: ({ ctx, params: { id, fix: fix_id }, value: { decision, decision_line: line, revision } }) =>
      decideFix(ctx, id, { fix_id, decision, line, revision }),
    notice: (_, { value: { decision } }) => (decision === 'agreed' ? 'The fix is agreed.' : 'The fix is refused.'),
    reshow: ({ req, res }, refused) => sendFixes(req, res, refused),
  });
  handleForm(routes, 'fix_writer_word', {
    page,
    name: ({ fix }: OfFix) => `word-${fix}`,
    schema: writerWordForm,
    command: ({ ctx, params: { id, fix: fix_id }, value }) =>
      noteWriterWord(ctx, id, { ...value, name: 'the writer', fix_id }),
    notice: 'The writer’s view is saved. The editor decides.',
    reshow: ({ req, res }, refused) => sendFixes(req, res, refused),
  });
  handleForm(routes, 'fix_clearance', {
    page,
    command: ({ ctx, params: { id, fix } }) => clearFix(ctx, id, fix),
    notice: 'The writer can now read this fix.',
  });
}
