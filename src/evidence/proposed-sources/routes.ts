// HTTP routes for the sources that a document proposes: taking, dismissing, proposing again.
import { Router } from 'express';
import type { Context } from '#src/context.ts';
import { oneOrCounted } from '#src/counted.ts';
import { handleForm } from '#src/http/handle-form.ts';
import { claimPage, url } from '#src/paths.ts';
import { namedInNotice } from '#src/sources/card/source.ts';
import { dismissProposedSource, type ProposedTaken, restoreProposedSource, tickProposedWords } from './commands.ts';
import { type Chosen, chosenForm } from './forms.ts';
import { takeProposedSource, takeProposedSources } from './take-commands.ts';

/** The forms on proposed sources, for people who are signed in. */
export function proposedSourceRoutes(): Router {
  const routes = Router();
  handleChosen(routes, 'proposed_source_taking', takeChosen);
  handleChosen(routes, 'proposed_source_dismissal', async (ctx, id, chosen) => {
    await dismissProposedSource(ctx, id, chosen);
    return 'Dismissed: the draft names this source, and the desk does not use it.';
  });
  handleChosen(routes, 'proposed_source_restoration', async (ctx, id, chosen) => {
    await restoreProposedSource(ctx, id, chosen);
    return 'It is suggested again.';
  });
  handleForm(routes, 'proposed_source_takings', {
    page: listUrl,
    command: ({ ctx, params }) => takeProposedSources(ctx, params.id),
    notice: sayAll,
  });
  return routes;
}

type OnChosen = 'proposed_source_taking' | 'proposed_source_dismissal' | 'proposed_source_restoration';

/** A button on one proposed source; its verb gives back the notice. */
function handleChosen(
  routes: Router,
  name: OnChosen,
  verb: (ctx: Context, id: string, chosen: Chosen) => Promise<string>,
): void {
  handleForm(routes, name, {
    page: listUrl,
    schema: chosenForm,
    command: ({ ctx, params, value }) => verb(ctx, params.id, value),
    notice: (said) => said,
    redirect: (_, { params, value }) => placeOf(params.id, value),
  });
}

function listUrl({ id }: { id: string }): string {
  return url('proposed_sources', { id });
}

async function takeChosen(ctx: Context, id: string, chosen: Chosen): Promise<string> {
  if (chosen.as === 'tick') {
    const { title, number } = await tickProposedWords(ctx, id, chosen);
    return `The words are ticked from ${namedInNotice(title)}, source ${number}.`;
  }
  const { claim_number, source, is_new_source } = await takeProposedSource(ctx, id, chosen);
  const card = is_new_source ? 'is added' : `was in the library as source ${source.number}, and is used`;
  return `${namedInNotice(source.title)} ${card} for claim ${claim_number}.`;
}

function sayAll(taken: ProposedTaken[]): string {
  if (taken.length === 0) return 'No open claim matches the words of an undecided source.';
  const claims = new Set(taken.map((one) => one.claim_number)).size;
  const fresh = taken.filter((one) => one.is_new_source).length;
  const sources = oneOrCounted(taken.length, 'One source is', 'sources are');
  const cards = fresh === 0 ? 'none is new to the library' : `${fresh} new in the library`;
  return `${sources} added, for ${oneOrCounted(claims, 'one claim', 'claims')}; ${cards}.`;
}

function placeOf(id: string, { in_hand, sentence }: Chosen): string {
  if (in_hand !== undefined) return `${claimPage({ id, number: in_hand })}#claim`;
  return sentence !== undefined ? url('sentence', { id, number: sentence }) : listUrl({ id });
}
