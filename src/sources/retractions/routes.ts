// HTTP routes for lists of retracted papers: all of them, one, bringing one, removing one.
import { type Request, type Response, Router } from 'express';
import { fileIn } from '#src/http/file-sent.ts';
import type { RefusedForm } from '#src/http/form.ts';
import { handleForm } from '#src/http/handle-form.ts';
import { renderPage } from '#src/http/render.ts';
import { paths, url } from '#src/paths.ts';
import { assertMay } from '#src/people/permissions.ts';
import type { SourceHooks } from '../hooks.ts';
import { removeList } from './commands.ts';
import { readListForm } from './forms.ts';
import { bringList } from './import-commands.ts';
import { listPage, listsPage } from './page.ts';
import { getList } from './store.ts';

/** To be mounted before the cards: "retractions" is no number of one. */
export function retractionRoutes({ onListRemoved }: Pick<SourceHooks, 'onListRemoved'>): Router {
  const routes = Router();
  routes.get(paths.retractions, (_req, res) => showLists(res));
  handleForm(routes, 'retractions', {
    read: ({ req }) => readListForm(req.body, fileIn(req)),
    command: ({ ctx, value }) => bringList(ctx, value.desk, value),
    fieldOf: (field) => (field === 'name' || field === 'file' || field === 'text' ? field : ''),
    redirect: (id) => url('job', { id }),
    reshow: ({ res }, refused) => showLists(res, refused),
  });
  routes.get(paths.retraction_list, async (req: Request<{ list: string }>, res) => {
    renderPage(res, 'sources/retraction-list', await listPage(res.locals.ctx, req.params.list));
  });
  handleForm(routes, 'retraction_list_removal', {
    page: (params) => url('retraction_list', params),
    load: async ({ ctx, params }) => {
      const list = await getList(ctx, params.list);
      assertMay(list.role, 'keep_retraction_lists');
      return list;
    },
    command: ({ ctx, found }) => removeList(ctx, found.number, onListRemoved),
    notice: ({ name }) => `“${name}” is removed: it no longer marks any source.`,
    redirect: () => url('retractions'),
  });
  return routes;
}

async function showLists(res: Response, refused?: RefusedForm): Promise<void> {
  const limit = res.app.get('upload limit') as number;
  const page = await listsPage(res.locals.ctx, { limit, wanted: String(refused?.typed?.desk ?? '') });
  renderPage(res, 'sources/retractions', { ...page, ...refused }, { status: refused?.status });
}
