// The addresses of saved copies: those of a source, bringing and capturing one, a copy's page, what is handed out of it, erasing it.
import { type Request, type Response, Router } from 'express';
import { NotFound, RuleBroken } from '#src/errors.ts';
import { type FormError, readForm, type Typed, typedAgain } from '#src/http/form.ts';
import { notice, renderPage } from '#src/http/render.ts';
import { paths, url } from '#src/paths.ts';
import { assertMay } from '#src/people/permissions.ts';
import { discretionAt } from '../held-back/discretion.ts';
import { cardSeen } from '../held-back/typed-words.ts';
import { getSource, type SourceFound } from '../library/source-store.ts';
import { findUseInCopy } from '../lookup/lookup-store.ts';
import { checkCopy } from './check.ts';
import { askForCapture, type CopyKept, eraseCopy, keepCopy, placeOfCopies } from './commands.ts';
import { copyFor, sendBytes, sendRecord, sendText } from './download-routes.ts';
import { erasureForm, type FileReceived, readBroughtForm } from './forms.ts';
import { type FailedErasure, snapshotPage, sourceCopiesPage } from './pages.ts';
import { findTextOf, getSnapshot } from './snapshot-store.ts';
import { copiesOf, limitOf } from './source-copies.ts';

export function snapshotRoutes(): Router {
  const router = Router();
  router.get(paths.source_snapshots, showCopies);
  router.post(paths.source_snapshots, receiveCopy);
  router.post(paths.source_captures, receiveCapture);
  router.get(paths.snapshot, showSnapshot);
  router.get(paths.snapshot_bytes, sendBytes);
  router.get(paths.snapshot_text, sendText);
  router.get(paths.snapshot_record, sendRecord);
  router.post(paths.snapshot_erasure, receiveErasure);
  return router;
}

async function showCopies(req: Request, res: Response): Promise<void> {
  await sendCopies(res, await getSource(res.locals.ctx, String(req.params.number)));
}

async function receiveCopy(req: Request, res: Response): Promise<void> {
  const { ctx } = res.locals;
  const source = await getSource(ctx, String(req.params.number));
  assertMay(source.role, 'keep_copies');
  const form = readBroughtForm(req.body, fileIn(req));
  if (!form.ok) return await sendCopies(res, source, form);
  try {
    const kept = await keepCopy(ctx, source.number, form.brought);
    notice(req, sayKept(kept));
    res.redirect(303, url('snapshot', { number: kept.snapshot.number }));
  } catch (error) {
    await sendCopies(res, source, failedBy(error, req.body));
  }
}

async function receiveCapture(req: Request, res: Response): Promise<void> {
  const { ctx } = res.locals;
  const source = await getSource(ctx, String(req.params.number));
  try {
    await askForCapture(ctx, source.number);
    res.redirect(303, placeOfCopies(source.number));
  } catch (error) {
    await sendCopies(res, source, failedBy(error, req.body));
  }
}

async function showSnapshot(req: Request, res: Response): Promise<void> {
  await sendSnapshot(req, res);
}

async function receiveErasure(req: Request, res: Response): Promise<void> {
  const { ctx } = res.locals;
  const { number, role } = await getSnapshot(ctx, String(req.params.number));
  assertMay(role, 'erase_copies');
  const form = readForm(erasureForm, req.body);
  if (!form.ok) return await sendSnapshot(req, res, form);
  try {
    const is_erased = await eraseCopy(ctx, number, form.value.reason);
    notice(req, is_erased ? `Saved copy ${number} is erased.` : `Saved copy ${number} had been erased before.`);
    res.redirect(303, url('snapshot', { number }));
  } catch (error) {
    await sendSnapshot(req, res, failedBy(error, req.body));
  }
}

interface Failed {
  errors: FormError[];
  typed: Typed;
}

async function sendCopies(res: Response, source: SourceFound, failed?: Failed): Promise<void> {
  const { ctx } = res.locals;
  const discretion = await discretionAt(ctx.db, source.desk_id, source.role);
  const part = await copiesOf(ctx, source, { limit: limitOf(res), discretion });
  if (part === null) throw new NotFound();
  const page = sourceCopiesPage(cardSeen(discretion, source), part, failed);
  renderPage(res, 'evidence/copies', page, { status: failed ? 422 : 200 });
}

async function sendSnapshot(req: Request, res: Response, failed?: FailedErasure): Promise<void> {
  const { ctx } = res.locals;
  const copy = await copyFor(ctx, String(req.params.number));
  const altered = await checkCopy(ctx, copy);
  const text = await findTextOf(ctx.db, copy.id);
  const use = await findUseInCopy(ctx.db, copy.id, String(req.query.evidence ?? ''));
  const marked = use?.lookup_found === 'not_found' ? undefined : use;
  const page = snapshotPage(copy, { altered, text, use: marked, now: ctx.at, ...(failed && { failed }) });
  renderPage(res, 'evidence/snapshot', page, { status: failed ? 422 : 200 });
}

const FIELDS = ['file', 'text', 'reason'];

/** A rule that was broken, beside all that was typed; anything else is not for the form. */
function failedBy(error: unknown, body: unknown): Failed {
  if (!(error instanceof RuleBroken)) throw error;
  const field = FIELDS.includes(error.field ?? '') ? (error.field as string) : '';
  return { errors: [{ field, message: error.message }], typed: typedAgain(body) };
}

function sayKept({ snapshot, is_new }: CopyKept): string {
  if (is_new) return `Kept as saved copy ${snapshot.number}. This is what the desk has now.`;
  return `These very bytes were saved already: they are saved copy ${snapshot.number}. Nothing was added.`;
}

/** Browsers send a nameless empty file where none was chosen. */
function fileIn(req: Request): FileReceived | undefined {
  const files = (req.files ?? []) as Express.Multer.File[];
  return files.find(({ fieldname, originalname, size }) => fieldname === 'file' && (originalname !== '' || size > 0));
}
