// All SQL of what waits for its second read.
import type { ArticleFound } from '#src/articles/store.ts';
import type { PlacedClaim } from '#src/claims/store.ts';
import type { Db } from '#src/database/schema.ts';

export type Waiting = Pick<PlacedClaim, 'id' | 'number' | 'state' | 'checker_id' | 'content_meaning'> & {
  is_key: number;
};

/** The claims of an article in the order of its latest text, with what tells which of them wait for whom. */
export function listForSecondRead(db: Db, article: ArticleFound): Promise<Waiting[]> {
  return db
    .selectFrom('claim')
    .innerJoin('version', (join) =>
      join
        .onRef('version.article_id', '=', 'claim.article_id')
        .on('version.number', '=', article.latest_version_number),
    )
    .innerJoin('claim_anchor', (join) =>
      join.onRef('claim_anchor.claim_id', '=', 'claim.id').onRef('claim_anchor.version_id', '=', 'version.id'),
    )
    .leftJoin('verdict', 'verdict.id', 'claim.content_verdict_id')
    .select(['claim.id', 'claim.number', 'claim.state', 'claim.checker_id', 'claim.is_key'])
    .select('verdict.meaning as content_meaning')
    .where('claim.article_id', '=', article.id)
    .where('claim.same_as_id', 'is', null)
    .orderBy('claim_anchor.start', (order) => order.asc().nullsLast())
    .orderBy('claim_anchor.end', 'desc')
    .orderBy('claim.number')
    .execute();
}
