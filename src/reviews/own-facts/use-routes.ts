// HTTP routes for what the desk makes of answers on own facts: evidence, nothing, a note.
import { type Request, Router } from 'express';
import { handleForm } from '#src/http/handle-form.ts';
import { claimPage, url } from '#src/paths.ts';
import { factsUseForm } from './forms.ts';
import { dismissFactsUse, noteFactsAnswer, restoreFactsUse, takeFactsUse, type UsePlace } from './use-commands.ts';

type OfAnswer = { id: string; answer: string };

/** The buttons; sent from the claim, they lead back there. */
export function factsUseRoutes(): Router {
  const routes = Router();
  const page = ({ id }: { id: string }) => url('own_facts', { id });
  const at = ({ answer }: OfAnswer, { claim }: { claim: number }): UsePlace => ({ answer_id: answer, claim });
  const redirect = (
    _: unknown,
    { params: { id }, req, value: { claim } }: { params: OfAnswer; req: Request; value: { claim: number } },
  ) => (req.query.from === 'claim' ? claimPage({ id, number: claim }) : page({ id }));
  handleForm(routes, 'own_facts_taking', {
    page,
    schema: factsUseForm,
    command: ({ ctx, params, value }) => takeFactsUse(ctx, params.id, at(params, value)),
    notice: (_, { value: { claim } }) => `The answer is evidence of claim ${claim}.`,
    redirect,
  });
  handleForm(routes, 'own_facts_dismissal', {
    page,
    schema: factsUseForm,
    command: ({ ctx, params, value }) => dismissFactsUse(ctx, params.id, at(params, value)),
    notice: (_, { value: { claim } }) => `The answer is dismissed for claim ${claim}. The page of own facts keeps it.`,
    redirect,
  });
  handleForm(routes, 'own_facts_restoration', {
    page,
    schema: factsUseForm,
    command: ({ ctx, params, value }) => restoreFactsUse(ctx, params.id, at(params, value)),
    notice: (_, { value: { claim } }) => `The answer is offered for claim ${claim} again.`,
    redirect,
  });
  handleForm(routes, 'own_facts_noting', {
    page,
    command: ({ ctx, params: { id, answer } }) => noteFactsAnswer(ctx, id, answer),
  });
  return routes;
}
