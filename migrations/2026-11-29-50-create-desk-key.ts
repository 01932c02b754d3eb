// The keys with which a desk signs its reports. Of those that are no longer used only the public half stays.
import { type Kysely, sql } from 'kysely';
import { textType } from '#src/database/engine.ts';
import { guardRows, nothingButChanges } from '#src/database/guarded-rows.ts';

const COLUMNS = ['id', 'desk_id', 'number', 'public_key', 'created_at', 'created_by'] as const;

export async function up(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('desk_key')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('desk_id', text, (c) => c.notNull().references('desk.id'))
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('public_key', text, (c) => c.notNull().unique())
    .addColumn('private_key', text)
    .addColumn('created_at', text, (c) => c.notNull())
    .addColumn('created_by', text, (c) => c.references('person.id'))
    .addColumn('retired_at', text)
    .addColumn('retired_by', text, (c) => c.references('person.id'))
    .addUniqueConstraint('desk_key_number', ['desk_id', 'number'])
    .addUniqueConstraint('desk_key_of_desk', ['id', 'desk_id'])
    .addCheckConstraint('desk_key_in_use', sql`(retired_at is null) = (private_key is not null)`)
    .execute();
  await sql`create unique index desk_key_one_in_use on desk_key (desk_id) where retired_at is null`.execute(db);
  await guardRows(db, {
    table: 'desk_key',
    key: ['id'],
    unless: `old.retired_at is null and new.retired_at is not null and ${nothingButChanges(COLUMNS, [])}`,
  });
}
