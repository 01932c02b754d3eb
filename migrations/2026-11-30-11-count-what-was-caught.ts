// What sort of change each fix and correction makes, as it was read last; and what the numbers of a desk are counted by.
import { type Kysely, sql } from 'kysely';
import { textType } from '#src/database/engine.ts';

const KINDS = sql`kind in ('number', 'name', 'quotation', 'date', 'attribution', 'other')`;

export async function up(db: Kysely<never>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('change_kind')
    .addColumn('change_id', text, (c) => c.primaryKey())
    .addColumn('kind', text, (c) => c.notNull().check(KINDS))
    .addColumn('read_by', 'integer', (c) => c.notNull())
    .execute();
  await sql`create index claim_done on claim (desk_id, closed_at, content_verdict_id)
    where closed_at is not null`.execute(db);
  await sql`create index fix_proposed on fix (desk_id, asked_at)`.execute(db);
  await sql`create index report_signed on report (desk_id, signed_at, article_id)`.execute(db);
  await sql`create index correction_standing on correction (desk_id, made_at) where withdrawn_at is null`.execute(db);
  await sql`create index question_unsettled on question (desk_id, article_id, number)
    where withdrawn_at is null and rule in ('unresolved', 'pending')`.execute(db);
  await sql`create index query_open on query (desk_id, article_id, number) where state = 'open'`.execute(db);
  await sql`create index complaint_undecided on complaint (desk_id, article_id, number)
    where outcome is null or outcome = 'to_legal'`.execute(db);
}
