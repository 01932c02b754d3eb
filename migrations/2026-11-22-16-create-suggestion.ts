// What people decided about the program's suggestions: taken as a claim, or dismissed. The suggestions themselves are read anew.
import { type Kysely, sql } from 'kysely';
import { textType } from '#src/database/engine.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('suggestion')
    .addColumn('version_id', text, (c) => c.notNull().references('version.id'))
    .addColumn('start', 'integer', (c) => c.notNull())
    .addColumn('end', 'integer', (c) => c.notNull())
    .addColumn('taken_claim_id', text, (c) => c.references('claim.id'))
    .addColumn('dismissed_by', text, (c) => c.references('person.id'))
    .addColumn('dismissed_at', text)
    .addPrimaryKeyConstraint('suggestion_key', ['version_id', 'start', 'end'])
    .addCheckConstraint('suggestion_range', sql`0 <= "start" and "start" < "end"`)
    .addCheckConstraint('suggestion_decided', sql`(taken_claim_id is null) <> (dismissed_at is null)`)
    .addCheckConstraint('suggestion_dismissed', sql`(dismissed_by is null) = (dismissed_at is null)`)
    .execute();
}
