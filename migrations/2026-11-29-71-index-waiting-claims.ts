// The claims that wait, with all that their order needs, so that my desk reads no other; and drafts by article.
import { type Kysely, sql } from 'kysely';

const IN_HAND = ['assignee_id', 'article_id', 'due_at', 'number', 'state'];
const READY = ['desk_id', 'article_id', 'checker_id', 'due_at', 'number'];

export async function up(db: Kysely<unknown>): Promise<void> {
  // By state it would be taken instead, for claims that were done years ago.
  for (const name of ['claim_assignee', 'claim_in_hand', 'claim_ready']) await db.schema.dropIndex(name).execute();
  const in_hand = sql<boolean>`state in ('open', 'in_work', 'returned')`;
  await db.schema.createIndex('claim_in_hand').on('claim').columns(IN_HAND).where(in_hand).execute();
  await db.schema.createIndex('intake_draft_article').on('intake_draft').column('article_id').execute();
  const ready = sql<boolean>`state = 'ready'`;
  await db.schema.createIndex('claim_ready').on('claim').columns(READY).where(ready).execute();
}
