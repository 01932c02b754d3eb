// Verdict scales, parties, claims and their anchors, attributions and figures; ticks and initials beside them.
import { type Kysely, sql } from 'kysely';
import { textType } from '#src/database/engine.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await createVerdictAndParty(db);
  await createClaim(db);
  await createAnchor(db);
  await createReading(db);
}

async function createVerdictAndParty(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('verdict')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('desk_id', text, (c) => c.notNull().references('desk.id'))
    .addColumn('meaning', text, (c) =>
      c.notNull().check(sql`meaning in ('ok', 'fixed', 'disputed', 'context', 'wrong', 'unsupported', 'author')`),
    )
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('desk_label', text, (c) => c.notNull())
    .addColumn('public_label', text, (c) => c.notNull())
    .addColumn('mark', text, (c) => c.notNull())
    .addColumn('colour', text, (c) => c.notNull())
    .addColumn('rating', 'integer')
    .addColumn('retired_at', text)
    .addUniqueConstraint('verdict_of_desk', ['id', 'desk_id'])
    .addUniqueConstraint('verdict_position', ['desk_id', 'position'])
    .execute();
  await db.schema
    .createTable('party')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('article_id', text, (c) => c.notNull().references('article.id'))
    .addColumn('name', text, (c) => c.notNull())
    .addColumn('role', text, (c) => c.notNull())
    .addColumn('name_key', text, (c) => c.notNull())
    .addUniqueConstraint('party_name', ['article_id', 'name_key'])
    .addUniqueConstraint('party_of_article', ['id', 'article_id'])
    .execute();
}

async function createClaim(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('claim')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('desk_id', text, (c) => c.notNull())
    .addColumn('article_id', text, (c) => c.notNull())
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('kind', text, (c) =>
      c
        .notNull()
        .check(
          sql`kind in ('number', 'quotation', 'event', 'name', 'date', 'place', 'comparison', 'implication', 'image', 'other')`,
        ),
    )
    .addColumn('statement', text, (c) => c.notNull())
    .addColumn('state', text, (c) =>
      c.notNull().check(sql`state in ('open', 'in_work', 'ready', 'returned', 'closed', 'withdrawn')`),
    )
    .addColumn('is_key', 'integer', (c) => c.notNull().check(sql`is_key in (0, 1)`))
    .addColumn('checker_id', text, (c) => c.references('person.id'))
    .addColumn('second_reader_id', text, (c) => c.references('person.id'))
    .addColumn('waiver_id', text)
    .addColumn('attribution_verdict', text, (c) =>
      c.check(sql`attribution_verdict in ('word_for_word', 'fair_paraphrase', 'changed', 'not_found', 'someone_else')`),
    )
    .addColumn('content_verdict_id', text)
    .addColumn('verdict_sentence', text, (c) => c.notNull())
    .addColumn('as_of', text, (c) => c.notNull())
    .addColumn('assignee_id', text, (c) => c.references('person.id'))
    .addColumn('due_at', text)
    .addColumn('state_line', text, (c) => c.notNull())
    .addColumn('marked_by', text, (c) => c.references('person.id'))
    .addColumn('marked_at', text, (c) => c.notNull())
    .addColumn('closed_at', text)
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addForeignKeyConstraint('claim_of_article', ['article_id', 'desk_id'], 'article', ['id', 'desk_id'])
    .addForeignKeyConstraint('claim_verdict', ['content_verdict_id', 'desk_id'], 'verdict', ['id', 'desk_id'])
    .addUniqueConstraint('claim_number', ['article_id', 'number'])
    .addUniqueConstraint('claim_in_article', ['id', 'article_id'])
    .addUniqueConstraint('claim_in_desk', ['id', 'desk_id'])
    .addCheckConstraint('claim_second_reader', sql`second_reader_id <> checker_id or waiver_id is not null`)
    .addCheckConstraint(
      'claim_closed',
      sql`(state = 'closed') = (closed_at is not null) and (state <> 'closed' or (content_verdict_id is not null and checker_id is not null and (second_reader_id is not null or waiver_id is not null)))`,
    )
    .execute();
  await db.schema.createIndex('claim_assignee').on('claim').columns(['assignee_id', 'state']).execute();
}

