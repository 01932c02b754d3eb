// What the writer hands in by the link: files, people to call, notes; until a checker takes or leaves each.
import { type Kysely, sql } from 'kysely';
import { textType } from '#src/database/engine.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('handed_piece')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('desk_id', text, (c) => c.notNull())
    .addColumn('article_id', text, (c) => c.notNull())
    .addColumn('link_id', text, (c) => c.notNull().references('writer_link.id'))
    .addColumn('kind', text, (c) => c.notNull().check(sql`kind in ('file', 'contact', 'note')`))
    .addColumn('handed_at', text, (c) => c.notNull())
    .addColumn('is_confidential', 'integer', (c) => c.notNull().check(sql`is_confidential in (0, 1)`))
    .addColumn('about', text, (c) => c.notNull())
    .addColumn('name', text, (c) => c.notNull())
    .addColumn('body', text, (c) => c.notNull())
    .addColumn('phone', text, (c) => c.notNull())
    .addColumn('mail', text, (c) => c.notNull())
    .addColumn('words', text, (c) => c.notNull())
    .addColumn('file_id', text, (c) => c.unique())
    .addColumn('sha256', text)
    .addColumn('size', 'integer', (c) => c.notNull())
    .addColumn('media_type', text, (c) => c.notNull())
    .addColumn('decision', text, (c) => c.check(sql`decision in ('taken', 'left')`))
    .addColumn('decided_by', text, (c) => c.references('person.id'))
    .addColumn('decided_at', text)
    .addColumn('source_id', text, (c) => c.references('source.id'))
    .addColumn('evidence_id', text, (c) => c.references('evidence.id'))
    .addColumn('erased_by', text, (c) => c.references('person.id'))
    .addColumn('erased_at', text)
    .addForeignKeyConstraint('handed_piece_of_article', ['article_id', 'desk_id'], 'article', ['id', 'desk_id'])
    .addForeignKeyConstraint('handed_piece_file', ['file_id', 'desk_id'], 'file', ['id', 'desk_id'])
    .addCheckConstraint('handed_piece_decided', sql`(decision is null) = (decided_at is null)`)
    .addCheckConstraint('handed_piece_erased', sql`erased_at is null or (file_id is null and name = '' and words = '')`)
    .execute();
  const indexes = [
    ['article_id'],
    ['link_id'],
    ['source_id'],
    ['desk_id', 'is_confidential'],
    ['decision', 'decided_at'],
  ];
  for (const columns of indexes)
    await db.schema.createIndex(`handed_piece_${columns[0]}`).on('handed_piece').columns(columns).execute();
}
