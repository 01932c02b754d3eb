// The verbs of what an editor lets stand of what an article prints of a confidential source.
import { type ArticleFound, getArticle } from '#src/articles/store.ts';
import { recordOnArticle, withArticle } from '#src/articles/with-article.ts';
import type { Context } from '#src/context.ts';
import { RuleBroken, StaleEdit } from '#src/errors.ts';
import { newId } from '#src/ids.ts';
import { needed } from '#src/item-at.ts';
import { assertMay } from '#src/people/permissions.ts';
import { gatherLeaks } from './gather-leaks.ts';
import { insertLeakAnswer, listLeakAnswers, updateWithdrawn } from './store.ts';

/** What is answered: a leak by its key, in the words that the page showed. */
export interface LeakMeant {
  key: string;
  covers: string;
}

/**
 * Lets stand what the article itself prints, until the words around it change. Again: nothing happens. RuleBroken where the
 * article does not print it, or it is found no more; StaleEdit where the article changed meanwhile; Forbidden for all but
 * editors.
 */
export async function letStand(ctx: Context, article_id: string | number, { key, covers }: LeakMeant): Promise<void> {
  const before = await getArticle(ctx, article_id);
  assertMay(before.role, 'let_words_stand');
  // Reading the text may take long, and is done before anything is locked.
  const leak = (await gatherLeaks(ctx, before)).find((one) => one.key === key);
  if (leak === undefined) throw new RuleBroken('It is no longer in the report, so there is nothing to decide.');
  if (!leak.is_printed) throw new RuleBroken('The article does not print it. It has to be removed from the report.');
  await withArticle(ctx, article_id, async (ctx, article) => {
    if (article.changed_seq !== before.changed_seq || leak.covers !== covers)
      throw new StaleEdit({ answer: 'may stand' }, { words: 'they have changed; look at them again' });
    if (leak.answer !== null) return;
    const answered = { answered_by: needed(ctx.actor.id, 'person who acts'), answered_at: ctx.at };
    const row = { id: newId(), desk_id: article.desk_id, article_id: article.id, leak_key: key, covers, ...answered };
    await insertLeakAnswer(ctx.db, { ...row, withdrawn_by: null, withdrawn_at: null });
    await noteAnswer(ctx, article, { verb: 'report.words_let_stand', said: leak.is_sealed ? '' : leak.said });
  });
}

/** Takes back that it may stand. Where it was taken back already, nothing happens. Forbidden for all but editors. */
export function takeStandBack(ctx: Context, article_id: string | number, { key }: { key: string }): Promise<void> {
  return withArticle(ctx, article_id, async (ctx, article) => {
    assertMay(article.role, 'let_words_stand');
    const standing = (await listLeakAnswers(ctx.db, article.id)).filter((one) => one.leak_key === key);
    const by = { withdrawn_by: needed(ctx.actor.id, 'person who acts'), withdrawn_at: ctx.at };
    for (const { id } of standing) await updateWithdrawn(ctx.db, id, by);
    if (standing.length > 0) await noteAnswer(ctx, article, { verb: 'report.words_not_let_stand', said: '' });
  });
}

function noteAnswer(
  ctx: Context,
  article: ArticleFound,
  { verb, said }: { verb: 'report.words_let_stand' | 'report.words_not_let_stand'; said: string },
): Promise<void> {
  const after = said === '' ? null : { words: said };
  return recordOnArticle(ctx, article, { verb, after });
}
