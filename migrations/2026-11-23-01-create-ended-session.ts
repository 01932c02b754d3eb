// What is remembered of sessions that ended; and security events by their time, since they are swept by it.
import { type Kysely, sql } from 'kysely';
import { textType } from '#src/database/engine.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('ended_session')
    .addColumn('id_hash', text, (c) => c.primaryKey())
    .addColumn('person_id', text, (c) => c.notNull().references('person.id'))
    .addColumn('why', text, (c) => c.notNull().check(sql`why in ('over', 'ended', 'password', 'disabled')`))
    .addColumn('created_at', text, (c) => c.notNull())
    .addColumn('seen_at', text, (c) => c.notNull())
    .addColumn('ended_at', text, (c) => c.notNull())
    .execute();
  await db.schema.createIndex('ended_session_end').on('ended_session').column('ended_at').execute();
  await db.schema.createIndex('security_event_time').on('security_event').column('at').execute();
}
