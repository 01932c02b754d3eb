// The log: hash-chained rows that never change, and their details, which only an erasure may remove.
import type { Kysely } from 'kysely';
import { guardAppendOnly, textType } from '#src/database/engine.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('log_chain')
    .addColumn('chain', text, (c) => c.primaryKey())
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('hash', text, (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('log')
    .addColumn('chain', text, (c) => c.notNull().references('log_chain.chain'))
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('at', text, (c) => c.notNull())
    .addColumn('actor', text, (c) => c.notNull())
    .addColumn('verb', text, (c) => c.notNull())
    .addColumn('subject', text, (c) => c.notNull())
    .addColumn('article_id', text)
    .addColumn('detail_hash', text, (c) => c.notNull())
    .addColumn('previous', text, (c) => c.notNull())
    .addColumn('hash', text, (c) => c.notNull().unique())
    .addPrimaryKeyConstraint('log_key', ['chain', 'number'])
    .execute();
  await db.schema.createIndex('log_article').on('log').columns(['article_id', 'number']).execute();
  await db.schema.createIndex('log_subject').on('log').columns(['subject', 'number']).execute();
  await db.schema
    .createTable('log_detail')
    .addColumn('chain', text, (c) => c.notNull())
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('salt', text, (c) => c.notNull())
    .addColumn('before', text, (c) => c.notNull())
    .addColumn('after', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('log_detail_key', ['chain', 'number'])
    .addForeignKeyConstraint('log_detail_of_log', ['chain', 'number'], 'log', ['chain', 'number'])
    .execute();
  await guardAppendOnly(db, 'log');
}
