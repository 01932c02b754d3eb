// HTTP routes for the erasure of an article: its form, and what is left.
import { type Response, Router } from 'express';
import { addressedArticle, articleFor } from '#src/articles/addressed-article.ts';
import type { ArticleFound } from '#src/articles/store.ts';
import { findDetailOf } from '#src/audit/store.ts';
import type { Context } from '#src/context.ts';
import { RuleBroken } from '#src/errors.ts';
import type { RefusedForm } from '#src/http/form.ts';
import { handleForm } from '#src/http/handle-form.ts';
import { renderPage } from '#src/http/render.ts';
import { paths, url } from '#src/paths.ts';
import { may } from '#src/people/permissions.ts';
import { eraseArticle } from './erase-commands.ts';
import { erasureForm } from './forms.ts';
import { countTexts, listUnerased } from './store.ts';

export function erasureRoutes(): Router {
  const routes = Router();
  routes.get(paths.article_erasure, async (req, res) => show(res, await addressedArticle(req, res)));
  handleForm(routes, 'article_erasure', {
    schema: erasureForm,
    load: articleFor('erase_articles'),
    command: ({ ctx, found, value: { reason, is_meant } }) => {
      if (!is_meant) throw new RuleBroken('Tick the box to confirm: the words cannot be restored.', 'is_meant');
      return eraseArticle(ctx, found.id, { reason });
    },
    notice: 'The words are erased. What is left is shown here.',
    reshow: ({ res, found }, refused) => show(res, found, refused),
  });
  return routes;
}

async function show(res: Response, article: ArticleFound, refused?: RefusedForm): Promise<void> {
  const { ctx } = res.locals;
  renderPage(res, 'reports/erasure', { ...(await pageOf(ctx, article)), ...refused }, { status: refused?.status });
}

async function pageOf(ctx: Context, { id, number, title, language, desk_name, role }: ArticleFound) {
  const { versions, as_ran } = await countTexts(ctx.db, id);
  const reports = (await listUnerased(ctx.db, id)).length;
  const entry = await findDetailOf(ctx.db, { subject: `article:${id}`, verb: 'article.erased' });
  return {
    title: 'Erasing an article',
    nav: 'articles',
    where: desk_name,
    article: { number, title, language },
    left: { versions: versions + as_ran, reports },
    is_erased: entry !== undefined,
    may_erase: may(role, 'erase_articles') && versions + as_ran + reports > 0,
    log: url('article_log', { id: number }),
  };
}
