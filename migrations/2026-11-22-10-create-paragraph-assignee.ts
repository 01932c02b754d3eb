// Who reads which paragraph of a version: claims marked there are theirs from the start.
import type { Kysely } from 'kysely';
import { textType } from '#src/database/engine.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('paragraph_assignee')
    .addColumn('version_id', text, (c) => c.notNull().references('version.id'))
    .addColumn('paragraph', 'integer', (c) => c.notNull())
    .addColumn('person_id', text, (c) => c.notNull().references('person.id'))
    .addPrimaryKeyConstraint('paragraph_assignee_key', ['version_id', 'paragraph'])
    .execute();
}
