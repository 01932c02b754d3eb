// HTTP routes for putting an article away and bringing it back.
import { Router } from 'express';
import { handleForm } from '#src/http/handle-form.ts';
import { url } from '#src/paths.ts';
import { putAwayForm } from './forms.ts';
import { bringArticleBack, putArticleAway, type StillDue } from './put-away-commands.ts';

/** `still_due` says what forbids to put an article away: a later subject's to know. */
export function putAwayRoutes({ still_due }: { still_due: StillDue }): Router {
  const routes = Router();
  const page = ({ id }: { id: string }) => `${url('article_details', { id })}#put-away`;
  handleForm(routes, 'article_putting_away', {
    page,
    schema: putAwayForm,
    command: ({ ctx, params: { id }, value }) => putArticleAway(ctx, id, { ...value, still_due }),
    notice: ({ title }) => `“${title}” is put away. It is found under Articles, State: Archive.`,
    redirect: () => url('articles'),
  });
  handleForm(routes, 'article_bringing_back', {
    page,
    command: ({ ctx, params: { id } }) => bringArticleBack(ctx, id),
    notice: 'The article is back among those in work.',
    redirect: ({ number }) => url('article', { id: number }),
  });
  return routes;
}