async function createAnchor(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('claim_anchor')
    .addColumn('claim_id', text, (c) => c.notNull())
    .addColumn('article_id', text, (c) => c.notNull())
    .addColumn('version_id', text, (c) => c.notNull())
    .addColumn('version_length', 'integer', (c) => c.notNull())
    .addColumn('start', 'integer')
    .addColumn('end', 'integer')
    .addColumn('status', text, (c) => c.notNull().check(sql`status in ('exact', 'moved', 'changed', 'lost')`))
    .addColumn('placed_by', text, (c) => c.references('person.id'))
    .addPrimaryKeyConstraint('claim_anchor_key', ['claim_id', 'version_id'])
    .addForeignKeyConstraint('claim_anchor_of_claim', ['claim_id', 'article_id'], 'claim', ['id', 'article_id'])
    .addForeignKeyConstraint('claim_anchor_of_version', ['version_id', 'article_id', 'version_length'], 'version', [
      'id',
      'article_id',
      'length',
    ])
    .addCheckConstraint(
      'claim_anchor_range',
      sql`(status = 'lost' and "start" is null and "end" is null) or (status <> 'lost' and "start" is not null and "end" is not null and 0 <= "start" and "start" < "end" and "end" <= version_length)`,
    )
    .execute();
  await db.schema.createIndex('claim_anchor_version').on('claim_anchor').column('version_id').execute();
  await db.schema
    .createTable('claim_attribution')
    .addColumn('claim_id', text, (c) => c.notNull())
    .addColumn('article_id', text, (c) => c.notNull())
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('party_id', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('claim_attribution_key', ['claim_id', 'position'])
    .addForeignKeyConstraint('claim_attribution_of_claim', ['claim_id', 'article_id'], 'claim', ['id', 'article_id'])
    .addForeignKeyConstraint('claim_attribution_party', ['party_id', 'article_id'], 'party', ['id', 'article_id'])
    .execute();
  await db.schema
    .createTable('figure')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('claim_id', text, (c) => c.notNull())
    .addColumn('version_id', text, (c) => c.notNull())
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('value', text, (c) => c.notNull())
    .addColumn('comparator', text, (c) => c.notNull().check(sql`comparator in ('=', '~', '>', '≥', '<', '≤')`))
    .addColumn('low', 'double precision')
    .addColumn('high', 'double precision')
    .addColumn('unit', text)
    .addColumn('start', 'integer', (c) => c.notNull())
    .addColumn('end', 'integer', (c) => c.notNull())
    .addForeignKeyConstraint('figure_of_anchor', ['claim_id', 'version_id'], 'claim_anchor', ['claim_id', 'version_id'])
    .addUniqueConstraint('figure_position', ['claim_id', 'version_id', 'position'])
    .addCheckConstraint('figure_range', sql`0 <= "start" and "start" < "end"`)
    .execute();
}

async function createReading(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('tick')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('version_id', text, (c) => c.notNull().references('version.id'))
    .addColumn('start', 'integer', (c) => c.notNull())
    .addColumn('end', 'integer', (c) => c.notNull())
    .addColumn('person_id', text, (c) => c.notNull().references('person.id'))
    .addColumn('at', text, (c) => c.notNull())
    .addColumn('note', text, (c) => c.notNull())
    .addUniqueConstraint('tick_range', ['version_id', 'start', 'end'])
    .addCheckConstraint('tick_order', sql`0 <= "start" and "start" < "end"`)
    .execute();
  await db.schema
    .createTable('initial')
    .addColumn('sentence_id', text, (c) => c.primaryKey().references('sentence.id'))
    .addColumn('person_id', text, (c) => c.notNull().references('person.id'))
    .addColumn('at', text, (c) => c.notNull())
    .execute();
}
