// After how many days a desk captures its sources again, and what became of the last tries at each address.
import { type Kysely, sql } from 'kysely';
import { textType } from '#src/database/engine.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .alterTable('desk')
    .addColumn('capture_days', 'integer', (c) => c.notNull().defaultTo(0).check(sql`capture_days between 0 and 365`))
    .execute();
  await db.schema
    .createTable('source_watch')
    .addColumn('source_id', text, (c) => c.primaryKey().references('source.id'))
    .addColumn('desk_id', text, (c) => c.notNull().references('desk.id'))
    .addColumn('url', text, (c) => c.notNull())
    .addColumn('tried_at', text, (c) => c.notNull())
    .addColumn('looked_at', text, (c) => c.notNull())
    .addColumn('misses', text, (c) => c.notNull().defaultTo('[]'))
    .addColumn('retry_at', text)
    .addColumn('gone_at', text)
    .execute();
  for (const column of ['looked_at', 'retry_at'])
    await db.schema.createIndex(`source_watch_${column}`).on('source_watch').columns(['desk_id', column]).execute();
  await sql`insert into source_watch (source_id, desk_id, url, tried_at, looked_at)
    select source.id, source.desk_id, source.url, max(snapshot.taken_at), max(snapshot.taken_at)
    from snapshot join source on source.id = snapshot.source_id
    where snapshot.how = 'capture' and source.url <> ''
    group by source.id, source.desk_id, source.url`.execute(db);
}
