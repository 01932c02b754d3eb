// The head of an article's pages, handed over to the subjects before this one.
import type { HeadOf } from '#src/articles/hooks.ts';
import { Erased, GaveUp } from '#src/errors.ts';
import { gatherArticle } from './gather-article.ts';
import { headOf, headWithoutText } from './head.ts';

/** Says less where the text was erased, or takes too long to be read: the page below it is there all the same. */
export const headOfPage: HeadOf = async (ctx, article, current) => {
  try {
    return headOf(await gatherArticle(ctx, article), ctx.at, current);
  } catch (error) {
    if (error instanceof Erased || error instanceof GaveUp) return headWithoutText(article, ctx.at, current);
    throw error;
  }
};
