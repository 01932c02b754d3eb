// Taking articles in from documents: the draft that a person looks over, the original that is kept, the sources it proposes,
// and what the desk notes about the writer.
import { type Kysely, sql } from 'kysely';
import { textType } from '#src/database/engine.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('intake_draft')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('desk_id', text, (c) => c.notNull().references('desk.id'))
    .addColumn('person_id', text, (c) => c.notNull().references('person.id'))
    .addColumn('file_id', text, (c) => c.notNull().references('file.id'))
    .addColumn('draft', text, (c) => c.notNull())
    .addColumn('typed', text, (c) => c.notNull())
    .addColumn('created_at', text, (c) => c.notNull())
    .addColumn('expires_at', text, (c) => c.notNull())
    .execute();
  await db.schema.createIndex('intake_draft_file').on('intake_draft').column('file_id').execute();
  await db.schema.createIndex('version_of_desk').on('version').columns(['id', 'desk_id']).unique().execute();
  await db.schema
    .createTable('version_original')
    .addColumn('version_id', text, (c) => c.primaryKey())
    .addColumn('desk_id', text, (c) => c.notNull())
    .addColumn('file_id', text, (c) => c.notNull().unique())
    .addForeignKeyConstraint('original_of_version', ['version_id', 'desk_id'], 'version', ['id', 'desk_id'])
    .addForeignKeyConstraint('original_file', ['file_id', 'desk_id'], 'file', ['id', 'desk_id'])
    .execute();
  await db.schema
    .createTable('proposed_source')
    .addColumn('version_id', text, (c) => c.notNull().references('version.id'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('start', 'integer')
    .addColumn('end', 'integer')
    .addColumn('title', text, (c) => c.notNull())
    .addColumn('url', text, (c) => c.notNull())
    .addColumn('note', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('proposed_source_key', ['version_id', 'position'])
    .addCheckConstraint(
      'proposed_source_range',
      sql`("start" is null and "end" is null) or (0 <= "start" and "start" < "end")`,
    )
    .execute();
  await db.schema
    .alterTable('article')
    .addColumn('writer_notes', text, (c) => c.notNull().defaultTo(''))
    .execute();
}
