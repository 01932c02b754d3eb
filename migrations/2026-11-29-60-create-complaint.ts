// Complaints about an article, and corrections of it.
import { type Kysely, sql } from 'kysely';
import { textType } from '#src/database/engine.ts';

const OUTCOMES = sql`outcome in ('stands', 'corrected', 'clarified', 'updated', 'removed', 'to_legal')`;
const KINDS = sql`kind in ('corrected', 'clarified', 'updated', 'removed')`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await createComplaint(db);
  await createCorrection(db);
}

async function createComplaint(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('complaint')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('desk_id', text, (c) => c.notNull())
    .addColumn('article_id', text, (c) => c.notNull())
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('complainant', text, (c) => c.notNull())
    .addColumn('reach', text, (c) => c.notNull())
    .addColumn('received_at', text, (c) => c.notNull())
    .addColumn('due_at', text, (c) => c.notNull())
    .addColumn('claim_id', text)
    .addColumn('words', text, (c) => c.notNull())
    .addColumn('says', text, (c) => c.notNull())
    .addColumn('decider_id', text, (c) => c.references('person.id'))
    .addColumn('outcome', text, (c) => c.check(OUTCOMES))
    .addColumn('decision_line', text, (c) => c.notNull())
    .addColumn('decided_by', text, (c) => c.references('person.id'))
    .addColumn('decided_at', text)
    .addColumn('answer', text, (c) => c.notNull())
    .addColumn('answered_by', text, (c) => c.references('person.id'))
    .addColumn('answered_at', text)
    .addColumn('noted_by', text, (c) => c.references('person.id'))
    .addColumn('noted_at', text, (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addForeignKeyConstraint('complaint_of_article', ['article_id', 'desk_id'], 'article', ['id', 'desk_id'])
    .addForeignKeyConstraint('complaint_claim', ['claim_id', 'article_id'], 'claim', ['id', 'article_id'])
    .addUniqueConstraint('complaint_number', ['article_id', 'number'])
    .addUniqueConstraint('complaint_in_article', ['id', 'article_id'])
    .addCheckConstraint(
      'complaint_decided',
      sql`(outcome is null) = (decided_at is null) and (outcome is null) = (decided_by is null)`,
    )
    .addCheckConstraint('complaint_answered', sql`(answered_at is null) = (answer = '')`)
    .execute();
}

async function createCorrection(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('correction')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('desk_id', text, (c) => c.notNull())
    .addColumn('article_id', text, (c) => c.notNull())
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('complaint_id', text)
    .addColumn('claim_id', text)
    .addColumn('kind', text, (c) => c.notNull().check(KINDS))
    .addColumn('was_words', text, (c) => c.notNull())
    .addColumn('right_words', text, (c) => c.notNull())
    .addColumn('sentence', text, (c) => c.notNull())
    .addColumn('since_at', text)
    .addColumn('made_by', text, (c) => c.notNull().references('person.id'))
    .addColumn('made_at', text, (c) => c.notNull())
    .addColumn('withdrawn_by', text, (c) => c.references('person.id'))
    .addColumn('withdrawn_at', text)
    .addColumn('withdrawal_reason', text, (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addForeignKeyConstraint('correction_of_article', ['article_id', 'desk_id'], 'article', ['id', 'desk_id'])
    .addForeignKeyConstraint('correction_claim', ['claim_id', 'article_id'], 'claim', ['id', 'article_id'])
    .addForeignKeyConstraint('correction_complaint', ['complaint_id', 'article_id'], 'complaint', ['id', 'article_id'])
    .addUniqueConstraint('correction_number', ['article_id', 'number'])
    .addCheckConstraint('correction_right', sql`(kind = 'removed') = (right_words = '')`)
    .addCheckConstraint('correction_withdrawn', sql`(withdrawn_at is null) = (withdrawal_reason = '')`)
    .execute();
}
