// From now on no text of a version is changed or taken away, but by the erasure of its article.
import type { Kysely } from 'kysely';
import { guardRows, nothingButChanges } from '#src/database/guarded-rows.ts';

const COLUMNS = [
  ...['id', 'article_id', 'desk_id', 'number', 'sha256', 'length', 'note', 'created_at', 'created_by'],
] as const;

export async function up(db: Kysely<unknown>): Promise<void> {
  await guardRows(db, {
    table: 'version',
    key: ['id'],
    unless: `old.text is not null and new.text is null and ${nothingButChanges(COLUMNS, [])}
      and exists (select 1 from log where log.verb = 'article.erased' and log.subject = 'article:' || old.article_id)`,
  });
}
