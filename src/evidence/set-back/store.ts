// All SQL of the claims that rest on a source, and of addresses that went since a moment.
import type { Db } from '#src/database/schema.ts';

export interface ClaimResting {
  article_id: string;
  put_away_at: string | null;
  claim_number: number;
}

/** The claims under which a use of this source stands, in whatever article, each once. */
export function listClaimsOn(db: Db, source_id: string): Promise<ClaimResting[]> {
  return db
    .selectFrom('evidence')
    .innerJoin('claim', 'claim.id', 'evidence.claim_id')
    .innerJoin('article', 'article.id', 'evidence.article_id')
    .select(['evidence.article_id', 'article.put_away_at', 'claim.number as claim_number'])
    .distinct()
    .where('evidence.source_id', '=', source_id)
    .where('evidence.removed_at', 'is', null)
    .orderBy('evidence.article_id')
    .orderBy('claim.number')
    .execute();
}

/** Whether the source is confidential, and the time zone of its desk. */
export async function getSourceHere(db: Db, source_id: string) {
  return db
    .selectFrom('source')
    .innerJoin('desk', 'desk.id', 'source.desk_id')
    .select(['source.is_confidential', 'desk.time_zone'])
    .where('source.id', '=', source_id)
    .executeTakeFirstOrThrow();
}

/** The claims of an article on whose sources' addresses nothing stands since a moment; of open sources alone where asked so. */
export function listGoneSince(
  db: Db,
  { article_id, after, is_outside }: { article_id: string; after: string; is_outside: boolean },
) {
  return db
    .selectFrom('evidence')
    .innerJoin('claim', 'claim.id', 'evidence.claim_id')
    .innerJoin('source', 'source.id', 'evidence.source_id')
    .innerJoin('source_watch', 'source_watch.source_id', 'source.id')
    .select([
      'claim.number as claim_number',
      'source.is_confidential',
      'source.title',
      'source.alias',
      'source_watch.misses',
    ])
    .where('evidence.article_id', '=', article_id)
    .where('evidence.removed_at', 'is', null)
    .where('source_watch.gone_at', '>', after)
    .whereRef('source_watch.url', '=', 'source.url')
    .$if(is_outside, (query) => query.where('source.is_confidential', '=', 0))
    .orderBy('claim.number')
    .execute();
}

/** The claims of an article whose sources have a DOI, each with it; of open sources alone where asked so. */
export function listPapersUsed(db: Db, { article_id, is_outside }: { article_id: string; is_outside: boolean }) {
  return db
    .selectFrom('evidence')
    .innerJoin('claim', 'claim.id', 'evidence.claim_id')
    .innerJoin('source', 'source.id', 'evidence.source_id')
    .select(['claim.number as claim_number', 'source.is_confidential', 'source.title', 'source.alias'])
    .select(['source.doi', 'source.desk_id'])
    .where('evidence.article_id', '=', article_id)
    .where('evidence.removed_at', 'is', null)
    .where('source.doi', '<>', '')
    .$if(is_outside, (query) => query.where('source.is_confidential', '=', 0))
    .orderBy('claim.number')
    .execute();
}
