// The addresses at which articles are taken in and their details changed.
import { type Request, type Response, Router } from 'express';
import type { Context } from '#src/context.ts';
import type { Db } from '#src/database/schema.ts';
import { sendFresh } from '#src/http/fresh.ts';
import { notice, renderPage } from '#src/http/render.ts';
import { paths, url } from '#src/paths.ts';
import { assertMay, may } from '#src/people/permissions.ts';
import { getProfile, listProfiles, type Profile } from '#src/people/profile-store.ts';
import { requirePerson } from '#src/people/require-person.ts';
import { savedNotice } from './checking-pages.ts';
import { changeArticleDetails } from './commands.ts';
import { type FailedForm, failedByRule, readDetailsForm } from './forms.ts';
import { freshnessOf } from './freshness.ts';
import { type OriginalShown, shownOriginal } from './intake-pages.ts';
import { intakeRoutes } from './intake-routes.ts';
import { findOriginal, findVersionText } from './intake-store.ts';
import { originalRoutes } from './original-routes.ts';
import { detailsPage } from './pages.ts';
import { listProposedSources } from './proposed-store.ts';
import { type ArticleFound, getArticle, getVersionFacts } from './store.ts';

/** The article as its reader may see it: what names a confidential source is a later subject's to say. */
export type ArticleSeen = (ctx: Context, article: ArticleFound) => Promise<ArticleFound>;

/** Taking in, originals and details; `articleSeen` says what a reader may see of the details. */
export function articleRoutes({ articleSeen }: { articleSeen: ArticleSeen }): Router {
  const router = Router();
  router.use(intakeRoutes());
  router.use(originalRoutes());
  router.get(paths.article_details, requirePerson, (req, res) => showDetails(req, res, articleSeen));
  router.post(paths.article_details, requirePerson, receiveDetails);
  return router;
}

async function showDetails(req: Request, res: Response, articleSeen: ArticleSeen): Promise<void> {
  const { ctx } = res.locals;
  const article = await getArticle(ctx, String(req.params.id));
  if (sendFresh(req, res, freshnessOf(article, ctx.at, ['details']))) return;
  await renderDetails(res, { article: await articleSeen(ctx, article), profiles: await profilesOf(res, article) });
}

async function receiveDetails(req: Request, res: Response): Promise<void> {
  const article = await getArticle(res.locals.ctx, String(req.params.id));
  assertMay(article.role, 'change_details');
  const form = readDetailsForm(req.body, article);
  const profiles = await profilesOf(res, article);
  if (!form.ok) return await renderDetails(res, { article, profiles }, form);
  try {
    const changed = await changeArticleDetails(res.locals.ctx, article.id, form.input);
    const profile = await getProfile(res.locals.ctx.db, changed.desk_id, changed.profile_id);
    notice(req, savedNotice(article, changed, profile));
    res.redirect(303, url('article', { id: article.number }));
  } catch (error) {
    await renderDetails(res, { article, profiles }, failedByRule(error, form.typed));
  }
}

function profilesOf(res: Response, { desk_id }: ArticleFound): Promise<Profile[]> {
  return listProfiles(res.locals.ctx.db, [desk_id]);
}

async function renderDetails(
  res: Response,
  { article, profiles }: { article: ArticleFound; profiles: Profile[] },
  failed?: FailedForm,
): Promise<void> {
  const { db } = res.locals.ctx as Context;
  const version = await getVersionFacts(db, article);
  const original = may(article.role, 'see_original')
    ? await originalOf(db, { article_id: article.id, version_id: version.id })
    : null;
  const status = failed === undefined ? 200 : failed.is_too_large ? 413 : 422;
  renderPage(res, 'articles/details', detailsPage(article, { version, original, profiles }, failed), { status });
}

async function originalOf(db: Db, at: { article_id: string; version_id: string }): Promise<OriginalShown | null> {
  const original = await findOriginal(db, at.article_id);
  if (original === undefined) return null;
  const proposals = await listProposedSources(db, at);
  const text = proposals.length > 0 ? await findVersionText(db, at.version_id) : '';
  return shownOriginal(original, { proposals, text });
}
