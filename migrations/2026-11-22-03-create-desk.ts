// Desks, who is a member of them and as what, and the links that bring people in or back in.
import { type Kysely, sql } from 'kysely';
import { textType } from '#src/database/engine.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('desk')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('number', 'integer', (c) => c.notNull().unique())
    .addColumn('slug', text, (c) => c.notNull().unique())
    .addColumn('name', text, (c) => c.notNull())
    .addColumn('name_key', text, (c) => c.notNull().unique())
    .addColumn('time_zone', text, (c) => c.notNull())
    .addColumn('language', text, (c) => c.notNull())
    .addColumn('method', text, (c) => c.notNull())
    .addColumn('created_at', text, (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('membership')
    .addColumn('desk_id', text, (c) => c.notNull().references('desk.id'))
    .addColumn('person_id', text, (c) => c.notNull().references('person.id'))
    .addColumn('role', text, (c) => c.notNull().check(sql`role in ('editor', 'reviewer', 'guest')`))
    .addColumn('since', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('membership_key', ['desk_id', 'person_id'])
    .execute();
  await db.schema.createIndex('membership_person').on('membership').column('person_id').execute();
  await db.schema
    .createTable('invitation')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('kind', text, (c) => c.notNull().check(sql`kind in ('invitation', 'reset')`))
    .addColumn('token_hash', text, (c) => c.notNull().unique())
    .addColumn('person_id', text, (c) => c.references('person.id'))
    .addColumn('email', text, (c) => c.notNull())
    .addColumn('display_name', text, (c) => c.notNull())
    .addColumn('desk_id', text, (c) => c.references('desk.id'))
    .addColumn('role', text, (c) => c.check(sql`role in ('editor', 'reviewer', 'guest')`))
    .addColumn('is_administrator', 'integer', (c) => c.notNull().check(sql`is_administrator in (0, 1)`))
    .addColumn('created_by', text, (c) => c.references('person.id'))
    .addColumn('created_at', text, (c) => c.notNull())
    .addColumn('expires_at', text, (c) => c.notNull())
    .addColumn('used_at', text)
    .addColumn('withdrawn_at', text)
    .addCheckConstraint('invitation_reset_names_person', sql`kind <> 'reset' or person_id is not null`)
    .execute();
}
