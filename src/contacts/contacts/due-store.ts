// The SQL of replies that are waited for, over all articles of a person's desks.
import type { Context } from '#src/context.ts';
import { statement } from '#src/database/statement.ts';
import { later } from '#src/dates.ts';
import { deskIdsOf } from '#src/people/membership.ts';
import { rolesThatMay } from '#src/people/permissions.ts';

const DAY = 86_400_000;
const AT_MOST = 50;

const DUE_COLUMNS = [
  'article.number as article_number',
  'article.title as article_title',
  'article.language',
  'desk.time_zone',
  'contact.id',
  'contact.name',
  'contact.put',
  'contact.until',
  'contact.until_words',
  'contact.outcome',
  'contact.withdrawn_at',
  'claim.number as claim_number',
] as const;

/**
 * Whoever may still answer until a moment of the next day or before, and was asked by this person or about a claim in their
 * hands; the nearest deadline first. Guests wait for nobody.
 */
export function listRepliesDue({ db, at }: Context, person_id: string) {
  return repliesDue(db, { person_id, soon: later(at, DAY) });
}

const repliesDue = statement((db, { person_id, soon }: { person_id: string; soon: string }) =>
  db
    .selectFrom('contact')
    .innerJoin(deskIdsOf({ db, actor: { kind: 'person', id: person_id } }), 'mine.desk_id', 'contact.desk_id')
    .innerJoin('article', 'article.id', 'contact.article_id')
    .innerJoin('desk', 'desk.id', 'contact.desk_id')
    .leftJoin('claim', 'claim.id', 'contact.claim_id')
    .select(DUE_COLUMNS)
    .where('mine.role', 'in', rolesThatMay('note_contacts'))
    .where('contact.outcome', 'is', null)
    .where('article.put_away_at', 'is', null)
    .where('contact.withdrawn_at', 'is', null)
    .where('contact.until', '<', soon)
    .where((eb) => eb.or([eb('contact.created_by', '=', person_id), eb('claim.assignee_id', '=', person_id)]))
    .orderBy('contact.until')
    .orderBy('contact.id')
    .limit(AT_MOST),
);
