// HTTP routes for the details of an article.
import { type Request, type Response, Router } from 'express';
import type { Context } from '#src/context.ts';
import type { Db } from '#src/database/schema.ts';
import type { RefusedForm } from '#src/http/form.ts';
import { sendFresh } from '#src/http/fresh.ts';
import { handleForm } from '#src/http/handle-form.ts';
import { paths, url } from '#src/paths.ts';
import { may } from '#src/people/permissions.ts';
import { getProfile, listProfiles } from '#src/people/profiles/store.ts';
import { addressedArticle, articleFor } from './addressed-article.ts';
import { savedNotice } from './article-profile-view.ts';
import { changeArticleDetails } from './details/commands.ts';
import { detailsPage } from './details/view.ts';
import { readDetailsForm } from './forms.ts';
import { freshnessOf } from './freshness.ts';
import type { AskComments } from './hooks.ts';
import { intakeRoutes } from './intake/routes.ts';
import { findOriginal, findVersionText } from './intake/store.ts';
import { originalRoutes } from './original-routes.ts';
import { type OriginalShown, shownOriginal } from './original-view.ts';
import { listProposedSources } from './proposed-store.ts';
import { renderArticlePage } from './render-article-page.ts';
import type { ArticleFound } from './store.ts';
import { getVersionFacts } from './version-facts-store.ts';

/** The article as its reader may see it: what names a confidential source is a later subject's to say. */
export type SeeArticle = (ctx: Context, article: ArticleFound) => Promise<ArticleFound>;

/** Taking in, originals and details; `seeArticle` says what a reader may see of the details. */
export function articleRoutes({
  seeArticle,
  ask_comments,
}: {
  seeArticle: SeeArticle;
  ask_comments: AskComments;
}): Router {
  const routes = Router();
  routes.use(intakeRoutes({ ask_comments }), originalRoutes());
  routes.get(paths.article_details, (req, res) => showDetails(req, res, seeArticle));
  handleForm(routes, 'article_details', {
    load: articleFor('change_details'),
    read: ({ req, found }) => readDetailsForm(req.body, found),
    command: ({ ctx, found, value }) => changeArticleDetails(ctx, found.id, value),
    notice: async (changed, { ctx, found }) =>
      savedNotice(found, changed, await getProfile(ctx.db, changed.desk_id, changed.profile_id)),
    redirect: (_, { found }) => url('article', { id: found.number }),
    reshow: ({ res, found }, refused) => sendDetails(res, found, refused),
  });
  return routes;
}

async function showDetails(req: Request, res: Response, seeArticle: SeeArticle): Promise<void> {
  const { ctx } = res.locals;
  const article = await addressedArticle(req, res);
  if (sendFresh(req, res, freshnessOf(article, ctx.at, ['details']))) return;
  await sendDetails(res, await seeArticle(ctx, article));
}

async function sendDetails(res: Response, article: ArticleFound, refused?: RefusedForm): Promise<void> {
  const { db } = res.locals.ctx as Context;
  const profiles = await listProfiles(db, [article.desk_id]);
  const version = await getVersionFacts(db, article);
  const original = may(article.role, 'see_original')
    ? await originalOf(db, { article_id: article.id, version_id: version.id })
    : null;
  const page = detailsPage(article, { version, original, profiles }, refused);
  await renderArticlePage(res, article, { view: 'articles/details', page, status: refused?.status });
}

async function originalOf(db: Db, at: { article_id: string; version_id: string }): Promise<OriginalShown | null> {
  const original = await findOriginal(db, at.article_id);
  if (original === undefined) return null;
  const proposed_sources = await listProposedSources(db, at);
  const text = proposed_sources.length > 0 ? await findVersionText(db, at.version_id) : '';
  return shownOriginal(original, { proposed_sources, text });
}
