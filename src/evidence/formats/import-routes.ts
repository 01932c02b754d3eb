// What answers where lists of sources are brought in: the form, the look, the taking.
import { type Request, type Response, Router } from 'express';
import { Forbidden, RuleBroken } from '#src/errors.ts';
import { readForm, typedAgain } from '#src/http/form.ts';
import { notice, renderPage } from '#src/http/render.ts';
import { paths, url } from '#src/paths.ts';
import { type DeskFound, getDeskBySlug, listDesksOf } from '#src/people/desk-store.ts';
import { assertMay, may } from '#src/people/permissions.ts';
import { cleanLine } from '#src/text-fields.ts';
import type { FailedForm } from '../forms.ts';
import type { Entry } from './entry.ts';
import { sendSourcesFile, sendWithConfidential } from './export-routes.ts';
import { planImport, takeImport } from './import-commands.ts';
import { type FileReceived, readBroughtForm, takingForm } from './import-forms.ts';
import { importPage, Look, lookIn, lookPage, type Shown, sayTaken } from './import-pages.ts';
import { readSourcesFile } from './read-file.ts';
import { getStagedImport, hashOfBytes, type StagedImport, stageImport } from './staged.ts';

/** To be mounted before the cards: "import" is no number of one. */
export function formatRoutes(): Router {
  const router = Router();
  router.get(paths.sources_file, sendSourcesFile);
  router.post(paths.sources_file, sendWithConfidential);
  router.get(paths.source_import, showImport);
  router.post(paths.source_import, receiveImport);
  router.get(paths.source_import_look, showLook);
  router.post(paths.source_import_look, receiveTaking);
  return router;
}

async function showImport(req: Request, res: Response): Promise<void> {
  const desks = await desksToKeep(res);
  renderPage(res, 'evidence/import', importPage(desks, String(req.query.desk ?? '')));
}

async function receiveImport(req: Request, res: Response): Promise<void> {
  const desks = await desksToKeep(res);
  const again = (failed: FailedForm) =>
    renderPage(res, 'evidence/import', importPage(desks, String(failed.typed.desk ?? ''), failed), { status: 422 });
  const form = readBroughtForm(req.body, fileIn(req));
  if (!form.ok) return again(form);
  const { ctx } = res.locals;
  const { desk: slug, given } = form.value;
  const desk = await getDeskBySlug(ctx, slug);
  assertMay(desk.role, 'keep_sources');
  try {
    const sha256 = hashOfBytes(given.bytes);
    const read = await readSourcesFile({ ...given, bytes: new Uint8Array(given.bytes) });
    const { format, remarks, columns } = read;
    const head = { name: cleanLine(given.name).slice(0, 200), sha256, format, remarks, columns };
    const id = await stageImport(ctx, desk.id, { ...read, head });
    res.redirect(303, url('source_import_look', { id }));
  } catch (error) {
    if (!(error instanceof RuleBroken)) throw error;
    again({ errors: [{ field: fileIn(req) ? 'file' : 'text', message: error.message }], typed: typedAgain(req.body) });
  }
}

async function showLook(req: Request, res: Response): Promise<void> {
  await sendLook(req, res, await stagedIn(req, res));
}

async function receiveTaking(req: Request, res: Response): Promise<void> {
  const { ctx } = res.locals;
  const staged = await stagedIn(req, res);
  const form = readForm(takingForm, req.body);
  if (!form.ok) return sendLook(req, res, staged, form);
  const { take, entry, fill } = form.value;
  if (take === 'ticked' && entry.length === 0)
    return sendLook(req, res, staged, failedTaking(req, 'entry', 'Tick the entries that are to be taken.'));
  try {
    const { desk_slug, id } = staged.file;
    const { name, sha256, format } = staged.head;
    const only = take === 'ticked' ? new Set(entry) : undefined;
    const input = {
      entries: await entriesOf(staged),
      only,
      fill: fill || take === 'ticked',
      file: { name, sha256, format },
    };
    notice(req, sayTaken(await takeImport(ctx, desk_slug, input)));
    const { counts } = await lookOver(res, staged, { show: 'new', page: 1 });
    const isMore = take === 'ticked' && counts.new > 0;
    res.redirect(303, isMore ? url('source_import_look', { id }) : url('sources', {}, { desk: desk_slug }));
  } catch (error) {
    if (!(error instanceof RuleBroken)) throw error;
    await sendLook(req, res, staged, failedTaking(req, error.field === 'fill' ? 'fill' : '', error.message));
  }
}

function failedTaking(req: Request, field: string, message: string): FailedForm {
  return { errors: [{ field, message }], typed: typedAgain(req.body) };
}

async function entriesOf(staged: StagedImport): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const piece of staged.entries()) entries.push(...piece);
  return entries;
}

/** The actor's own list that waits, at a desk whose library they still keep. */
async function stagedIn(req: Request, res: Response): Promise<StagedImport> {
  const staged = await getStagedImport(res.locals.ctx, String(req.params.id));
  assertMay(staged.file.role, 'keep_sources');
  return staged;
}

async function lookOver(res: Response, staged: StagedImport, at: { show: Shown; page: number }): Promise<Look> {
  const look = new Look(at.show, at.page);
  for await (const piece of planImport(res.locals.ctx, staged.file.desk_id, staged.entries()))
    for (const planned of piece) look.add(planned);
  return look;
}

async function sendLook(req: Request, res: Response, staged: StagedImport, failed?: FailedForm): Promise<void> {
  const { show: wanted, page } = lookIn(req.query);
  const first = await lookOver(res, staged, { show: wanted || 'new', page });
  const show = wanted || (first.counts.new > 0 ? 'new' : 'all');
  const look = show === (wanted || 'new') ? first : await lookOver(res, staged, { show, page });
  renderPage(res, 'evidence/import-look', lookPage(staged, { show, page, look, failed }), {
    status: failed ? 422 : 200,
  });
}

/** The desks of the person. Throws Forbidden for those who are guests in all of them. */
async function desksToKeep(res: Response): Promise<DeskFound[]> {
  const desks = await listDesksOf(res.locals.ctx);
  if (!desks.some((desk) => may(desk.role, 'keep_sources')))
    throw new Forbidden('The library is kept by the reviewers and editors of a desk.');
  return desks;
}

/** Browsers send a nameless empty file where none was chosen. */
function fileIn(req: Request): FileReceived | undefined {
  const files = (req.files ?? []) as Express.Multer.File[];
  return files.find(({ fieldname, originalname, size }) => fieldname === 'file' && (originalname !== '' || size > 0));
}
