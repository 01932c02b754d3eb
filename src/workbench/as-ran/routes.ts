// HTTP routes for the text that ran: its page, pasting, fetching, initials, and taking it as a version.
import { type Response, Router } from 'express';
import { articleFor } from '#src/articles/addressed-article.ts';
import { bringAsRan, initialAsRan } from '#src/articles/as-ran/commands.ts';
import { askForAsRan } from '#src/articles/as-ran/fetch-commands.ts';
import { initialsForm, readAsRanForm, takingForm } from '#src/articles/as-ran/forms.ts';
import { sendArticlePage } from '#src/articles/render-article-page.ts';
import { getArticle } from '#src/articles/store.ts';
import { takeAsRan } from '#src/claims/revision/as-ran-commands.ts';
import type { OnRevised } from '#src/claims/revision/hooks.ts';
import type { Context } from '#src/context.ts';
import type { RefusedForm } from '#src/http/form.ts';
import { handleForm } from '#src/http/handle-form.ts';
import { renderPage } from '#src/http/render.ts';
import { paths, url } from '#src/paths.ts';
import { asRanPage } from './page.ts';

/** The page and its forms, for people who are signed in; `on_revised` is what later subjects do with a version. */
export function asRanRoutes({ on_revised }: { on_revised: readonly OnRevised[] }): Router {
  const routes = Router();
  routes.get(paths.as_ran, (req, res) => sendArticlePage(req, res, { view: 'workbench/as-ran', page: asRanPage }));
  handleBringing(routes);
  handleDeciding(routes, on_revised);
  return routes;
}

function handleBringing(routes: Router): void {
  handleForm(routes, 'as_ran', {
    name: 'as-ran',
    load: articleFor('bring_as_ran'),
    read: ({ req }) => readAsRanForm(req.body),
    command: ({ ctx, params: { id }, value }) => bringAsRan(ctx, id, value),
    notice: 'The text that ran is added, beside the version that was checked.',
    reshow: sendAgain,
  });
  handleForm(routes, 'as_ran_fetching', {
    page,
    load: articleFor('bring_as_ran'),
    command: ({ ctx, params: { id } }) => askForAsRan(ctx, id),
    redirect: (job) => url('job', { id: job }),
  });
}

/** The same, or the next version: what an editor says of the two texts. */
function handleDeciding(routes: Router, on_revised: readonly OnRevised[]): void {
  handleForm(routes, 'as_ran_initials', {
    page,
    name: 'initials',
    load: articleFor('bring_as_ran'),
    schema: initialsForm,
    command: ({ ctx, params: { id }, value }) => initialAsRan(ctx, id, value),
    notice: (_, { value }) => `Version ${value.version} is initialled as the text that ran.`,
    reshow: sendAgain,
  });
  handleForm(routes, 'as_ran_version', {
    page,
    load: articleFor('bring_as_ran'),
    schema: takingForm,
    command: ({ ctx, params: { id }, value }) => takeAsRan(ctx, id, { ...value, on_revised }),
    notice: ({ number, said }) =>
      [`Version ${number} is the text that ran, and is initialled as that.`, ...said].join(' '),
    redirect: ({ number }, { params: { id } }) => url('version_changes', { id, number }),
  });
}

function page({ id }: { id: string }): string {
  return url('as_ran', { id });
}

async function sendAgain(
  { ctx, params, res }: { ctx: Context; params: { id: string }; res: Response },
  refused: RefusedForm,
): Promise<void> {
  const model = await asRanPage(ctx, await getArticle(ctx, params.id));
  renderPage(res, 'workbench/as-ran', { ...model, ...refused }, { status: refused.status });
}
