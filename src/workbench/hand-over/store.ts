// All SQL of what somebody has in hand at a desk, to be handed over: claims and paragraphs, by article.
import { inHand } from '#src/claims/waiting-store.ts';
import type { Db } from '#src/database/schema.ts';

export interface InHand {
  article_id: string;
  number: number;
  title: string;
  claims: number;
  paragraphs: number;
}

/** The articles of a desk in which this person has open claims or reads paragraphs, the newest first, with how many. */
export async function listInHand(db: Db, whose: { desk_id: string; person_id: string }): Promise<InHand[]> {
  const claims = await inHand(db, whose)
    .innerJoin('article', 'article.id', 'claim.article_id')
    .select(['article.id as article_id', 'article.number', 'article.title'])
    .select(({ fn }) => fn.countAll().as('counted'))
    .groupBy(['article.id', 'article.number', 'article.title'])
    .execute();
  const found = new Map<string, InHand>();
  for (const { counted, ...article } of claims)
    found.set(article.article_id, { ...article, claims: Number(counted), paragraphs: 0 });
  for (const { counted, ...article } of await paragraphsOf(db, whose).execute()) {
    const known = found.get(article.article_id);
    found.set(article.article_id, { ...article, claims: known?.claims ?? 0, paragraphs: Number(counted) });
  }
  return [...found.values()].sort((a, b) => b.number - a.number);
}

/** In the latest version: those of earlier ones are not read any more. */
function paragraphsOf(db: Db, { desk_id, person_id }: { desk_id: string; person_id: string }) {
  return db
    .selectFrom('paragraph_assignee')
    .innerJoin('version', 'version.id', 'paragraph_assignee.version_id')
    .innerJoin('article', (join) =>
      join.onRef('article.id', '=', 'version.article_id').onRef('article.latest_version_number', '=', 'version.number'),
    )
    .select(['article.id as article_id', 'article.number', 'article.title'])
    .select(({ fn }) => fn.countAll().as('counted'))
    .where('paragraph_assignee.person_id', '=', person_id)
    .where('article.desk_id', '=', desk_id)
    .where('article.put_away_at', 'is', null)
    .groupBy(['article.id', 'article.number', 'article.title']);
}

/** The numbers of their open claims in one article, in order. */
export async function listNumbersInHand(
  db: Db,
  { article_id, ...whose }: { desk_id: string; person_id: string; article_id: string },
): Promise<number[]> {
  const claims = inHand(db, whose).select('claim.number').where('claim.article_id', '=', article_id);
  return (await claims.orderBy('claim.number').execute()).map(({ number }) => number);
}
