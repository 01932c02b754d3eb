// Points on which parties differ, the rule the desk applies to each, and every party's own answer.
import { type Kysely, sql } from 'kysely';
import { textType } from '#src/database/engine.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await createQuestion(db);
  await createAccount(db);
}

async function createQuestion(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('question')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('desk_id', text, (c) => c.notNull())
    .addColumn('article_id', text, (c) => c.notNull())
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('point', text, (c) => c.notNull())
    .addColumn('point_key', text, (c) => c.notNull())
    .addColumn('rule', text, (c) =>
      c.notNull().check(sql`rule in ('prefer', 'range', 'majority', 'lowest', 'unresolved', 'pending')`),
    )
    .addColumn('rule_sentence', text, (c) => c.notNull())
    .addColumn('copy_shows', text, (c) => c.check(sql`copy_shows in ('yes', 'no')`))
    .addColumn('copy_words', text, (c) => c.notNull())
    .addColumn('copy_sentence', 'integer')
    .addColumn('copy_version_number', 'integer')
    .addColumn('copy_reason', text, (c) => c.notNull())
    .addColumn('created_by', text, (c) => c.references('person.id'))
    .addColumn('created_at', text, (c) => c.notNull())
    .addColumn('withdrawn_at', text)
    .addColumn('withdrawal_reason', text, (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addForeignKeyConstraint('question_of_article', ['article_id', 'desk_id'], 'article', ['id', 'desk_id'])
    .addUniqueConstraint('question_number', ['article_id', 'number'])
    .addUniqueConstraint('question_in_article', ['id', 'article_id'])
    .addCheckConstraint(
      'question_copy',
      sql`coalesce(copy_shows = 'yes', false) = (copy_sentence is not null) and (copy_sentence is null) = (copy_version_number is null)`,
    )
    .execute();
}

async function createAccount(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('account')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('desk_id', text, (c) => c.notNull())
    .addColumn('article_id', text, (c) => c.notNull())
    .addColumn('question_id', text, (c) => c.notNull())
    .addColumn('party_id', text, (c) => c.notNull())
    .addColumn('value', text, (c) => c.notNull())
    .addColumn('comparator', text, (c) => c.check(sql`comparator in ('=', '~', '>', '≥', '<', '≤')`))
    .addColumn('low', 'double precision')
    .addColumn('high', 'double precision')
    .addColumn('unit', text)
    .addColumn('as_of', text, (c) => c.notNull())
    .addColumn('quote', text, (c) => c.notNull())
    .addColumn('claim_id', text)
    .addColumn('source_id', text)
    .addColumn('is_preferred', 'integer', (c) => c.notNull().check(sql`is_preferred in (0, 1)`))
    .addColumn('added_by', text, (c) => c.references('person.id'))
    .addColumn('added_at', text, (c) => c.notNull())
    .addColumn('withdrawn_at', text)
    .addColumn('withdrawal_reason', text, (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addForeignKeyConstraint('account_in_article', ['article_id', 'desk_id'], 'article', ['id', 'desk_id'])
    .addForeignKeyConstraint('account_question', ['question_id', 'article_id'], 'question', ['id', 'article_id'])
    .addForeignKeyConstraint('account_party', ['party_id', 'article_id'], 'party', ['id', 'article_id'])
    .addForeignKeyConstraint('account_claim', ['claim_id', 'article_id'], 'claim', ['id', 'article_id'])
    .addForeignKeyConstraint('account_source', ['source_id', 'desk_id'], 'source', ['id', 'desk_id'])
    .addCheckConstraint('account_from', sql`claim_id is null or source_id is null`)
    .addCheckConstraint('account_figure', sql`(comparator is null) = (low is null and high is null)`)
    .addCheckConstraint('account_order', sql`low is null or high is null or low <= high`)
    .addCheckConstraint('account_preferred', sql`is_preferred = 0 or withdrawn_at is null`)
    .execute();
  await db.schema.createIndex('account_article').on('account').column('article_id').execute();
  await db.schema.createIndex('account_source_used').on('account').column('source_id').execute();
  await db.schema
    .createIndex('account_preferred_once')
    .unique()
    .on('account')
    .column('question_id')
    .where(sql.ref('is_preferred'), '=', sql.lit(1))
    .execute();
}
