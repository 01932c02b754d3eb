// HTTP route for taking one's own last deed back.
import { Router } from 'express';
import { handleForm } from '#src/http/handle-form.ts';
import { url } from '#src/paths.ts';
import { addressOf } from '../return-to.ts';
import { type Later, undoLast } from './commands.ts';
import { undoForm } from './forms.ts';

/** The one button: its reader stays where they were, or comes to the claim whose verdict was taken back. */
export function undoRoutes(later: Later): Router {
  const routes = Router();
  handleForm(routes, 'undo', {
    page: ({ id }) => url('article', { id }),
    schema: undoForm,
    command: ({ ctx, params: { id } }) => undoLast(ctx, id, later),
    notice: ({ said }) => said,
    redirect: ({ claim }, { params: { id }, value }) =>
      addressOf(id, { ...value, ...(claim === null ? {} : { in_hand: claim, above: undefined, sentence: undefined }) }),
  });
  return routes;
}
