// HTTP routes for putting a name among the accused, or dismissing a proposed one.
import { Router } from 'express';
import { articleFor } from '#src/articles/addressed-article.ts';
import { handleForm } from '#src/http/handle-form.ts';
import { url } from '#src/paths.ts';
import { accusedForm, accusedIn, proposedAccusedForm } from '../forms.ts';
import { sendContacts } from '../render-contacts.ts';
import { markAccused } from './commands.ts';
import { dismissAccused, restoreProposed } from './dismissal-commands.ts';

/** All four stand on the list of contacts. */
export function proposedAccusedRoutes(): Router {
  const routes = Router();
  handleMarking(routes, 'accused_list');
  handleMarking(routes, 'proposed_accused_taking');
  handleProposed(routes);
  return routes;
}

function listUrl({ id }: { id: string }): string {
  return url('contacts', { id });
}

function handleMarking(routes: Router, path: 'accused_list' | 'proposed_accused_taking'): void {
  handleForm(routes, path, {
    page: listUrl,
    name: 'accused',
    load: articleFor('note_contacts'),
    schema: accusedForm,
    command: ({ ctx, params, value }) => markAccused(ctx, params.id, accusedIn(value)),
    notice: ({ is_new }, { value: { name } }) => `${name} is among the accused${is_new ? '' : ' already'}.`,
    reshow: sendContacts,
  });
}

function handleProposed(routes: Router): void {
  handleForm(routes, 'proposed_accused_dismissal', {
    page: listUrl,
    name: 'proposed',
    load: articleFor('note_contacts'),
    schema: proposedAccusedForm,
    command: ({ ctx, params, value }) => dismissAccused(ctx, params.id, value.name),
    notice: (_, { value: { name } }) => `${name} is no longer suggested.`,
    reshow: sendContacts,
  });
  handleForm(routes, 'proposed_accused_restoration', {
    page: listUrl,
    name: 'proposed',
    load: articleFor('note_contacts'),
    schema: proposedAccusedForm,
    command: ({ ctx, params, value }) => restoreProposed(ctx, params.id, value.name),
    notice: (_, { value: { name } }) => `${name} is suggested again, as long as a claim that accuses names it.`,
    reshow: sendContacts,
  });
}
