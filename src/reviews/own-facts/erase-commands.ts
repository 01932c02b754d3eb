// The verbs that erase what somebody outside said of themselves, and the words of an article that links hold.
import type { ArticleFound } from '#src/articles/store.ts';
import { recordOnArticle, withArticleThoughPutAway } from '#src/articles/with-article.ts';
import { eraseDetails } from '#src/audit/erasure.ts';
import { eraseContact } from '#src/contacts/contacts/change-commands.ts';
import type { Context } from '#src/context.ts';
import { wipeDeleted } from '#src/database/wipe.ts';
import { assertMay } from '#src/people/permissions.ts';
import { listAnswersOfLink, updateAnswersErased } from './answer-store.ts';
import { getFactsLink, listFactsLinks, updateFactsLink, updateSentencesErased } from './store.ts';
import type { FactsLinkTable } from './tables.ts';

/**
 * Erases who was asked by this link and what they answered, from the contact and the log's details, too; that it was, who
 * erased it and why stays. What a checker took as evidence stays evidence, with its card. False where it was erased before.
 * Forbidden for all but editors.
 */
export async function eraseFactsLink(
  ctx: Context,
  article_id: string | number,
  { link_id, reason }: { link_id: string; reason: string },
): Promise<boolean> {
  const is_new = await withArticleThoughPutAway(ctx, article_id, async (ctx, article) => {
    const link = await getFactsLink(ctx.db, { id: link_id, article_id: article.id });
    assertMay(article.role, 'erase_facts');
    if (link.erased_at !== null) return false;
    await empty(ctx, link, reason);
    const subject = `facts_link:${link.id}`;
    await recordOnArticle(ctx, article, { verb: 'facts.erased', subject, after: { reason } });
    return true;
  });
  if (is_new) await wipeDeleted(ctx.db, EMPTIED_FACTS);
  return is_new;
}

export const EMPTIED_FACTS = ['facts_link', 'facts_answer', 'contact', 'log_detail', 'search_entry', 'search_word'];

async function empty(ctx: Context, link: FactsLinkTable, reason: string): Promise<void> {
  const chain = link.desk_id;
  for (const { id } of await listAnswersOfLink(ctx.db, link.id))
    await eraseDetails(ctx, { chain, subject: `facts_answer:${id}` });
  await updateAnswersErased(ctx.db, link.id);
  if (link.contact_id !== null) await eraseContact(ctx, link.contact_id);
  const over = link.withdrawn_at === null ? { withdrawn_at: ctx.at, withdrawn_by: ctx.actor.id } : {};
  const erased = { erased_at: ctx.at, erased_by: ctx.actor.id, erasure_reason: reason };
  await updateFactsLink(ctx.db, link.id, { name: '', note: '', how_known: '', ...over, ...erased });
  await eraseDetails(ctx, { chain, subject: `facts_link:${link.id}` });
}

/**
 * Where an article is erased: its words go out of all links, none opens any more, and what was answered, which may repeat
 * them, goes with its contact. For that verb, before it records.
 */
export async function eraseFactsOfArticle(ctx: Context, article: ArticleFound, reason: string): Promise<void> {
  await updateSentencesErased(ctx.db, article.id);
  for (const { maker_name: _, ...link } of await listFactsLinks(ctx.db, article.id))
    if (link.erased_at === null) await empty(ctx, link, reason);
}
