// HTTP routes for taking articles in: typed, from a file, from a document, from the web.
import { type Request, type Response, Router } from 'express';
import type { Context } from '#src/context.ts';
import { Forbidden, NotFound } from '#src/errors.ts';
import { fileIn } from '#src/http/file-sent.ts';
import type { RefusedForm, Typed } from '#src/http/form.ts';
import { handleForm } from '#src/http/handle-form.ts';
import { renderPage } from '#src/http/render.ts';
import { newId } from '#src/ids.ts';
import { askForJob } from '#src/jobs/commands.ts';
import { getJob } from '#src/jobs/store.ts';
import { paths, url } from '#src/paths.ts';
import { desksWhereMayTakeIn, listDesksOf } from '#src/people/desk-store.ts';
import { memberRolesThatMay, refusalOf } from '#src/people/permissions.ts';
import { listProfiles } from '#src/people/profiles/store.ts';
import { takeArticleIn } from '../commands.ts';
import { changesTakenIn } from '../documents/draft.ts';
import type { AskComments } from '../hooks.ts';
import { type DeskToChoose, newArticlePage, takenInNotice } from '../view.ts';
import { keepDocument } from './commands.ts';
import { type Intake, readIntakeForm } from './forms.ts';
import { FETCH_JOB, type FetchInput } from './job.ts';
import { findIntakeDraft } from './store.ts';
import { shownDraft } from './view.ts';

/** The page and its form, for people who are signed in; `ask_comments` is what later subjects do with comments that ask. */
export function intakeRoutes({ ask_comments }: { ask_comments: AskComments }): Router {
  const routes = Router();
  routes.get(paths.article_new, showNewArticle);
  // The form stands on the page of a new article; a GET of its address is the list.
  handleForm(routes, 'articles', {
    load: ({ ctx }) => desksToChooseFrom(ctx),
    read: ({ req, found }) => readIntakeForm(req.body, fileIn(req), found),
    command: (sent) => takeIn(sent, ask_comments),
    notice: ({ said }) => said,
    redirect: ({ leads_to }) => leads_to,
    reshow: sendAgain,
  });
  return routes;
}

async function showNewArticle(req: Request, res: Response): Promise<void> {
  const desks = await desksToChooseFrom(res.locals.ctx);
  if (desks.length === 0) return renderPage(res, 'articles/no-desk', { title: 'Add article', nav: 'articles' });
  const { desk = '', draft = '', job = '', changes = '' } = req.query as Record<string, string>;
  if (job !== '') return await showFetchAgain(res, desks, job);
  if (draft === '') return renderPage(res, 'articles/new', newArticlePage(desks, desk));
  const found = await findIntakeDraft(res.locals.ctx, draft);
  if (found === undefined) throw new NotFound();
  renderPage(res, 'articles/new', newArticlePage(desks, found.desk_slug, shownDraft(found, changesTakenIn(changes))));
}

/** The form once more, after its address could not be fetched: with all that was typed, and why. */
async function showFetchAgain(res: Response, desks: DeskToChoose[], id: string): Promise<void> {
  const job = await getJob(res.locals.ctx, id, memberRolesThatMay('follow_jobs'));
  if (job.kind !== FETCH_JOB) throw new NotFound();
  const { typed, address, desk_id } = JSON.parse(job.input) as FetchInput;
  const errors = job.state === 'failed' ? [{ field: 'address', message: job.message }] : [];
  const refused = { errors, typed: { ...typed, address }, status: 200 };
  const desk = desks.find((one) => one.id === desk_id)?.slug;
  renderPage(res, 'articles/new', newArticlePage(desks, desk, { refused }));
}

interface TakenIn {
  leads_to: string;
  said: string;
}

type Sent = { ctx: Context; value: Intake; typed: Typed };

/** Takes the article in, or keeps a document to be looked over, or asks for a page to be fetched. */
async function takeIn({ ctx, value, typed }: Sent, ask_comments: AskComments): Promise<TakenIn> {
  if (value.way === 'address') return { leads_to: await askToFetch(ctx, value), said: '' };
  if (value.way === 'document') {
    const draft = await keepDocument(ctx, { desk_id: value.desk.id, document: value.file, typed: value.typed });
    return { leads_to: url('article_new', {}, { draft }), said: '' };
  }
  const draft = value.input.draft || (await keptPlain(ctx, value));
  // Where a rule says no from here on, the file need not be chosen again.
  typed.draft = draft;
  const article = await takeArticleIn(ctx, value.input.desk, { ...value.input, draft, ask_comments });
  const said = [takenInNotice(article), article.said].filter(Boolean).join(' ');
  return { leads_to: url('article', { id: article.number }), said };
}

/** A plain file is taken in at once, and kept as it came; '' where there is none. */
async function keptPlain(ctx: Context, { file, desk }: Intake & { way: 'typed' }): Promise<string> {
  if (file === undefined || desk === undefined) return '';
  return await keepDocument(ctx, { desk_id: desk.id, document: file, typed: {} });
}

async function askToFetch(ctx: Context, { desk, address, typed }: Intake & { way: 'address' }): Promise<string> {
  const id = newId();
  const input: FetchInput = { address, desk_id: desk.id, typed };
  await askForJob(ctx, {
    id,
    kind: FETCH_JOB,
    desk_id: desk.id,
    title: `Adding an article from ${new URL(address).host}`,
    back: url('article_new', {}, { job: id }),
    input,
  });
  return url('job', { id });
}

async function sendAgain(
  { ctx, found: desks, res }: { ctx: Context; found: DeskToChoose[]; res: Response },
  refused: RefusedForm,
): Promise<void> {
  const { draft = '', desk = '' } = refused.typed;
  const found = draft === '' ? undefined : await findIntakeDraft(ctx, String(draft));
  const taken = changesTakenIn(refused.typed.changes_taken);
  const shown = found ? { draft: shownDraft(found, taken).draft } : {};
  const page = newArticlePage(desks, String(desk), { refused, ...shown });
  renderPage(res, 'articles/new', page, { status: refused.status });
}

/** The desks at which the person may take articles in, with their profiles; empty for a member of no desk. Throws Forbidden for those who only read. */
async function desksToChooseFrom(ctx: Context): Promise<DeskToChoose[]> {
  const desks = await desksWhereMayTakeIn(ctx);
  const mine = desks.length === 0 ? await listDesksOf(ctx) : [];
  if (mine[0]) throw new Forbidden(refusalOf('take_article_in', mine[0].role));
  const ids = desks.map(({ id }) => id);
  const profiles = await listProfiles(ctx.db, ids);
  return desks.map((desk) => ({ ...desk, profiles: profiles.filter(({ desk_id }) => desk_id === desk.id) }));
}
