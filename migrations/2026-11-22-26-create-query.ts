// Queries to writer and editor with their answers; and fixes that are numbered, have a place in the text, carry the writer's word and can be in the copy.
import { type Kysely, sql } from 'kysely';
import { textType } from '#src/database/engine.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await createQuery(db);
  await createQueryAnswer(db);
  await rebuildFix(db);
}

async function createQuery(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('query')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('desk_id', text, (c) => c.notNull())
    .addColumn('article_id', text, (c) => c.notNull())
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('claim_id', text)
    .addColumn('to_whom', text, (c) => c.notNull().check(sql`to_whom in ('writer', 'editor')`))
    .addColumn('question', text, (c) => c.notNull())
    .addColumn('words', text, (c) => c.notNull())
    .addColumn('place_version_id', text, (c) => c.references('version.id'))
    .addColumn('place_start', 'integer')
    .addColumn('place_end', 'integer')
    .addColumn('state', text, (c) => c.notNull().check(sql`state in ('open', 'answered', 'dropped')`))
    .addColumn('asked_by', text, (c) => c.references('person.id'))
    .addColumn('asked_at', text, (c) => c.notNull())
    .addColumn('drop_reason', text, (c) => c.notNull())
    .addColumn('dropped_by', text, (c) => c.references('person.id'))
    .addColumn('dropped_at', text)
    .addColumn('is_cleared', 'integer', (c) => c.notNull().check(sql`is_cleared in (0, 1)`))
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addForeignKeyConstraint('query_of_article', ['article_id', 'desk_id'], 'article', ['id', 'desk_id'])
    .addForeignKeyConstraint('query_claim', ['claim_id', 'article_id'], 'claim', ['id', 'article_id'])
    .addUniqueConstraint('query_number', ['article_id', 'number'])
    .addUniqueConstraint('query_in_article', ['id', 'article_id'])
    .addCheckConstraint('query_dropped', sql`(state = 'dropped') = (dropped_at is not null)`)
    .addCheckConstraint('query_place', sql`(place_start is null) = (place_end is null) and place_start < place_end`)
    .execute();
}

async function createQueryAnswer(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('query_answer')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('query_id', text, (c) => c.notNull())
    .addColumn('article_id', text, (c) => c.notNull())
    .addColumn('answer', text, (c) => c.notNull())
    .addColumn('answered_by', text, (c) => c.notNull().check(sql`answered_by in ('writer', 'editor', 'other')`))
    .addColumn('name', text, (c) => c.notNull())
    .addColumn('how', text, (c) => c.notNull().check(sql`how in ('link', 'page', 'phone', 'message', 'in_person')`))
    .addColumn('noted_by', text, (c) => c.references('person.id'))
    .addColumn('at', text, (c) => c.notNull())
    .addForeignKeyConstraint('answer_of_query', ['query_id', 'article_id'], 'query', ['id', 'article_id'])
    .execute();
  await db.schema.createIndex('query_answer_article').on('query_answer').column('article_id').execute();
}

/** A CHECK changes and a column loses its NOT NULL, so the table is made anew; nothing points to it. */
async function rebuildFix(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('fix_rebuilt')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('desk_id', text, (c) => c.notNull())
    .addColumn('article_id', text, (c) => c.notNull())
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('claim_id', text)
    .addColumn('old_words', text, (c) => c.notNull())
    .addColumn('new_words', text, (c) => c.notNull())
    .addColumn('reason', text, (c) => c.notNull())
    .addColumn('place_version_id', text, (c) => c.references('version.id'))
    .addColumn('place_start', 'integer')
    .addColumn('place_end', 'integer')
    .addColumn('state', text, (c) => c.notNull().check(sql`state in ('asked', 'agreed', 'refused', 'in_copy')`))
    .addColumn('asked_by', text, (c) => c.references('person.id'))
    .addColumn('asked_at', text, (c) => c.notNull())
    .addColumn('decided_by', text, (c) => c.references('person.id'))
    .addColumn('decided_at', text)
    .addColumn('decision_line', text, (c) => c.notNull())
    .addColumn('in_copy_version_id', text, (c) => c.references('version.id'))
    .addColumn('version_note', text, (c) => c.notNull())
    .addColumn('writer_word', text, (c) => c.check(sql`writer_word in ('agree', 'refuse')`))
    .addColumn('writer_line', text, (c) => c.notNull())
    .addColumn('writer_name', text, (c) => c.notNull())
    .addColumn('writer_how', text, (c) => c.check(sql`writer_how in ('link', 'page', 'phone', 'message', 'in_person')`))
    .addColumn('writer_at', text)
    .addColumn('is_cleared', 'integer', (c) => c.notNull().check(sql`is_cleared in (0, 1)`))
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addForeignKeyConstraint('fix_of_article', ['article_id', 'desk_id'], 'article', ['id', 'desk_id'])
    .addForeignKeyConstraint('fix_claim', ['claim_id', 'article_id'], 'claim', ['id', 'article_id'])
    .addUniqueConstraint('fix_number', ['article_id', 'number'])
    .addCheckConstraint('fix_decision', sql`state = 'in_copy' or (state = 'asked') = (decided_at is null)`)
    .addCheckConstraint('fix_in_copy', sql`(state = 'in_copy') = (in_copy_version_id is not null)`)
    .addCheckConstraint('fix_place', sql`(place_start is null) = (place_end is null) and place_start < place_end`)
    .addCheckConstraint('fix_writer', sql`(writer_word is null) = (writer_at is null)`)
    .execute();
  await sql`insert into fix_rebuilt (id, desk_id, article_id, number, claim_id, old_words, new_words, reason, state, asked_by,
      asked_at, decided_by, decided_at, decision_line, version_note, writer_line, writer_name, is_cleared, revision)
    select id, desk_id, article_id, row_number() over (partition by article_id order by asked_at, id), claim_id, old_words,
      new_words, reason, state, asked_by, asked_at, decided_by, decided_at, '', '', '', '', 0, revision from fix`.execute(
    db,
  );
  await sql`insert into counter (name, value) select 'fix:' || article_id, count(*) from fix group by article_id`.execute(
    db,
  );
  await db.schema.dropTable('fix').execute();
  await db.schema.alterTable('fix_rebuilt').renameTo('fix').execute();
}
