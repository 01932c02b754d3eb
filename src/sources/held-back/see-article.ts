// Articles as somebody may see them by their role: what was typed about them, not their texts.
import type { ArticleFound } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { discretionFor, discretionOn } from './discretion.ts';
import { articleSeen } from './typed-words.ts';

/** One article. */
export async function seeArticle({ db }: Context, article: ArticleFound): Promise<ArticleFound> {
  return articleSeen(await discretionOn(db, article, article.role), article);
}

/** The articles of a list, each by the role at its desk. */
export async function seeArticles({ db }: Context, articles: ArticleFound[]): Promise<ArticleFound[]> {
  const seen: ArticleFound[] = [];
  for (const article of articles) {
    const { title, byline, outlet, url, place, asked_by, asked_why, role } = article;
    const words = [title, byline, outlet, url, place, asked_by, asked_why];
    seen.push(articleSeen(await discretionFor(db, article, { reader: role, words }), article));
  }
  return seen;
}
