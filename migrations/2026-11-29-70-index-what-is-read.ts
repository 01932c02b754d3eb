// An index for each question that read a whole table: by article, by version, by source, by page, and what still waits.
import { type Kysely, sql } from 'kysely';

const INDEXES: [name: string, table: string, columns: string[]][] = [
  ['account_question', 'account', ['question_id']],
  ['claim_anchor_article', 'claim_anchor', ['article_id', 'version_id']],
  ['claim_attribution_article', 'claim_attribution', ['article_id', 'claim_id', 'position']],
  ['figure_of_version', 'figure', ['version_id', 'claim_id', 'position']],
  ['intake_draft_end', 'intake_draft', ['expires_at']],
  ['job_end', 'job', ['ended_at', 'kind']],
  ['job_of_page', 'job', ['back', 'kind', 'created_at']],
  ['legal_clearance_of_claim', 'legal_clearance', ['claim_id']],
  ['legal_hold_desk', 'legal_hold', ['desk_id']],
  ['proposed_source_source', 'proposed_source', ['source_id']],
  ['report_download_report', 'report_download', ['report_id']],
  ['source_identity_source', 'source_identity', ['source_id']],
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [name, table, columns] of INDEXES) await db.schema.createIndex(name).on(table).columns(columns).execute();
  const in_hand = sql<boolean>`state in ('open', 'in_work', 'returned')`;
  await indexWaiting(db, 'claim_in_hand', 'claim', 'assignee_id', in_hand);
  await indexWaiting(db, 'claim_ready', 'claim', 'desk_id', sql<boolean>`state = 'ready'`);
  await indexWaiting(db, 'fix_asked', 'fix', 'article_id', sql<boolean>`state = 'asked'`);
  await indexWaiting(db, 'query_of_editor', 'query', 'article_id', sql<boolean>`state = 'open' and to_whom = 'editor'`);
  await indexWaiting(db, 'article_for_legal', 'article', 'desk_id', sql<boolean>`needs_legal = 1`);
  const standing = sql<boolean>`used_at is null and withdrawn_at is null`;
  await indexWaiting(db, 'invitation_standing', 'invitation', 'kind', standing);
}

/** Of all rows that there ever were, those in which something is still to be done. */
async function indexWaiting(
  db: Kysely<unknown>,
  ...[name, table, column, waits]: [string, string, string, ReturnType<typeof sql<boolean>>]
): Promise<void> {
  await db.schema.createIndex(name).on(table).column(column).where(waits).execute();
}
