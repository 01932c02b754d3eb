// All SQL of the copies that have one text, under whatever source.
import type { Db } from '#src/database/schema.ts';
import type { SourceTable } from '../tables.ts';
import type { SourceNamed } from './store.ts';

/** Other cards of the desk of which a saved copy stands that has the same words as one of this source's; the oldest first. */
export async function listSameText(
  db: Db,
  source: Pick<SourceTable, 'id' | 'desk_id'>,
  limit = 5,
): Promise<SourceNamed[]> {
  const own = await db
    .selectFrom('snapshot')
    .select('text_key')
    .where('source_id', '=', source.id)
    .where('text_key', 'is not', null)
    .where('erased_at', 'is', null)
    .execute();
  if (own.length === 0) return [];
  const keys = [...new Set(own.map(({ text_key }) => text_key))];
  return db
    .selectFrom('snapshot')
    .innerJoin('source', 'source.id', 'snapshot.source_id')
    .select(['source.id', 'source.number', 'source.title', 'source.is_confidential', 'source.alias'])
    .distinct()
    .where('snapshot.desk_id', '=', source.desk_id)
    .where('snapshot.text_key', 'in', keys)
    .where('snapshot.text_key', 'is not', null)
    .where('snapshot.source_id', '<>', source.id)
    .where('snapshot.erased_at', 'is', null)
    .orderBy('source.number')
    .limit(limit)
    .execute();
}
