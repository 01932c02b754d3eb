// Members and people who are invited can be legal: both CHECKs on roles name it.
import { type Kysely, sql } from 'kysely';
import { engineOf, textType } from '#src/database/engine.ts';

const ROLES = sql`role in ('editor', 'reviewer', 'legal', 'guest')`;

export async function up(db: Kysely<unknown>): Promise<void> {
  if (engineOf(db) === 'postgres') {
    for (const table of ['membership', 'invitation']) await renewCheck(db, table);
    return;
  }
  await rebuildMembership(db);
  await rebuildInvitation(db);
}

async function renewCheck(db: Kysely<unknown>, table: string): Promise<void> {
  await db.schema.alterTable(table).dropConstraint(`${table}_role_check`).execute();
  await db.schema.alterTable(table).addCheckConstraint(`${table}_role_check`, ROLES).execute();
}

async function rebuildMembership(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('membership_rebuilt')
    .addColumn('desk_id', text, (c) => c.notNull().references('desk.id'))
    .addColumn('person_id', text, (c) => c.notNull().references('person.id'))
    .addColumn('role', text, (c) => c.notNull().check(ROLES))
    .addColumn('since', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('membership_key', ['desk_id', 'person_id'])
    .execute();
  await replace(db, 'membership', 'desk_id, person_id, role, since');
  await db.schema.createIndex('membership_person').on('membership').column('person_id').execute();
}

async function rebuildInvitation(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('invitation_rebuilt')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('kind', text, (c) => c.notNull().check(sql`kind in ('invitation', 'reset')`))
    .addColumn('token_hash', text, (c) => c.notNull().unique())
    .addColumn('person_id', text, (c) => c.references('person.id'))
    .addColumn('email', text, (c) => c.notNull())
    .addColumn('display_name', text, (c) => c.notNull())
    .addColumn('desk_id', text, (c) => c.references('desk.id'))
    .addColumn('role', text, (c) => c.check(ROLES))
    .addColumn('is_administrator', 'integer', (c) => c.notNull().check(sql`is_administrator in (0, 1)`))
    .addColumn('created_by', text, (c) => c.references('person.id'))
    .addColumn('created_at', text, (c) => c.notNull())
    .addColumn('expires_at', text, (c) => c.notNull())
    .addColumn('used_at', text)
    .addColumn('withdrawn_at', text)
    .addCheckConstraint('invitation_reset_names_person', sql`kind <> 'reset' or person_id is not null`)
    .execute();
  const columns = `id, kind, token_hash, person_id, email, display_name, desk_id, role, is_administrator, created_by,
    created_at, expires_at, used_at, withdrawn_at`;
  await replace(db, 'invitation', columns);
}

/** SQLite changes no CHECK of a table that is there: the rows move to one made anew. Nothing points to either. */
async function replace(db: Kysely<unknown>, table: string, columns: string): Promise<void> {
  const [old, rebuilt] = [sql.table(table), sql.table(`${table}_rebuilt`)];
  await sql`insert into ${rebuilt} (${sql.raw(columns)}) select ${sql.raw(columns)} from ${old}`.execute(db);
  await db.schema.dropTable(table).execute();
  await db.schema.alterTable(`${table}_rebuilt`).renameTo(table).execute();
}
