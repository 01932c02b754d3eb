// How a desk reads the columns of a spreadsheet of claims, by their names, and what words of status mean to it.
import type { Kysely } from 'kysely';
import { textType } from '#src/database/engine.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('sheet_columns')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('desk_id', text, (c) => c.notNull().references('desk.id'))
    .addColumn('header_key', text, (c) => c.notNull())
    .addColumn('columns', text, (c) => c.notNull())
    .addColumn('set_by', text, (c) => c.references('person.id'))
    .addColumn('set_at', text, (c) => c.notNull())
    .addUniqueConstraint('sheet_columns_of_desk', ['desk_id', 'header_key'])
    .execute();
  await db.schema
    .createTable('sheet_status')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('desk_id', text, (c) => c.notNull().references('desk.id'))
    .addColumn('status_key', text, (c) => c.notNull())
    .addColumn('status', text, (c) => c.notNull())
    .addColumn('verdict_id', text, (c) => c.references('verdict.id'))
    .addColumn('set_by', text, (c) => c.references('person.id'))
    .addColumn('set_at', text, (c) => c.notNull())
    .addUniqueConstraint('sheet_status_of_desk', ['desk_id', 'status_key'])
    .execute();
}
