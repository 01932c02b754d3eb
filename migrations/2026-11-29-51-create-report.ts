// Signed reports: two models each with their hashes, and a signature. Nothing of them changes but by an erasure.
import { type Kysely, sql } from 'kysely';
import { textType } from '#src/database/engine.ts';
import { guardRows, nothingButChanges } from '#src/database/guarded-rows.ts';

const COLUMNS = [
  ...['id', 'desk_id', 'article_id', 'number', 'version_id', 'key_id', 'signed_by', 'signed_at'],
  ...['internal_sha256', 'public_sha256', 'statement', 'signature', 'open_claims', 'log_number', 'log_hash'],
] as const;

export async function up(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('report')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('desk_id', text, (c) => c.notNull())
    .addColumn('article_id', text, (c) => c.notNull())
    .addColumn('number', 'integer', (c) => c.notNull().check(sql`number > 0`))
    .addColumn('version_id', text, (c) => c.notNull().references('version.id'))
    .addColumn('key_id', text, (c) => c.notNull())
    // Never null: the operator is nobody, and never signs.
    .addColumn('signed_by', text, (c) => c.notNull().references('person.id'))
    .addColumn('signed_at', text, (c) => c.notNull())
    .addColumn('internal_model', text)
    .addColumn('public_model', text)
    .addColumn('internal_sha256', text, (c) => c.notNull())
    .addColumn('public_sha256', text, (c) => c.notNull())
    .addColumn('statement', text, (c) => c.notNull())
    .addColumn('signature', text, (c) => c.notNull())
    .addColumn('reason', text, (c) => c.notNull())
    .addColumn('open_claims', text, (c) => c.notNull())
    .addColumn('log_number', 'integer', (c) => c.notNull())
    .addColumn('log_hash', text, (c) => c.notNull())
    .addColumn('erased_at', text)
    .addColumn('erased_by', text, (c) => c.references('person.id'))
    .addForeignKeyConstraint('report_of_article', ['article_id', 'desk_id'], 'article', ['id', 'desk_id'])
    .addForeignKeyConstraint('report_of_key', ['key_id', 'desk_id'], 'desk_key', ['id', 'desk_id'])
    .addUniqueConstraint('report_number', ['article_id', 'number'])
    .addCheckConstraint(
      'report_erased_whole',
      sql`(erased_at is null) = (internal_model is not null) and (erased_at is null) = (public_model is not null)`,
    )
    .addCheckConstraint('report_reason', sql`erased_at is not null or open_claims = '[]' or reason <> ''`)
    .execute();
  await guardRows(db, { table: 'report', key: ['id'], unless: ERASED_BY_THE_VERB });
  await db.schema
    .createTable('report_comparison')
    .addColumn('report_id', text, (c) => c.notNull().references('report.id'))
    .addColumn('audience', text, (c) => c.notNull().check(sql`audience in ('internal', 'public')`))
    .addColumn('seen', text, (c) => c.notNull())
    .addColumn('changes', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('report_comparison_key', ['report_id', 'audience'])
    .execute();
}

/** The entry of the log comes first, so that no row is emptied without one. */
const ERASED_BY_THE_VERB = `old.erased_at is null and new.erased_at is not null
  and new.internal_model is null and new.public_model is null and new.reason = ''
  and ${nothingButChanges(COLUMNS, [])}
  and exists (select 1 from log where log.verb = 'article.erased' and log.subject = 'article:' || old.article_id)`;
