// HTTP routes for publications: to whom reports of an article were sent.
import { Router } from 'express';
import { articleFor } from '#src/articles/addressed-article.ts';
import { handleForm } from '#src/http/handle-form.ts';
import { url } from '#src/paths.ts';
import { notePublicationOf, withdrawPublication } from '../handed-out/commands.ts';
import { publicationForm } from '../handed-out/forms.ts';
import { sendReports } from './render-reports.ts';

export function publicationRoutes(): Router {
  const routes = Router();
  const page = ({ id }: { id: string }) => url('reports', { id });
  handleForm(routes, 'publications', {
    page,
    name: 'publication',
    load: articleFor('note_publications'),
    schema: publicationForm,
    command: ({ ctx, found, value: { report, ...sent } }) =>
      notePublicationOf(ctx, { article_id: found.id, number: report }, sent),
    notice: (_, { value: { report, to_whom } }) => `${to_whom} is added as a recipient of report ${report}.`,
    redirect: (_, { params }) => `${page(params)}#handed-out`,
    reshow: sendReports,
  });
  handleForm(routes, 'publication_withdrawal', {
    page,
    load: articleFor('note_publications'),
    command: ({ ctx, found, params: { publication } }) =>
      withdrawPublication(ctx, { article_id: found.id, id: publication }),
    notice: 'The recipient is removed from the list. The log keeps a record.',
    redirect: (_, { params }) => `${page(params)}#handed-out`,
  });
  return routes;
}
