// All SQL of passages that changed, or went, when their source was captured again.
import type { Db } from '#src/database/schema.ts';
import type { PassageHeld } from '../lookup/store.ts';
import type { PassageChangeTable } from './tables.ts';

/** A copy that stands, with its text and where it comes from; undefined where it was erased meanwhile. */
export function findCopyText(db: Db, id: string) {
  return db
    .selectFrom('snapshot')
    .innerJoin('snapshot_text', 'snapshot_text.snapshot_id', 'snapshot.id')
    .select(['snapshot.id', 'snapshot.source_id', 'snapshot.taken_at', 'snapshot.taken_by', 'snapshot_text.text'])
    .where('snapshot.id', '=', id)
    .where('snapshot.erased_at', 'is', null)
    .executeTakeFirst();
}

/** The use as it stands, while its passage is the one that was looked up; with its claim, article and source. */
export function findUseHeld(db: Db, held: PassageHeld) {
  return db
    .selectFrom('evidence')
    .innerJoin('claim', 'claim.id', 'evidence.claim_id')
    .innerJoin('article', 'article.id', 'evidence.article_id')
    .innerJoin('source', 'source.id', 'evidence.source_id')
    .innerJoin('desk', 'desk.id', 'evidence.desk_id')
    .select(['evidence.id', 'evidence.desk_id', 'evidence.article_id', 'evidence.claim_id', 'desk.time_zone'])
    .select(['claim.number as claim_number', 'article.put_away_at', 'source.is_confidential'])
    .where('evidence.id', '=', held.id)
    .where('evidence.passage', '=', held.passage)
    .where('evidence.removed_at', 'is', null)
    .executeTakeFirst();
}

export async function insertPassageChange(db: Db, change: PassageChangeTable): Promise<void> {
  await db.insertInto('passage_change').values(change).execute();
}

/** The passages of uses that stand in the article which changed after this moment; those of open sources alone where asked so. */
export function listPassageChanges(
  db: Db,
  { article_id, after, is_outside }: { article_id: string; after: string; is_outside: boolean },
) {
  return db
    .selectFrom('passage_change')
    .innerJoin('evidence', 'evidence.id', 'passage_change.evidence_id')
    .innerJoin('claim', 'claim.id', 'passage_change.claim_id')
    .innerJoin('source', 'source.id', 'evidence.source_id')
    .innerJoin('snapshot', 'snapshot.id', 'passage_change.snapshot_id')
    .select(['claim.number as claim_number', 'source.is_confidential', 'source.title', 'source.alias'])
    .select(['passage_change.what', 'snapshot.taken_at'])
    .where('passage_change.article_id', '=', article_id)
    .where('passage_change.found_at', '>', after)
    .where('evidence.removed_at', 'is', null)
    .$if(is_outside, (query) => query.where('source.is_confidential', '=', 0))
    .orderBy('claim.number')
    .orderBy('snapshot.number')
    .execute();
}
