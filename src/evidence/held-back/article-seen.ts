// Articles as somebody may see them by their role, one or a list of them: what was typed about them, not their texts.
import type { ArticleFound } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { discretionFor, discretionOn } from './discretion.ts';
import { articleSeen as seenBy } from './typed-words.ts';

/** One article, with what its page's freshness is made of. */
export async function articleSeen(
  { db }: Context,
  article: ArticleFound,
): Promise<{ article: ArticleFound; key: string }> {
  const discretion = await discretionOn(db, article, article.role);
  return { article: seenBy(discretion, article), key: discretion.key };
}

/** The articles of a list, each by the role at its desk. */
export async function articlesSeen({ db }: Context, articles: ArticleFound[]): Promise<ArticleFound[]> {
  const seen: ArticleFound[] = [];
  for (const article of articles) {
    const { title, byline, outlet, url, place, asked_by, asked_why, role } = article;
    const words = [title, byline, outlet, url, place, asked_by, asked_why];
    seen.push(seenBy(await discretionFor(db, article, { reader: role, words }), article));
  }
  return seen;
}
