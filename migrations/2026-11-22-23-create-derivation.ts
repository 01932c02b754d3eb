// Which source a source has what it says from: who noted it, when, and what there is to say; taken back, the row stays.
import { type Kysely, sql } from 'kysely';
import { textType } from '#src/database/engine.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('source_derivation')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('desk_id', text, (c) => c.notNull())
    .addColumn('source_id', text, (c) => c.notNull())
    .addColumn('derives_from_id', text, (c) => c.notNull())
    .addColumn('is_same_copy', 'integer', (c) => c.notNull().check(sql`is_same_copy in (0, 1)`))
    .addColumn('note', text, (c) => c.notNull())
    .addColumn('noted_by', text, (c) => c.references('person.id'))
    .addColumn('noted_at', text, (c) => c.notNull())
    .addColumn('removed_by', text, (c) => c.references('person.id'))
    .addColumn('removed_at', text)
    .addForeignKeyConstraint('derivation_of_source', ['source_id', 'desk_id'], 'source', ['id', 'desk_id'])
    .addForeignKeyConstraint('derivation_from_source', ['derives_from_id', 'desk_id'], 'source', ['id', 'desk_id'])
    .addCheckConstraint('derivation_from_another', sql`source_id <> derives_from_id`)
    .execute();
  await db.schema
    .createIndex('derivation_standing')
    .unique()
    .on('source_derivation')
    .column('source_id')
    .where(sql<boolean>`removed_at is null`)
    .execute();
  await db.schema.createIndex('derivation_source').on('source_derivation').column('source_id').execute();
  await db.schema.createIndex('derivation_from').on('source_derivation').column('derives_from_id').execute();
}
