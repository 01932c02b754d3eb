// Files in the database, in chunks: staged first, linked by the command that wants them, swept where no command came.
import { type Kysely, sql } from 'kysely';
import { bytesType, textType } from '#src/database/engine.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('file')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('desk_id', text, (c) => c.notNull().references('desk.id'))
    .addColumn('sha256', text, (c) => c.notNull())
    .addColumn('size', 'integer', (c) => c.notNull().check(sql`size > 0`))
    .addColumn('media_type', text, (c) => c.notNull())
    .addColumn('name', text, (c) => c.notNull())
    .addColumn('created_at', text, (c) => c.notNull())
    .addColumn('created_by', text, (c) => c.references('person.id'))
    .addColumn('linked_at', text)
    .addUniqueConstraint('file_of_desk', ['id', 'desk_id'])
    .execute();
  await db.schema.createIndex('file_linked').on('file').columns(['linked_at', 'created_at']).execute();
  await db.schema
    .createTable('file_chunk')
    .addColumn('file_id', text, (c) => c.notNull().references('file.id'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('bytes', bytesType(db), (c) => c.notNull())
    .addPrimaryKeyConstraint('file_chunk_key', ['file_id', 'position'])
    .addCheckConstraint('file_chunk_size', sql`length(bytes) between 1 and 1000000`)
    .execute();
}
