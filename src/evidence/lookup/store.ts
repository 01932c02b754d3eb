// All SQL of looking passages up: which wait for it, and what was found.
import type { Db } from '#src/database/schema.ts';
import { statement } from '#src/database/statement.ts';
import type { EvidenceTable } from '../tables.ts';

export type PassageHeld = Pick<EvidenceTable, 'id' | 'passage' | 'lookup_snapshot_id'>;

export type LookupFields = Pick<EvidenceTable, 'lookup_snapshot_id' | 'lookup_found' | 'lookup_ranges'>;

/** The passages of a source that stand as evidence, in whatever article. */
export function listPassages(db: Db, source_id: string): Promise<PassageHeld[]> {
  return passagesOf(db, { source_id });
}

const passagesOf = statement((db, { source_id }: { source_id: string }) =>
  db
    .selectFrom('evidence')
    .select(['id', 'passage', 'lookup_snapshot_id'])
    .where('source_id', '=', source_id)
    .where('passage', '<>', '')
    .where('removed_at', 'is', null)
    .orderBy('id'),
);

/** The newest copy of the source that has a text, shows its page and was not erased. */
export function findReadableCopy(db: Db, source_id: string): Promise<{ id: string } | undefined> {
  return db
    .selectFrom('snapshot')
    .innerJoin('snapshot_text', 'snapshot_text.snapshot_id', 'snapshot.id')
    .select('snapshot.id')
    .where('snapshot.source_id', '=', source_id)
    .where('snapshot.erased_at', 'is', null)
    .where('snapshot.unlike', '=', '')
    .orderBy('snapshot.number', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Sources with a passage that waits though a copy can be read. */
export function listWaiting(db: Db, limit: number) {
  return db
    .selectFrom('source')
    .select(['source.id', 'source.number', 'source.desk_id'])
    .where('source.id', 'in', (eb) =>
      eb
        .selectFrom('evidence')
        .innerJoin('snapshot', 'snapshot.source_id', 'evidence.source_id')
        .innerJoin('snapshot_text', 'snapshot_text.snapshot_id', 'snapshot.id')
        .select('evidence.source_id')
        .where('evidence.passage', '<>', '')
        .where('evidence.lookup_snapshot_id', 'is', null)
        .where('evidence.removed_at', 'is', null)
        .where('snapshot.erased_at', 'is', null)
        .where('snapshot.unlike', '=', ''),
    )
    .orderBy('source.number')
    .limit(limit)
    .execute();
}

/** What was asked of stored work of this kind that has not ended. */
export async function listInputsUnderWay(db: Db, kind: string): Promise<string[]> {
  const rows = await db
    .selectFrom('job')
    .select('input')
    .where('kind', '=', kind)
    .where('ended_at', 'is', null)
    .execute();
  return rows.map(({ input }) => input);
}

/** Notes what was found, as long as the passage is still the one that was looked up. The use keeps its revision: nobody edited it. */
export async function updateLookup(
  db: Db,
  held: Pick<EvidenceTable, 'id' | 'passage'>,
  fields: LookupFields,
): Promise<void> {
  await db.updateTable('evidence').set(fields).where('id', '=', held.id).where('passage', '=', held.passage).execute();
}

/** Forgets what was found in copies of this source. */
export async function updateForgotten(db: Db, source_id: string): Promise<void> {
  await db
    .updateTable('evidence')
    .set({ lookup_snapshot_id: null, lookup_found: null, lookup_ranges: '[]' })
    .where('source_id', '=', source_id)
    .where('lookup_snapshot_id', 'is not', null)
    .execute();
}

export type UseFound = Pick<EvidenceTable, 'id' | 'passage' | 'lookup_found' | 'lookup_ranges'> & {
  claim_number: number;
  article_number: number;
};

/** A use of which the passage was looked up in this copy, or undefined. */
export function findUseInCopy(db: Db, snapshot_id: string, evidence_id: string): Promise<UseFound | undefined> {
  return db
    .selectFrom('evidence')
    .innerJoin('claim', 'claim.id', 'evidence.claim_id')
    .innerJoin('article', 'article.id', 'evidence.article_id')
    .select(['evidence.id', 'evidence.passage', 'evidence.lookup_found', 'evidence.lookup_ranges'])
    .select(['claim.number as claim_number', 'article.number as article_number'])
    .where('evidence.id', '=', evidence_id)
    .where('evidence.lookup_snapshot_id', '=', snapshot_id)
    .where('evidence.removed_at', 'is', null)
    .executeTakeFirst();
}
