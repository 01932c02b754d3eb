// The addresses at which articles are taken in and their details changed.
import { type Request, type Response, Router } from 'express';
import { Forbidden } from '#src/errors.ts';
import { notice, renderPage, sendFresh } from '#src/http/render.ts';
import { paths, url } from '#src/paths.ts';
import { desksWhereMayTakeIn, listDesksOf } from '#src/people/desk-store.ts';
import { requirePerson } from '#src/people/require-person.ts';
import { changeArticleDetails, takeArticleIn } from './commands.ts';
import type { FileGiven } from './file-text.ts';
import { type FailedForm, failedByRule, readDetailsForm, readNewArticleForm } from './forms.ts';
import { detailsPage, newArticlePage, takenInNotice } from './pages.ts';
import { GUESTS_CHANGE_NOTHING, GUESTS_TAKE_NOTHING_IN, mayChangeDetails } from './policy.ts';
import { type ArticleFound, getArticle, getVersionFacts } from './store.ts';

export function articleRoutes(): Router {
  const router = Router();
  router.get(paths.article_new, requirePerson, showNewArticle);
  router.post(paths.articles, requirePerson, receiveArticle);
  router.get(paths.article_details, requirePerson, showDetails);
  router.post(paths.article_details, requirePerson, receiveDetails);
  return router;
}

async function showNewArticle(req: Request, res: Response): Promise<void> {
  const desks = await desksToChooseFrom(res);
  if (desks.length > 0) return renderPage(res, 'articles/new', newArticlePage(desks, String(req.query.desk ?? '')));
  renderPage(res, 'articles/no-desk', { title: 'Take an article in', nav: 'articles' });
}

async function receiveArticle(req: Request, res: Response): Promise<void> {
  const desks = await desksToChooseFrom(res);
  const form = await readNewArticleForm(req.body, fileIn(req), desks);
  const showAgain = (failed: FailedForm) =>
    renderPage(res, 'articles/new', newArticlePage(desks, String(form.typed.desk), failed), {
      status: statusOf(failed),
    });
  if (!form.ok) return showAgain(form);
  try {
    const article = await takeArticleIn(res.locals.ctx, form.input.desk, form.input);
    notice(req, takenInNotice(article));
    res.redirect(303, url('article', { id: article.number }));
  } catch (error) {
    showAgain(failedByRule(error, form.typed));
  }
}

async function showDetails(req: Request, res: Response): Promise<void> {
  const article = await getArticle(res.locals.ctx, String(req.params.id));
  if (sendFresh(req, res, ['details', article.id, article.role, article.time_zone, article.changed_seq])) return;
  renderPage(res, 'articles/details', detailsPage(article, await getVersionFacts(res.locals.ctx.db, article)));
}

async function receiveDetails(req: Request, res: Response): Promise<void> {
  const article = await getArticle(res.locals.ctx, String(req.params.id));
  if (!mayChangeDetails(article.role)) throw new Forbidden(GUESTS_CHANGE_NOTHING);
  const form = readDetailsForm(req.body, article);
  if (!form.ok) return await showDetailsAgain(res, article, form);
  try {
    await changeArticleDetails(res.locals.ctx, article.id, form.input);
    notice(req, 'The details are saved.');
    res.redirect(303, url('article', { id: article.number }));
  } catch (error) {
    await showDetailsAgain(res, article, failedByRule(error, form.typed));
  }
}

async function showDetailsAgain(res: Response, article: ArticleFound, failed: FailedForm): Promise<void> {
  const version = await getVersionFacts(res.locals.ctx.db, article);
  renderPage(res, 'articles/details', detailsPage(article, version, failed), { status: statusOf(failed) });
}

/** The desks at which the person may take articles in; empty for a member of no desk. Throws Forbidden for those who are guests only. */
async function desksToChooseFrom(res: Response) {
  const desks = await desksWhereMayTakeIn(res.locals.ctx);
  if (desks.length === 0 && (await listDesksOf(res.locals.ctx)).length > 0) throw new Forbidden(GUESTS_TAKE_NOTHING_IN);
  return desks;
}

/** Browsers send a nameless empty file where none was chosen. */
function fileIn(req: Request): FileGiven | undefined {
  const files = (req.files ?? []) as Express.Multer.File[];
  const file = files.find(
    ({ fieldname, originalname, size }) => fieldname === 'file' && (originalname !== '' || size > 0),
  );
  return file && { name: file.originalname, bytes: file.buffer };
}

function statusOf(failed: FailedForm): number {
  return failed.is_too_large ? 413 : 422;
}
