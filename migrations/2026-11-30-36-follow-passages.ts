// Whether a capture shows another page than the one before, and which passages changed or went with a capture.
import { type Kysely, sql } from 'kysely';
import { textType } from '#src/database/engine.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .alterTable('snapshot')
    .addColumn('unlike', text, (c) =>
      c.notNull().defaultTo('').check(sql`unlike in ('', 'no_words', 'notice', 'shorter', 'other')`),
    )
    .execute();
  await db.schema
    .createTable('passage_change')
    .addColumn('evidence_id', text, (c) => c.notNull().references('evidence.id'))
    .addColumn('snapshot_id', text, (c) => c.notNull().references('snapshot.id'))
    .addColumn('article_id', text, (c) => c.notNull().references('article.id'))
    .addColumn('claim_id', text, (c) => c.notNull().references('claim.id'))
    .addColumn('what', text, (c) => c.notNull().check(sql`what in ('changed', 'gone')`))
    .addColumn('found_by', text, (c) => c.references('person.id'))
    .addColumn('found_at', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('passage_change_key', ['evidence_id', 'snapshot_id'])
    .execute();
  await db.schema
    .createIndex('passage_change_article')
    .on('passage_change')
    .columns(['article_id', 'found_at'])
    .execute();
}
