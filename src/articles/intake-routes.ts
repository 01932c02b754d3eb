// The addresses at which articles are taken in: typed, from a text file, from a document to look over, from the web.
import { type Request, type Response, Router } from 'express';
import { Forbidden, NotFound } from '#src/errors.ts';
import { notice, renderPage } from '#src/http/render.ts';
import { newId } from '#src/ids.ts';
import { askForJob } from '#src/jobs/commands.ts';
import { getJob } from '#src/jobs/store.ts';
import { paths, url } from '#src/paths.ts';
import { desksWhereMayTakeIn, listDesksOf } from '#src/people/desk-store.ts';
import { memberRolesThatMay, refusalOf } from '#src/people/permissions.ts';
import { listProfiles } from '#src/people/profile-store.ts';
import { requirePerson } from '#src/people/require-person.ts';
import { takeArticleIn } from './commands.ts';
import type { FileGiven } from './file-text.ts';
import { type FailedForm, failedByRule, readNewArticleForm } from './forms.ts';
import { keepDocument } from './intake-commands.ts';
import { type IntakeWay, readIntakeWay } from './intake-forms.ts';
import { FETCH_JOB, type FetchInput } from './intake-job.ts';
import { shownDraft } from './intake-pages.ts';
import { findIntakeDraft } from './intake-store.ts';
import { type DeskToChoose, newArticlePage, takenInNotice } from './pages.ts';

export function intakeRoutes(): Router {
  const router = Router();
  router.get(paths.article_new, requirePerson, showNewArticle);
  router.post(paths.articles, requirePerson, receiveArticle);
  return router;
}

async function showNewArticle(req: Request, res: Response): Promise<void> {
  const desks = await desksToChooseFrom(res);
  if (desks.length === 0) return renderPage(res, 'articles/no-desk', { title: 'Take an article in', nav: 'articles' });
  const { desk = '', draft = '', job = '' } = req.query as Record<string, string>;
  if (job !== '') return await showFetchAgain(res, desks, job);
  if (draft === '') return renderPage(res, 'articles/new', newArticlePage(desks, desk));
  const found = await findIntakeDraft(res.locals.ctx, draft);
  if (found === undefined) throw new NotFound();
  renderPage(res, 'articles/new', newArticlePage(desks, found.desk_slug, shownDraft(found)));
}

/** The form once more, after its address could not be fetched: with all that was typed, and why. */
async function showFetchAgain(res: Response, desks: DeskToChoose[], id: string): Promise<void> {
  const job = await getJob(res.locals.ctx, id, memberRolesThatMay('follow_jobs'));
  if (job.kind !== FETCH_JOB) throw new NotFound();
  const { typed, address, desk_id } = JSON.parse(job.input) as FetchInput;
  const errors = job.state === 'failed' ? [{ field: 'address', message: job.message }] : [];
  const failed: FailedForm = { ok: false, errors, typed: { ...typed, address }, is_too_large: false };
  const desk = desks.find((one) => one.id === desk_id)?.slug;
  renderPage(res, 'articles/new', newArticlePage(desks, desk, { failed }));
}

async function receiveArticle(req: Request, res: Response): Promise<void> {
  const desks = await desksToChooseFrom(res);
  const file = fileIn(req);
  const way = readIntakeWay(req.body, file, desks);
  if (way.way === 'refused') return await showAgain(res, desks, way.failed);
  if (way.way === 'address') return await askToFetch(res, way);
  if (way.way === 'document') return await receiveDocument(req, res, { desks, way });
  const form = await readNewArticleForm(req.body, file, desks);
  if (!form.ok) return await showAgain(res, desks, form);
  const draft = form.input.draft || (await keptPlain(res, { file, desk: desks.find(isNamed(form.input.desk)) }));
  form.typed.draft = draft;
  try {
    const article = await takeArticleIn(res.locals.ctx, form.input.desk, { ...form.input, draft });
    notice(req, takenInNotice(article));
    res.redirect(303, url('article', { id: article.number }));
  } catch (error) {
    await showAgain(res, desks, failedByRule(error, form.typed));
  }
}

async function receiveDocument(
  req: Request,
  res: Response,
  { desks, way }: { desks: DeskToChoose[]; way: IntakeWay & { way: 'document' } },
): Promise<void> {
  const { desk, file, typed } = way;
  try {
    const draft = await keepDocument(res.locals.ctx, { desk_id: desk.id, document: file, typed });
    res.redirect(303, url('article_new', {}, { draft }));
  } catch (error) {
    await showAgain(res, desks, failedByRule(error, { ...typed, desk: desk.slug, id: String(req.body.id ?? '') }));
  }
}

function isNamed(slug: string) {
  return (desk: DeskToChoose) => desk.slug === slug;
}

/** A plain file is taken in at once, and kept as it came; '' where there is none. */
async function keptPlain(
  res: Response,
  { file, desk }: { file: FileGiven | undefined; desk: DeskToChoose | undefined },
): Promise<string> {
  if (file === undefined || desk === undefined) return '';
  return await keepDocument(res.locals.ctx, { desk_id: desk.id, document: file, typed: {} });
}

async function askToFetch(res: Response, way: IntakeWay & { way: 'address' }): Promise<void> {
  const { desk, address, typed } = way;
  const id = newId();
  const input: FetchInput = { address, desk_id: desk.id, typed };
  await askForJob(res.locals.ctx, {
    id,
    kind: FETCH_JOB,
    desk_id: desk.id,
    title: `Taking an article in from ${new URL(address).host}`,
    back: url('article_new', {}, { job: id }),
    input,
  });
  res.redirect(303, url('job', { id }));
}

async function showAgain(res: Response, desks: DeskToChoose[], failed: FailedForm): Promise<void> {
  const { draft = '', desk = '' } = failed.typed;
  const found = draft === '' ? undefined : await findIntakeDraft(res.locals.ctx, String(draft));
  const shown = found ? { draft: shownDraft(found).draft } : {};
  const status = failed.is_too_large ? 413 : 422;
  renderPage(res, 'articles/new', newArticlePage(desks, String(desk), { failed, ...shown }), { status });
}

/** The desks at which the person may take articles in, with their profiles; empty for a member of no desk. Throws Forbidden for those who are guests only. */
async function desksToChooseFrom(res: Response): Promise<DeskToChoose[]> {
  const desks = await desksWhereMayTakeIn(res.locals.ctx);
  if (desks.length === 0 && (await listDesksOf(res.locals.ctx)).length > 0)
    throw new Forbidden(refusalOf('take_article_in'));
  const ids = desks.map(({ id }) => id);
  const profiles = await listProfiles(res.locals.ctx.db, ids);
  return desks.map((desk) => ({ ...desk, profiles: profiles.filter(({ desk_id }) => desk_id === desk.id) }));
}

/** Browsers send a nameless empty file where none was chosen. */
function fileIn(req: Request): FileGiven | undefined {
  const files = (req.files ?? []) as Express.Multer.File[];
  const file = files.find(
    ({ fieldname, originalname, size }) => fieldname === 'file' && (originalname !== '' || size > 0),
  );
  return file && { name: file.originalname, bytes: file.buffer };
}
