// What of an article would be forgotten if it were put away: a complaint that nobody has decided or answered.
import type { ArticleFound } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { counted } from '#src/counted.ts';
import { countUnanswered } from './store.ts';

/** The sentence, or null where nothing is due. */
export async function complaintsStillDue({ db }: Context, { id }: ArticleFound): Promise<string | null> {
  const open = await countUnanswered(db, id);
  if (open === 0) return null;
  return `${counted(open, 'complaint')} about this article ${open === 1 ? 'is' : 'are'} still open. Decide and answer first, then put the article away.`;
}
