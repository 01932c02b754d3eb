// The SQL of replies that are waited for, over all articles of a person's desks.
import { articlesOf } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { later } from '#src/dates.ts';
import { rolesThatMay } from '#src/people/permissions.ts';

const DAY = 86_400_000;
const AT_MOST = 50;

/**
 * Whoever may still answer until a moment of the next day or before, and was asked by this person or about a claim in their
 * hands; the nearest deadline first. Guests wait for nobody.
 */
export function listRepliesDue(ctx: Context, person_id: string) {
  const soon = later(ctx.at, DAY);
  return ctx.db
    .selectFrom(articlesOf(ctx).as('article'))
    .innerJoin('contact', 'contact.article_id', 'article.id')
    .leftJoin('claim', 'claim.id', 'contact.claim_id')
    .select([
      'article.number as article_number',
      'article.title as article_title',
      'article.language',
      'article.time_zone',
      'contact.id',
      'contact.name',
      'contact.put',
      'contact.until',
      'contact.until_words',
      'contact.outcome',
      'contact.withdrawn_at',
      'claim.number as claim_number',
    ])
    .where('article.role', 'in', rolesThatMay('note_contacts'))
    .where('contact.outcome', 'is', null)
    .where('contact.withdrawn_at', 'is', null)
    .where('contact.until', '<', soon)
    .where((eb) => eb.or([eb('contact.created_by', '=', person_id), eb('claim.assignee_id', '=', person_id)]))
    .orderBy('contact.until')
    .orderBy('contact.id')
    .limit(AT_MOST)
    .execute();
}
