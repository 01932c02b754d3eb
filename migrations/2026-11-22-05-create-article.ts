// Articles, their immutable versions, the parts of a version and its sentences (made once, never split again).
import { type Kysely, sql } from 'kysely';
import { textType } from '#src/database/engine.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('article')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('number', 'integer', (c) => c.notNull().unique())
    .addColumn('desk_id', text, (c) => c.notNull().references('desk.id'))
    .addColumn('title', text, (c) => c.notNull())
    .addColumn('title_key', text, (c) => c.notNull())
    .addColumn('byline', text, (c) => c.notNull())
    .addColumn('outlet', text, (c) => c.notNull())
    .addColumn('url', text, (c) => c.notNull())
    .addColumn('language', text, (c) => c.notNull())
    .addColumn('place', text, (c) => c.notNull())
    .addColumn('dated_on', text)
    .addColumn('dated_zone', text)
    .addColumn('deadline_at', text)
    .addColumn('asked_by', text, (c) => c.notNull())
    .addColumn('asked_why', text, (c) => c.notNull())
    .addColumn('latest_version_number', 'integer', (c) => c.notNull())
    .addColumn('changed_seq', 'integer', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('created_at', text, (c) => c.notNull())
    .addColumn('created_by', text, (c) => c.references('person.id'))
    .addUniqueConstraint('article_of_desk', ['id', 'desk_id'])
    .addCheckConstraint('article_zone_with_date', sql`dated_on is not null or dated_zone is null`)
    .execute();
  await db.schema.createIndex('article_desk').on('article').columns(['desk_id', 'number']).execute();
  await db.schema
    .createTable('version')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('article_id', text, (c) => c.notNull())
    .addColumn('desk_id', text, (c) => c.notNull())
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('sha256', text, (c) => c.notNull())
    .addColumn('text', text)
    .addColumn('length', 'integer', (c) => c.notNull().check(sql`"length" > 0`))
    .addColumn('note', text, (c) => c.notNull())
    .addColumn('created_at', text, (c) => c.notNull())
    .addColumn('created_by', text, (c) => c.references('person.id'))
    .addForeignKeyConstraint('version_of_article', ['article_id', 'desk_id'], 'article', ['id', 'desk_id'])
    .addUniqueConstraint('version_number', ['article_id', 'number'])
    .addUniqueConstraint('version_in_article', ['id', 'article_id', 'length'])
    .addUniqueConstraint('version_length', ['id', 'length'])
    .execute();
  await db.schema
    .createTable('part')
    .addColumn('version_id', text, (c) => c.notNull().references('version.id'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('role', text, (c) =>
      c.notNull().check(sql`role in ('headline', 'standfirst', 'body', 'caption', 'credit', 'pull_quote', 'box')`),
    )
    .addColumn('start', 'integer', (c) => c.notNull())
    .addColumn('end', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('part_key', ['version_id', 'position'])
    .addCheckConstraint('part_range', sql`0 <= "start" and "start" < "end"`)
    .execute();
  await db.schema
    .createTable('sentence')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('version_id', text, (c) => c.notNull())
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('paragraph', 'integer', (c) => c.notNull())
    .addColumn('part_position', 'integer', (c) => c.notNull())
    .addColumn('start', 'integer', (c) => c.notNull())
    .addColumn('end', 'integer', (c) => c.notNull())
    .addForeignKeyConstraint('sentence_of_part', ['version_id', 'part_position'], 'part', ['version_id', 'position'])
    .addUniqueConstraint('sentence_number', ['version_id', 'number'])
    .addCheckConstraint('sentence_range', sql`0 <= "start" and "start" < "end"`)
    .execute();
}
