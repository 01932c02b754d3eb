// HTTP routes for noting that a source derives from another, and taking it back.
import { Router } from 'express';
import { handleForm } from '#src/http/handle-form.ts';
import { url } from '#src/paths.ts';
import { assertMay } from '#src/people/permissions.ts';
import { getSource } from '../card/store.ts';
import type { SourceHooks } from '../hooks.ts';
import { sendSource } from '../render-source.ts';
import { noteDerivation, removeDerivation } from './commands.ts';
import { derivationForm } from './forms.ts';

/** The form, which stands on the card of the source, and the button that takes it back. */
export function derivationRoutes(hooks: Pick<SourceHooks, 'usesOf'>): Router {
  const routes = Router();
  handleForm(routes, 'source_derivation', {
    page: placeOfOrigins,
    name: 'derivation',
    load: async ({ ctx, params }) => {
      const source = await getSource(ctx, params.number);
      assertMay(source.role, 'keep_sources');
      return source;
    },
    schema: derivationForm,
    command: ({ ctx, found, value }) => noteDerivation(ctx, found.number, value),
    notice: 'The original source is saved. Claims count the two as one first source.',
    redirect: (_, { found }) => placeOfOrigins(found),
    reshow: ({ res, found }, refused) => sendSource(res, found, { ...hooks, refused }),
  });
  handleForm(routes, 'source_derivation_removal', {
    page: placeOfOrigins,
    load: ({ ctx, params }) => getSource(ctx, params.number),
    command: ({ ctx, found }) => removeDerivation(ctx, found.number),
    notice: 'The original source is removed. Claims count this as an independent source again.',
    redirect: (_, { found }) => placeOfOrigins(found),
  });
  return routes;
}

function placeOfOrigins({ number }: { number: number | string }): string {
  return `${url('source', { number })}#origins`;
}
