// Whom the desk asked, in full: for whom they speak, the moments meant, what came of it; and everybody whom the article accuses.
import { type Kysely, sql } from 'kysely';
import { textType } from '#src/database/engine.ts';

interface Contacts {
  contact: { answer: string; outcome: string | null };
}

export async function up(db: Kysely<unknown>): Promise<void> {
  await widenContact(db);
  await createAccused(db);
  await createDismissal(db);
}

async function widenContact(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  const add = db.schema.alterTable('contact');
  await add.addColumn('party_id', text, (c) => c.references('party.id')).execute();
  await add.addColumn('body', text, (c) => c.notNull().defaultTo('')).execute();
  await add.addColumn('at', text).execute();
  await add.addColumn('until', text).execute();
  await add
    .addColumn('outcome', text, (c) => c.check(sql`outcome in ('answered', 'no_answer', 'declined', 'unreachable')`))
    .execute();
  await add.addColumn('answer_at_words', text, (c) => c.notNull().defaultTo('')).execute();
  await add.addColumn('answer_at', text).execute();
  await add.addColumn('withdrawn_at', text).execute();
  await add.addColumn('withdrawal_reason', text, (c) => c.notNull().defaultTo('')).execute();
  await (db as Kysely<Contacts>)
    .updateTable('contact')
    .set({ outcome: 'answered' })
    .where('answer', '<>', '')
    .execute();
  await db.schema
    .createIndex('contact_waiting')
    .on('contact')
    .columns(['desk_id', 'until'])
    .where(sql<boolean>`outcome is null and withdrawn_at is null and until is not null`)
    .execute();
}

async function createAccused(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('accused')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('desk_id', text, (c) => c.notNull())
    .addColumn('article_id', text, (c) => c.notNull())
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('party_id', text, (c) => c.notNull())
    .addColumn('claim_id', text)
    .addColumn('accusation', text, (c) => c.notNull())
    .addColumn('not_offered_reason', text, (c) => c.notNull())
    .addColumn('copy_shows', text, (c) => c.check(sql`copy_shows in ('yes', 'no')`))
    .addColumn('copy_words', text, (c) => c.notNull())
    .addColumn('copy_sentence', 'integer')
    .addColumn('copy_version_number', 'integer')
    .addColumn('copy_reason', text, (c) => c.notNull())
    .addColumn('marked_by', text, (c) => c.references('person.id'))
    .addColumn('marked_at', text, (c) => c.notNull())
    .addColumn('withdrawn_at', text)
    .addColumn('withdrawal_reason', text, (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addForeignKeyConstraint('accused_in_article', ['article_id', 'desk_id'], 'article', ['id', 'desk_id'])
    .addForeignKeyConstraint('accused_party', ['party_id', 'article_id'], 'party', ['id', 'article_id'])
    .addForeignKeyConstraint('accused_claim', ['claim_id', 'article_id'], 'claim', ['id', 'article_id'])
    .addUniqueConstraint('accused_number', ['article_id', 'number'])
    .addUniqueConstraint('accused_once', ['article_id', 'party_id'])
    .addCheckConstraint(
      'accused_copy',
      sql`coalesce(copy_shows = 'yes', false) = (copy_sentence is not null) and (copy_sentence is null) = (copy_version_number is null)`,
    )
    .execute();
}

/** Names that the program would put among the accused, and that somebody said are not. */
async function createDismissal(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('accused_dismissal')
    .addColumn('article_id', text, (c) => c.notNull().references('article.id'))
    .addColumn('name_key', text, (c) => c.notNull())
    .addColumn('name', text, (c) => c.notNull())
    .addColumn('dismissed_by', text, (c) => c.references('person.id'))
    .addColumn('dismissed_at', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('accused_dismissal_key', ['article_id', 'name_key'])
    .execute();
}
