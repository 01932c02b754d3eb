// What the program reads in a version, kept so that it is read once: blocks of some sentences.
import type { Kysely } from 'kysely';
import { bytesType, textType } from '#src/database/engine.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  const [text, bytes] = [textType(db), bytesType(db)];
  await db.schema
    .createTable('version_reading')
    .addColumn('version_id', text, (c) => c.notNull().references('version.id'))
    .addColumn('start', 'integer', (c) => c.notNull())
    .addColumn('end', 'integer', (c) => c.notNull())
    .addColumn('language', text, (c) => c.notNull())
    .addColumn('reading_version', 'integer', (c) => c.notNull())
    .addColumn('leftovers', bytes, (c) => c.notNull())
    .addColumn('suggestions', bytes, (c) => c.notNull())
    .addColumn('statements', bytes, (c) => c.notNull())
    .addPrimaryKeyConstraint('version_reading_place', ['version_id', 'start'])
    .execute();
}
