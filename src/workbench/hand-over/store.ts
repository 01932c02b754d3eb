// All SQL of what somebody has in hand at a desk, to be handed over: claims and paragraphs, by article.
import { sql } from 'kysely';
import type { Db } from '#src/database/schema.ts';

export interface InHand {
  article_id: string;
  number: number;
  title: string;
  language: string;
  claims: number;
}

/** The articles of a desk in which this person has open claims, the newest first, with how many. */
export async function listInHand(db: Db, whose: { desk_id: string; person_id: string }): Promise<InHand[]> {
  const rows = await claimsOf(db, whose)
    .innerJoin('article', 'article.id', 'claim.article_id')
    .select(['article.id as article_id', 'article.number', 'article.title', 'article.language'])
    .select(({ fn }) => fn.countAll().as('claims'))
    .groupBy(['article.id', 'article.number', 'article.title', 'article.language'])
    .orderBy('article.number', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, claims: Number(row.claims) }));
}

/** The numbers of their open claims in one article, in order. */
export async function listNumbersInHand(
  db: Db,
  { article_id, ...whose }: { desk_id: string; person_id: string; article_id: string },
): Promise<number[]> {
  const claims = claimsOf(db, whose).select('claim.number').where('claim.article_id', '=', article_id);
  return (await claims.orderBy('claim.number').execute()).map(({ number }) => number);
}

function claimsOf(db: Db, { desk_id, person_id }: { desk_id: string; person_id: string }) {
  return db
    .selectFrom('claim')
    .where('claim.assignee_id', '=', person_id)
    .where('claim.desk_id', '=', desk_id)
    .where(sql<boolean>`claim.state in ('open', 'in_work', 'returned') and claim.is_put_away = 0`);
}
