// The verbs of people still to be called: adding somebody, noting the call, taking them off.
import type { ArticleFound } from '#src/articles/store.ts';
import { recordOnArticle, withArticle } from '#src/articles/with-article.ts';
import type { Context } from '#src/context.ts';
import { newId } from '#src/ids.ts';
import { assertMay } from '#src/people/permissions.ts';
import type { ToCallTable } from '../tables.ts';
import { getToCall, insertToCall, type ToCallFound, updateToCall } from './store.ts';

type ToCallFields = Pick<ToCallTable, 'name' | 'body' | 'phone' | 'mail' | 'note' | 'source_id'>;

/** Adds somebody to call. For verbs of what was handed in, inside their transaction, where the article is locked. */
export async function addToCall(ctx: Context, article: ArticleFound, fields: ToCallFields): Promise<void> {
  const id = newId();
  const belongs = { id, desk_id: article.desk_id, article_id: article.id };
  const made = { added_by: ctx.actor.id, added_at: ctx.at, contact_id: null, removed_by: null, removed_at: null };
  await insertToCall(ctx.db, { ...belongs, ...fields, ...made });
  const { name, body } = fields;
  await recordOnArticle(ctx, article, { verb: 'contact.to_call', subject: `to_call:${id}`, after: { name, body } });
}

/** Says that somebody was called: by this contact. For the verb that notes it, inside its transaction. */
export async function noteCalled(
  ctx: Context,
  article: ArticleFound,
  row: ToCallFound,
  contact_id: string,
): Promise<void> {
  if (row.contact_id !== null) return;
  await updateToCall(ctx.db, row.id, { contact_id });
  const after = { name: row.name };
  await recordOnArticle(ctx, article, { verb: 'contact.called', subject: `to_call:${row.id}`, after });
}

/** Takes somebody off whom nobody will call. Doing it twice is doing it once. Forbidden for guests. */
export function removeToCall(ctx: Context, article_id: string | number, row_id: string): Promise<void> {
  return withArticle(ctx, article_id, async (ctx, article) => {
    const row = await getToCall(ctx.db, { id: row_id, article_id: article.id });
    assertMay(article.role, 'note_contacts');
    if (row.removed_at !== null) return;
    await updateToCall(ctx.db, row.id, { removed_at: ctx.at, removed_by: ctx.actor.id });
    const before = { name: row.name };
    await recordOnArticle(ctx, article, { verb: 'contact.not_to_call', subject: `to_call:${row.id}`, before });
  });
}
