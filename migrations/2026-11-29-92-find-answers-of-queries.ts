// The answers to a query are found by it: search and a query that two asked again want no others.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  await db.schema.createIndex('query_answer_query').on('query_answer').column('query_id').execute();
}
