// Saved copies of sources: what was kept, when, by whom and from where, and the text that can be read in them.
import { type Kysely, sql } from 'kysely';
import { textType } from '#src/database/engine.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('snapshot')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('number', 'integer', (c) => c.notNull().unique())
    .addColumn('desk_id', text, (c) => c.notNull())
    .addColumn('source_id', text, (c) => c.notNull())
    .addColumn('how', text, (c) => c.notNull().check(sql`how in ('upload', 'paste', 'capture')`))
    .addColumn('file_id', text, (c) => c.unique())
    .addColumn('warc_file_id', text, (c) => c.unique())
    .addColumn('sha256', text)
    .addColumn('warc_sha256', text)
    .addColumn('text_sha256', text)
    .addColumn('size', 'integer', (c) => c.notNull().check(sql`size > 0`))
    .addColumn('media_type', text, (c) => c.notNull())
    .addColumn('name', text, (c) => c.notNull())
    .addColumn('note', text, (c) => c.notNull())
    .addColumn('url', text, (c) => c.notNull())
    .addColumn('final_url', text, (c) => c.notNull())
    .addColumn('redirects', text, (c) => c.notNull())
    .addColumn('headers', text, (c) => c.notNull())
    .addColumn('taken_by', text, (c) => c.references('person.id'))
    .addColumn('taken_at', text, (c) => c.notNull())
    .addColumn('altered_at', text)
    .addColumn('erased_at', text)
    .addColumn('erased_by', text, (c) => c.references('person.id'))
    .addColumn('erasure_reason', text, (c) => c.notNull())
    .addForeignKeyConstraint('snapshot_of_source', ['source_id', 'desk_id'], 'source', ['id', 'desk_id'])
    .addForeignKeyConstraint('snapshot_file', ['file_id', 'desk_id'], 'file', ['id', 'desk_id'])
    .addForeignKeyConstraint('snapshot_warc_file', ['warc_file_id', 'desk_id'], 'file', ['id', 'desk_id'])
    .addCheckConstraint('snapshot_bytes_or_tombstone', sql`(file_id is null) = (erased_at is not null)`)
    .addCheckConstraint('snapshot_hash', sql`sha256 is not null or erased_at is not null`)
    .addCheckConstraint('snapshot_erasure_reason', sql`(erased_at is null) = (erasure_reason = '')`)
    .addCheckConstraint('snapshot_erased_whole', sql`erased_at is null or warc_file_id is null`)
    .execute();
  await db.schema.createIndex('snapshot_source').on('snapshot').columns(['source_id', 'number']).execute();
  await db.schema
    .createTable('snapshot_text')
    .addColumn('snapshot_id', text, (c) => c.primaryKey().references('snapshot.id'))
    .addColumn('text', text, (c) => c.notNull())
    .execute();
}
