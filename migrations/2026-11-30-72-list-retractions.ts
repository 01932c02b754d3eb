// Lists of retracted papers that a desk has imported, and their lines.
import { type Kysely, sql } from 'kysely';
import { textType } from '#src/database/engine.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('retraction_list')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('number', 'integer', (c) => c.notNull().unique())
    .addColumn('desk_id', text, (c) => c.notNull().references('desk.id'))
    .addColumn('name', text, (c) => c.notNull().check(sql`name <> ''`))
    .addColumn('file_name', text, (c) => c.notNull())
    .addColumn('sha256', text, (c) => c.notNull())
    .addColumn('entries', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('counts', text, (c) => c.notNull().defaultTo('{}'))
    .addColumn('remarks', text, (c) => c.notNull().defaultTo('[]'))
    .addColumn('imported_by', text, (c) => c.references('person.id'))
    .addColumn('imported_at', text, (c) => c.notNull())
    .addColumn('stands_since', text)
    .addColumn('removed_by', text, (c) => c.references('person.id'))
    .addColumn('removed_at', text)
    .execute();
  await db.schema.createIndex('retraction_list_desk').on('retraction_list').columns(['desk_id', 'number']).execute();
  await db.schema
    .createTable('retraction')
    .addColumn('list_id', text, (c) => c.notNull().references('retraction_list.id'))
    .addColumn('doi', text, (c) => c.notNull())
    .addColumn('kind', text, (c) =>
      c.notNull().check(sql`kind in ('retraction', 'concern', 'correction', 'reinstatement')`),
    )
    .addColumn('desk_id', text, (c) => c.notNull().references('desk.id'))
    .addColumn('day', text, (c) => c.notNull())
    .addColumn('notice_doi', text, (c) => c.notNull())
    .addColumn('reason', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('retraction_key', ['list_id', 'doi', 'kind'])
    .execute();
  await db.schema.createIndex('retraction_doi').on('retraction').columns(['desk_id', 'doi']).execute();
}
