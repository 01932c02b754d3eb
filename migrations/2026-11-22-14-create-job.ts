// Work that is stored now and done after: each job belongs to the person who asked for it.
import { type Kysely, sql } from 'kysely';
import { textType } from '#src/database/engine.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('job')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('desk_id', text, (c) => c.references('desk.id'))
    .addColumn('person_id', text, (c) => c.references('person.id'))
    .addColumn('kind', text, (c) => c.notNull())
    .addColumn('title', text, (c) => c.notNull())
    .addColumn('back', text, (c) => c.notNull())
    .addColumn('input', text, (c) => c.notNull())
    .addColumn('state', text, (c) => c.notNull().check(sql`state in ('queued', 'running', 'done', 'failed')`))
    .addColumn('tries', 'integer', (c) => c.notNull())
    .addColumn('progress', 'integer', (c) => c.notNull().check(sql`progress between 0 and 100`))
    .addColumn('message', text, (c) => c.notNull())
    .addColumn('result', text)
    .addColumn('lease', text)
    .addColumn('locked_until', text)
    .addColumn('created_at', text, (c) => c.notNull())
    .addColumn('ended_at', text)
    .addCheckConstraint(
      'job_lease_while_running',
      sql`(state = 'running') = (lease is not null and locked_until is not null)`,
    )
    .addCheckConstraint('job_end', sql`(state in ('done', 'failed')) = (ended_at is not null)`)
    .execute();
  await db.schema.createIndex('job_state').on('job').columns(['state', 'created_at']).execute();
}
