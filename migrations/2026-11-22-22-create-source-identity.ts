// Who a confidential source is: a sealed record, its own key beside it, the people who may read it. Destroyed, the row stays as a tombstone.
import { type Kysely, sql } from 'kysely';
import { textType } from '#src/database/engine.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('source_identity')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('desk_id', text, (c) => c.notNull())
    .addColumn('source_id', text, (c) => c.notNull())
    .addColumn('sealed', text)
    .addColumn('written_by', text, (c) => c.notNull().references('person.id'))
    .addColumn('written_at', text, (c) => c.notNull())
    .addColumn('destroyed_by', text, (c) => c.references('person.id'))
    .addColumn('destroyed_at', text)
    .addColumn('destruction_reason', text, (c) => c.notNull().defaultTo(''))
    .addForeignKeyConstraint('identity_of_source', ['source_id', 'desk_id'], 'source', ['id', 'desk_id'])
    .addCheckConstraint('identity_sealed_or_destroyed', sql`(sealed is null) = (destroyed_at is not null)`)
    .addCheckConstraint('identity_destroyed_by', sql`(destroyed_by is null) = (destroyed_at is null)`)
    .addCheckConstraint('identity_destroyed_why', sql`(destruction_reason = '') = (destroyed_at is null)`)
    .execute();
  await db.schema
    .createIndex('source_identity_standing')
    .unique()
    .on('source_identity')
    .column('source_id')
    .where(sql<boolean>`destroyed_at is null`)
    .execute();
  await db.schema
    .createTable('source_identity_key')
    .addColumn('identity_id', text, (c) => c.primaryKey().references('source_identity.id'))
    .addColumn('wrapped', text, (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('source_identity_reader')
    .addColumn('identity_id', text, (c) => c.notNull().references('source_identity.id'))
    .addColumn('person_id', text, (c) => c.notNull().references('person.id'))
    .addColumn('named_by', text, (c) => c.notNull().references('person.id'))
    .addColumn('named_at', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('source_identity_reader_key', ['identity_id', 'person_id'])
    .execute();
}
