// HTTP routes for the library as a file.
import { type Request, Router } from 'express';
import type { Context } from '#src/context.ts';
import { Forbidden, NotFound } from '#src/errors.ts';
import { handleForm } from '#src/http/handle-form.ts';
import { sendFile } from '#src/http/send-file.ts';
import { paths } from '#src/paths.ts';
import { listDesksOf } from '#src/people/desk-store.ts';
import { may, refusalOf } from '#src/people/permissions.ts';
import { librarySearchIn } from '../library/search.ts';
import { SOURCE_FORMATS } from '../library/source-formats.ts';
import { type ExportAsked, exportSources, exportWithConfidential } from './export-commands.ts';

/** The files, by a GET without what is confidential, and by a button with it. */
export function exportRoutes(): Router {
  const routes = Router();
  routes.get(paths.sources_file, async (req: Request<{ format: string }>, res) => {
    const { ctx } = res.locals;
    const { asked } = await askedIn(ctx, req.params.format, req.query);
    await sendFile(res, await exportSources(ctx, asked), 'no-store');
  });
  // A post, because the log keeps that the confidential ones were taken along.
  handleForm(routes, 'sources_file', {
    load: ({ ctx, params, req }) => askedIn(ctx, params.format, req.query),
    command: async ({ ctx, found: { asked, keeps } }) => {
      if (!keeps) throw new Forbidden(refusalOf('export_confidential'));
      return exportWithConfidential(ctx, asked);
    },
    answer: (file, { res }) => sendFile(res, file, 'no-store'),
  });
  return routes;
}

async function askedIn(
  ctx: Context,
  wanted: string,
  query: Request['query'],
): Promise<{ asked: ExportAsked; keeps: boolean }> {
  const format = SOURCE_FORMATS.find((one) => one === wanted);
  if (format === undefined) throw new NotFound();
  const search = librarySearchIn(query);
  const desks = await listDesksOf(ctx);
  const desk = desks.find((one) => one.slug === search.desk);
  if (search.desk !== '' && desk === undefined) throw new NotFound();
  const keeps = (desk === undefined ? desks : [desk]).some(({ role }) => may(role, 'export_confidential'));
  return { asked: { format, search: { ...search, desk_id: desk?.id } }, keeps };
}
