// Articles as somebody may see them by their role: what was typed about them, not their texts.
import type { ArticleFound } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { discretionFor, discretionOn } from './discretion.ts';
import { articleSeen as seenBy } from './typed-words.ts';

/** One article. */
export async function articleSeen({ db }: Context, article: ArticleFound): Promise<ArticleFound> {
  return seenBy(await discretionOn(db, article, article.role), article);
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
