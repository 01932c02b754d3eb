// All SQL of what people made of the sources that documents propose.
import type { ProposedSourceFound } from '#src/articles/proposed-store.ts';
import type { ProposedSourceTable } from '#src/articles/tables.ts';
import type { Db } from '#src/database/schema.ts';

export type Decision = Pick<
  ProposedSourceTable,
  'decision' | 'decided_by' | 'decided_at' | 'source_id' | 'evidence_id'
>;

/** Remembers what was made of a proposed source, or, with nulls, that nothing was. */
export async function updateProposedDecision(
  db: Db,
  proposed_source: Pick<ProposedSourceFound, 'origin_id' | 'position'>,
  decision: Decision,
): Promise<void> {
  await db
    .updateTable('proposed_source')
    .set(decision)
    .where('version_id', '=', proposed_source.origin_id)
    .where('position', '=', proposed_source.position)
    .execute();
}
