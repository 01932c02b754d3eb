// HTTP routes for importing lists of sources: the form, the preview, what is taken.
import { type Request, type Response, Router } from 'express';
import type { z } from 'zod';
import type { Context } from '#src/context.ts';
import { RuleBroken } from '#src/errors.ts';
import { fileIn } from '#src/http/file-sent.ts';
import type { RefusedForm } from '#src/http/form.ts';
import { handleForm } from '#src/http/handle-form.ts';
import { renderPage } from '#src/http/render.ts';
import { paths, url } from '#src/paths.ts';
import { getDeskBySlug } from '#src/people/desk-store.ts';
import { assertMay } from '#src/people/permissions.ts';
import { cleanLine } from '#src/text-fields.ts';
import { desksToKeep } from '../card/desks-to-keep.ts';
import type { SourceHooks } from '../hooks.ts';
import type { Entry } from './entry.ts';
import { exportRoutes } from './export-routes.ts';
import { planImport, takeImport } from './import-commands.ts';
import { importPage } from './import-form-view.ts';
import { type Brought, readBroughtForm, readTakingForm, type takingForm } from './import-forms.ts';
import { Look, lookIn, type Shown } from './import-look.ts';
import { lookPage, sayTaken } from './import-view.ts';
import { readSourcesFile } from './read-file.ts';
import { getStagedImport, hashOfBytes, type StagedImport, stageImport } from './staged.ts';

/** To be mounted before the cards: "import" is no number of one. */
export function formatRoutes({ onRetracted }: Pick<SourceHooks, 'onRetracted'>): Router {
  const routes = Router();
  routes.use(exportRoutes());
  routes.get(paths.source_import, showImport);
  handleForm(routes, 'source_import', {
    load: ({ ctx }) => desksToKeep(ctx),
    read: ({ req }) => readBroughtForm(req.body, fileIn(req)),
    command: ({ ctx, value }) => stageBrought(ctx, value),
    redirect: (id) => url('source_import_look', { id }),
    reshow: ({ res, found }, refused) => {
      const page = importPage(found, String(refused.typed.desk ?? ''), refused);
      renderPage(res, 'sources/import', page, { status: refused.status });
    },
  });
  routes.get(paths.source_import_look, showLook);
  handleForm(routes, 'source_import_look', {
    load: ({ ctx, params }) => stagedFor(ctx, params.id),
    read: ({ req }) => readTakingForm(req.body),
    command: ({ ctx, found, value }) => takeStaged(ctx, found, { ...value, onRetracted }),
    fieldOf: (field) => (field === 'fill' ? field : ''),
    notice: ({ taken }) => sayTaken(taken),
    redirect: ({ is_more }, { found: { file } }) =>
      is_more ? url('source_import_look', { id: file.id }) : url('sources', {}, { desk: file.desk_slug }),
    reshow: ({ req, res, found }, refused) => sendLook(req, res, found, refused),
  });
  return routes;
}

async function showImport(req: Request, res: Response): Promise<void> {
  const desks = await desksToKeep(res.locals.ctx);
  renderPage(res, 'sources/import', importPage(desks, String(req.query.desk ?? '')));
}

/** Reads the list and keeps it for the look; the id of the look. What is wrong with a list is wrong with the field it came by. */
async function stageBrought(ctx: Context, { desk: slug, given, field }: Brought): Promise<string> {
  const desk = await getDeskBySlug(ctx, slug);
  assertMay(desk.role, 'keep_sources');
  try {
    const sha256 = hashOfBytes(given.bytes);
    const read = await readSourcesFile(given);
    const { format, remarks, columns } = read;
    const head = { name: cleanLine(given.name).slice(0, 200), sha256, format, remarks, columns };
    return await stageImport(ctx, desk.id, { ...read, head });
  } catch (error) {
    throw error instanceof RuleBroken ? new RuleBroken(error.message, field) : error;
  }
}

async function showLook(req: Request<{ id: string }>, res: Response): Promise<void> {
  await sendLook(req as Request, res, await stagedFor(res.locals.ctx, req.params.id));
}

async function takeStaged(
  ctx: Context,
  staged: StagedImport,
  { take, entry, fill, onRetracted }: z.infer<typeof takingForm> & Pick<SourceHooks, 'onRetracted'>,
) {
  const { name, sha256, format } = staged.head;
  const is_part = take === 'ticked';
  const taken = await takeImport(ctx, staged.file.desk_slug, {
    entries: await entriesOf(staged),
    only: is_part ? new Set(entry) : undefined,
    fill: fill || is_part,
    file: { name, sha256, format },
    onRetracted,
  });
  const is_more = is_part && (await lookOver(ctx, staged, { show: 'new', page: 1 })).counts.new > 0;
  return { taken, is_more };
}

async function entriesOf(staged: StagedImport): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const piece of staged.entries()) entries.push(...piece);
  return entries;
}

/** The actor's own list that waits, at a desk whose library they still keep. */
async function stagedFor(ctx: Context, id: string): Promise<StagedImport> {
  const staged = await getStagedImport(ctx, id);
  assertMay(staged.file.role, 'keep_sources');
  return staged;
}

async function lookOver(ctx: Context, staged: StagedImport, at: { show: Shown; page: number }): Promise<Look> {
  const look = new Look(at.show, at.page);
  for await (const piece of planImport(ctx, staged.file.desk_id, staged.entries()))
    for (const planned of piece) look.add(planned);
  return look;
}

async function sendLook(req: Request, res: Response, staged: StagedImport, refused?: RefusedForm): Promise<void> {
  const { ctx } = res.locals;
  const { show: wanted, page } = lookIn(req.query);
  const first = await lookOver(ctx, staged, { show: wanted || 'new', page });
  const show = wanted || (first.counts.new > 0 ? 'new' : 'all');
  const look = show === (wanted || 'new') ? first : await lookOver(ctx, staged, { show, page });
  const model = lookPage(staged, { show, page, look, refused });
  renderPage(res, 'sources/import-look', model, { status: refused?.status });
}
