// Reports that are signed for inside only, and the guard that lets nobody change that either.
import { type Kysely, sql } from 'kysely';
import { guardRows, nothingButChanges } from '#src/database/guarded-rows.ts';

const COLUMNS = [
  ...['id', 'desk_id', 'article_id', 'number', 'version_id', 'key_id', 'signed_by', 'signed_at'],
  ...['internal_sha256', 'public_sha256', 'statement', 'signature', 'open_claims', 'log_number', 'log_hash'],
  'is_internal_only',
] as const;

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('report')
    .addColumn('is_internal_only', 'integer', (c) => c.notNull().defaultTo(0).check(sql`is_internal_only in (0, 1)`))
    .execute();
  await guardRows(db, { table: 'report', key: ['id'], unless: ERASED_BY_THE_VERB });
}

/** The entry of the log comes first, so that no row is emptied without one. */
const ERASED_BY_THE_VERB = `old.erased_at is null and new.erased_at is not null
  and new.internal_model is null and new.public_model is null and new.reason = ''
  and ${nothingButChanges(COLUMNS, [])}
  and exists (select 1 from log where log.verb = 'article.erased' and log.subject = 'article:' || old.article_id)`;
