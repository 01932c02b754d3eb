// People who sign in, their sessions, and what the desk notes about sign-ins and refusals.
import { type Kysely, sql } from 'kysely';
import { textType } from '#src/database/engine.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('person')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('number', 'integer', (c) => c.notNull().unique())
    .addColumn('email', text, (c) => c.notNull())
    .addColumn('email_key', text, (c) => c.notNull().unique())
    .addColumn('display_name', text, (c) => c.notNull())
    .addColumn('initials', text, (c) => c.notNull())
    .addColumn('password_hash', text)
    .addColumn('is_administrator', 'integer', (c) => c.notNull().check(sql`is_administrator in (0, 1)`))
    .addColumn('letter_keys', 'integer', (c) => c.notNull().check(sql`letter_keys in (0, 1)`))
    .addColumn('theme', text, (c) => c.notNull().check(sql`theme in ('system', 'light', 'dark')`))
    .addColumn('disabled_at', text)
    .addColumn('created_at', text, (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('session')
    .addColumn('id_hash', text, (c) => c.primaryKey())
    .addColumn('person_id', text, (c) => c.references('person.id'))
    .addColumn('data', text, (c) => c.notNull())
    .addColumn('created_at', text, (c) => c.notNull())
    .addColumn('seen_at', text, (c) => c.notNull())
    .addColumn('expires_at', text, (c) => c.notNull())
    .execute();
  await db.schema.createIndex('session_person').on('session').column('person_id').execute();
  await db.schema.createIndex('session_expiry').on('session').column('expires_at').execute();
  await db.schema
    .createTable('security_event')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('at', text, (c) => c.notNull())
    .addColumn('kind', text, (c) => c.notNull())
    .addColumn('person_id', text, (c) => c.references('person.id'))
    .addColumn('email_key', text)
    .addColumn('address', text)
    .addColumn('detail', text, (c) => c.notNull())
    .execute();
}
