// HTTP routes for the cards of sources.
import { type Request, type Response, Router } from 'express';
import { handleForm } from '#src/http/handle-form.ts';
import { notice } from '#src/http/notice.ts';
import { renderPage } from '#src/http/render.ts';
import { paths, url } from '#src/paths.ts';
import { assertMay } from '#src/people/permissions.ts';
import { cleanLine } from '#src/text-fields.ts';
import { changeSource } from '../change-commands.ts';
import { addSource, type SourceKept } from '../commands.ts';
import { cardIn, detailsIn, newSourceForm, sourceForm } from '../forms.ts';
import type { SourceHooks } from '../hooks.ts';
import { sendSource } from '../render-source.ts';
import { desksToKeep } from './desks-to-keep.ts';
import { newSourcePage } from './new-source-view.ts';
import { namedInNotice } from './source.ts';
import { getSource } from './store.ts';

/** The pages and forms, for people who are signed in. */
export function cardRoutes(hooks: Pick<SourceHooks, 'usesOf' | 'onRetracted'>): Router {
  const routes = Router();
  routes.get(paths.source_new, showNewSource);
  // The form stands on the page of a new source; a GET of its address is the list.
  handleForm(routes, 'sources', {
    load: ({ ctx }) => desksToKeep(ctx),
    schema: newSourceForm,
    command: ({ ctx, value }) => {
      const { desk, source_line } = value;
      return addSource(ctx, { desk, source_line, ...detailsIn(value) });
    },
    notice: sayKept,
    redirect: ({ source: { number } }) => url('source', { number }),
    reshow: ({ res, found }, refused) => {
      const page = newSourcePage(found, { desk: String(refused.typed.desk ?? '') }, refused);
      renderPage(res, 'sources/new-source', page, { status: refused.status });
    },
  });
  routes.get(paths.source, (req: Request<{ number: string }>, res) => showSource(hooks, req, res));
  handleForm(routes, 'source', {
    load: async ({ ctx, params }) => {
      const source = await getSource(ctx, params.number);
      assertMay(source.role, 'keep_sources');
      return source;
    },
    schema: sourceForm,
    command: ({ ctx, found, value }) => changeSource(ctx, found.number, cardIn(value), hooks.onRetracted),
    notice: 'The source is saved.',
    redirect: (_, { found: { number } }) => url('source', { number }),
    reshow: ({ res, found }, refused) => sendSource(res, found, { ...hooks, refused }),
  });
  return routes;
}

async function showNewSource(req: Request, res: Response): Promise<void> {
  const desks = await desksToKeep(res.locals.ctx);
  renderPage(res, 'sources/new-source', newSourcePage(desks, { desk: asked(req, 'desk'), line: asked(req, 'line') }));
}

async function showSource(
  hooks: Pick<SourceHooks, 'usesOf' | 'onRetracted'>,
  req: Request<{ number: string }>,
  res: Response,
): Promise<void> {
  const source = await getSource(res.locals.ctx, req.params.number);
  if (String(source.number) === req.params.number) return sendSource(res, source, hooks);
  notice(req as Request, `Source ${req.params.number} was merged into source ${source.number}.`);
  res.redirect(303, url('source', { number: source.number }));
}

function sayKept({ source, is_new }: SourceKept): string {
  return is_new
    ? `${namedInNotice(source.title)} is in the library.`
    : `The library had it already: it is source ${source.number}. Nothing was added.`;
}

function asked(req: Request, name: string): string {
  const value = req.query[name];
  return typeof value === 'string' ? cleanLine(value).slice(0, 2000) : '';
}
