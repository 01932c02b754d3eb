// What people made of what does not agree: taken as note, query or fix, or dismissed; and how strictly R20 asks for it.
import { type Kysely, sql } from 'kysely';
import { textType } from '#src/database/engine.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('finding_decision')
    .addColumn('version_id', text, (c) => c.notNull().references('version.id'))
    .addColumn('finding_key', text, (c) => c.notNull())
    .addColumn('article_id', text, (c) => c.notNull().references('article.id'))
    .addColumn('decision', text, (c) =>
      c.notNull().check(sql`decision in ('note', 'query', 'fix', 'dismissed', 'reopened')`),
    )
    .addColumn('reason', text, (c) => c.notNull())
    .addColumn('claim_id', text, (c) => c.references('claim.id'))
    .addColumn('query_number', 'integer')
    .addColumn('fix_number', 'integer')
    .addColumn('decided_by', text, (c) => c.notNull().references('person.id'))
    .addColumn('decided_at', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('finding_decision_key', ['version_id', 'finding_key'])
    .addCheckConstraint('finding_decision_dismissed', sql`decision <> 'dismissed' or reason <> ''`)
    .execute();
  await db.schema.createIndex('finding_decision_article').on('finding_decision').columns(['article_id']).execute();
  await db.schema
    .alterTable('profile')
    .addColumn('level_r20', text, (c) =>
      c.notNull().defaultTo('should').check(sql`level_r20 in ('must', 'should', 'off')`),
    )
    .execute();
}
