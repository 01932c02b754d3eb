// The claims that are ready, by who judged them, so that whoever did passes over none of their own.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('claim_ready').execute();
  await sql`create index claim_ready on claim (desk_id, checker_id, article_id, due_key, number, id)
    where state = 'ready' and is_put_away = 0`.execute(db);
}
