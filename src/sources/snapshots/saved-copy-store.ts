// All SQL of the copies that evidence and articles rest on.
import type { Db } from '#src/database/schema.ts';
import type { SnapshotListed } from './store.ts';
import type { SnapshotTable } from './tables.ts';

/** The copies that stand of all sources which are evidence in this article. */
export function listSnapshotsOfArticle(db: Db, article_id: string): Promise<SnapshotTable[]> {
  const sources = db
    .selectFrom('evidence')
    .select('evidence.source_id')
    .where('evidence.article_id', '=', article_id)
    .where('evidence.removed_at', 'is', null);
  return db
    .selectFrom('snapshot')
    .selectAll()
    .where('source_id', 'in', sources)
    .where('erased_at', 'is', null)
    .orderBy('number')
    .execute();
}

/** What is said of a copy wherever its source is evidence. */
export type SavedCopy = Pick<
  SnapshotListed,
  | 'id'
  | 'number'
  | 'taken_at'
  | 'sha256'
  | 'text_sha256'
  | 'altered_at'
  | 'erased_at'
  | 'erasure_reason'
  | 'erased_by_name'
  | 'unlike'
>;

/** The copies of these sources as evidence speaks of them, by the source's id, newest first. One query. */
export async function listSavedCopies(db: Db, source_ids: readonly string[]): Promise<Map<string, SavedCopy[]>> {
  if (source_ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('snapshot')
    .leftJoin('person as eraser', 'eraser.id', 'snapshot.erased_by')
    .select(['snapshot.source_id', 'snapshot.id', 'snapshot.number', 'snapshot.taken_at', 'snapshot.sha256'])
    .select(['snapshot.text_sha256', 'snapshot.unlike'])
    .select(['snapshot.altered_at', 'snapshot.erased_at', 'snapshot.erasure_reason'])
    .select('eraser.display_name as erased_by_name')
    .where('snapshot.source_id', 'in', [...new Set(source_ids)])
    .orderBy('snapshot.number', 'desc')
    .execute();
  const by_source = new Map<string, SavedCopy[]>();
  for (const { source_id, ...copy } of rows) by_source.set(source_id, [...(by_source.get(source_id) ?? []), copy]);
  return by_source;
}
