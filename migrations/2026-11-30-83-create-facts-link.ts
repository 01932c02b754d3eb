// Links by which somebody outside says of chosen sentences whether they are right: of the token only its hash.
import { type Kysely, sql } from 'kysely';
import { textType } from '#src/database/engine.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await createLinks(db, text);
  await createSentences(db, text);
  await createAnswers(db, text);
  await db.schema
    .createTable('facts_use')
    .addColumn('answer_id', text, (c) => c.notNull().references('facts_answer.id'))
    .addColumn('claim_id', text, (c) => c.notNull().references('claim.id'))
    .addColumn('decision', text, (c) => c.notNull().check(sql`decision in ('taken', 'dismissed')`))
    .addColumn('evidence_id', text, (c) => c.references('evidence.id'))
    .addColumn('decided_by', text, (c) => c.references('person.id'))
    .addColumn('decided_at', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('facts_use_key', ['answer_id', 'claim_id'])
    .addCheckConstraint('facts_use_evidence', sql`(decision = 'taken') = (evidence_id is not null)`)
    .execute();
}

type Text = ReturnType<typeof textType>;

async function createLinks(db: Kysely<unknown>, text: Text): Promise<void> {
  await db.schema
    .createTable('facts_link')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('desk_id', text, (c) => c.notNull())
    .addColumn('article_id', text, (c) => c.notNull())
    .addColumn('token_hash', text, (c) => c.notNull().unique())
    .addColumn('name', text, (c) => c.notNull())
    .addColumn('note', text, (c) => c.notNull())
    .addColumn('version_number', 'integer', (c) => c.notNull())
    .addColumn('created_by', text, (c) => c.references('person.id'))
    .addColumn('created_at', text, (c) => c.notNull())
    .addColumn('expires_at', text, (c) => c.notNull())
    .addColumn('withdrawn_by', text, (c) => c.references('person.id'))
    .addColumn('withdrawn_at', text)
    .addColumn('first_opened_at', text)
    .addColumn('last_opened_at', text)
    .addColumn('how_known', text, (c) => c.notNull())
    .addColumn('may_name', text, (c) => c.notNull().check(sql`may_name in ('', 'yes', 'no')`))
    .addColumn('answered_at', text)
    .addColumn('times_answered', 'integer', (c) => c.notNull())
    .addColumn('contact_id', text, (c) => c.references('contact.id'))
    .addColumn('source_id', text, (c) => c.references('source.id'))
    .addColumn('erased_by', text, (c) => c.references('person.id'))
    .addColumn('erased_at', text)
    .addColumn('erasure_reason', text, (c) => c.notNull())
    .addForeignKeyConstraint('facts_link_of_article', ['article_id', 'desk_id'], 'article', ['id', 'desk_id'])
    .addCheckConstraint('facts_link_ends', sql`created_at < expires_at`)
    .addCheckConstraint('facts_link_erased', sql`erased_at is null or (withdrawn_at is not null and name = '')`)
    .execute();
  for (const column of ['article_id', 'source_id'])
    await db.schema.createIndex(`facts_link_${column}`).on('facts_link').column(column).execute();
}

async function createSentences(db: Kysely<unknown>, text: Text): Promise<void> {
  await db.schema
    .createTable('facts_sentence')
    .addColumn('link_id', text, (c) => c.notNull().references('facts_link.id'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('article_id', text, (c) => c.notNull().references('article.id'))
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('words', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('facts_sentence_key', ['link_id', 'position'])
    .execute();
  await db.schema.createIndex('facts_sentence_article').on('facts_sentence').column('article_id').execute();
}

async function createAnswers(db: Kysely<unknown>, text: Text): Promise<void> {
  await db.schema
    .createTable('facts_answer')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('link_id', text, (c) => c.notNull())
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('article_id', text, (c) => c.notNull().references('article.id'))
    .addColumn('verdict', text, (c) => c.notNull().check(sql`verdict in ('right', 'wrong')`))
    .addColumn('says', text, (c) => c.notNull())
    .addColumn('at', text, (c) => c.notNull())
    .addColumn('superseded_at', text)
    .addColumn('noted_by', text, (c) => c.references('person.id'))
    .addColumn('noted_at', text)
    .addForeignKeyConstraint('facts_answer_of', ['link_id', 'position'], 'facts_sentence', ['link_id', 'position'])
    .execute();
  for (const column of ['article_id', 'link_id'])
    await db.schema.createIndex(`facts_answer_${column}`).on('facts_answer').column(column).execute();
  await db.schema
    .createIndex('facts_answer_latest')
    .on('facts_answer')
    .columns(['link_id', 'position'])
    .where(sql.ref('superseded_at'), 'is', null)
    .unique()
    .execute();
}
