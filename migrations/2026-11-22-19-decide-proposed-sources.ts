// Proposed sources: where their words stand in later versions, and what people made of them.
import { type Kysely, sql } from 'kysely';
import { textType } from '#src/database/engine.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('proposed_source_place')
    .addColumn('version_id', text, (c) => c.notNull().references('version.id'))
    .addColumn('origin_id', text, (c) => c.notNull())
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('start', 'integer', (c) => c.notNull())
    .addColumn('end', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('proposed_source_place_key', ['version_id', 'origin_id', 'position'])
    .addForeignKeyConstraint('place_of_proposed_source', ['origin_id', 'position'], 'proposed_source', [
      'version_id',
      'position',
    ])
    .addCheckConstraint('proposed_source_place_range', sql`0 <= "start" and "start" < "end"`)
    .execute();
  const add = db.schema.alterTable('proposed_source');
  await add.addColumn('decision', text, (c) => c.check(sql`decision in ('evidence', 'tick', 'dismissed')`)).execute();
  await add.addColumn('decided_by', text, (c) => c.references('person.id')).execute();
  await add.addColumn('decided_at', text).execute();
  await add.addColumn('source_id', text, (c) => c.references('source.id')).execute();
  await add.addColumn('evidence_id', text, (c) => c.references('evidence.id')).execute();
}
