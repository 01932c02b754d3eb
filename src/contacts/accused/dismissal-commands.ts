// The verbs of names that the program proposes as accused: dismissing one, and having it proposed again.
import { recordOnArticle, withArticle } from '#src/articles/with-article.ts';
import type { Context } from '#src/context.ts';
import { RuleBroken } from '#src/errors.ts';
import { assertMay } from '#src/people/permissions.ts';
import { cleanLine } from '#src/text-fields.ts';
import { nameKey } from '../contacts/party-named.ts';
import { deleteDismissal, insertDismissal } from './store.ts';

/** Has a name proposed no more as accused in this article. Dismissed already: nothing happens. */
export function dismissAccused(ctx: Context, article_id: string | number, typed: string): Promise<void> {
  return withArticle(ctx, article_id, async (ctx, article) => {
    assertMay(article.role, 'note_contacts');
    const name = cleanLine(typed);
    const row = { article_id: article.id, name_key: nameKey(name), name };
    if (row.name_key === '') throw new RuleBroken('Say which name.', 'name');
    const made = { dismissed_by: ctx.actor.id, dismissed_at: ctx.at };
    if (!(await insertDismissal(ctx.db, { ...row, ...made }))) return;
    await recordOnArticle(ctx, article, { verb: 'accused.proposal_dismissed', after: { name } });
  });
}

/** Has a dismissed name proposed again. Not dismissed: nothing happens. */
export function restoreProposed(ctx: Context, article_id: string | number, typed: string): Promise<void> {
  return withArticle(ctx, article_id, async (ctx, article) => {
    assertMay(article.role, 'note_contacts');
    const name = cleanLine(typed);
    if (!(await deleteDismissal(ctx.db, { article_id: article.id, name_key: nameKey(name) }))) return;
    await recordOnArticle(ctx, article, { verb: 'accused.proposal_restored', after: { name } });
  });
}
