// The SQL of how far the claims of articles are, and who has them in hand, for lists of articles.
import type { Db } from '#src/database/schema.ts';
import type { ClaimState } from './claim.ts';

export interface ClaimProgress {
  article_id: string;
  state: ClaimState;
  colour: string | null;
  count: number;
}

/** For each of these articles: how many claims stand in which state with which verdict's colour. */
export async function countClaims(db: Db, article_ids: string[]): Promise<ClaimProgress[]> {
  if (article_ids.length === 0) return [];
  const rows = await db
    .selectFrom('claim')
    .leftJoin('verdict', 'verdict.id', 'claim.content_verdict_id')
    .where('claim.article_id', 'in', article_ids)
    .where('claim.state', '<>', 'withdrawn')
    .select((eb) => [
      'claim.article_id',
      'claim.state',
      'verdict.colour',
      'verdict.position',
      eb.fn.countAll().as('count'),
    ])
    .groupBy(['claim.article_id', 'claim.state', 'verdict.colour', 'verdict.position'])
    .orderBy('verdict.position')
    .execute();
  return rows.map((row) => ({
    article_id: row.article_id,
    state: row.state,
    colour: row.colour,
    count: Number(row.count),
  }));
}

/** Who has claims of these articles in hand. */
export async function listHands(db: Db, article_ids: string[]) {
  if (article_ids.length === 0) return [];
  return db
    .selectFrom('claim')
    .innerJoin('person', 'person.id', 'claim.assignee_id')
    .where('claim.article_id', 'in', article_ids)
    .where('claim.state', '<>', 'withdrawn')
    .select(['claim.article_id', 'person.id', 'person.display_name', 'person.initials'])
    .distinct()
    .orderBy('person.display_name')
    .execute();
}
