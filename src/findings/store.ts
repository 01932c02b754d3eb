// All SQL of findings: passages, what claims said in the last version, decisions.
import type { Db } from '#src/database/schema.ts';
import { statement } from '#src/database/statement.ts';
import type { DeskRole } from '#src/people/tables.ts';
import { visibilityOf } from '#src/sources/confidentiality.ts';
import type { FindingDecisionTable } from './tables.ts';

/** The uses of sources that have a passage, as this reader may see them. */
export function listHeldPassages(db: Db, article_id: string, reader: DeskRole) {
  return heldIn(db, { article_id }, visibilityOf(reader) === 'outside');
}

const heldIn = statement((db, { article_id }: { article_id: string }, is_outside: boolean) =>
  db
    .selectFrom('evidence')
    .innerJoin('source', 'source.id', 'evidence.source_id')
    .leftJoin('snapshot', 'snapshot.id', 'evidence.lookup_snapshot_id')
    .select([
      'evidence.id',
      'evidence.claim_id',
      'evidence.stance',
      'evidence.passage',
      'evidence.lookup_found',
      'evidence.lookup_ranges',
    ])
    .select(['source.is_confidential', 'source.title', 'snapshot.number as copy_number', 'snapshot.erased_at'])
    .where('evidence.article_id', '=', article_id)
    .where('evidence.passage', '<>', '')
    .where('evidence.removed_at', 'is', null)
    .$if(is_outside, (query) => query.where('source.is_confidential', '=', 0))
    .orderBy('evidence.id'),
);

export type HeldPassage = Awaited<ReturnType<typeof listHeldPassages>>[number];

/** Where these claims stood in a version of the article, with its text; none where it was erased. */
export async function listWordsThen(
  db: Db,
  { article_id, version, claim_ids }: { article_id: string; version: number; claim_ids: string[] },
): Promise<{ claim_id: string; words: string }[]> {
  const rows = await db
    .selectFrom('claim_anchor')
    .innerJoin('version', 'version.id', 'claim_anchor.version_id')
    .select(['claim_anchor.claim_id', 'claim_anchor.start', 'claim_anchor.end', 'version.text'])
    .where('version.article_id', '=', article_id)
    .where('version.number', '=', version)
    .where('claim_anchor.claim_id', 'in', claim_ids)
    .execute();
  return rows.flatMap(({ claim_id, start, end, text }) =>
    start === null || end === null || text === null ? [] : [{ claim_id, words: text.slice(start, end) }],
  );
}

export interface DecisionFound extends FindingDecisionTable {
  decided_by_name: string;
}

/** What was decided in a version, with the names of those who did. */
export function listFindingDecisions(db: Db, version_id: string): Promise<DecisionFound[]> {
  return decidedIn(db, { version_id });
}

const decidedIn = statement((db, { version_id }: { version_id: string }) =>
  db
    .selectFrom('finding_decision')
    .innerJoin('person', 'person.id', 'finding_decision.decided_by')
    .selectAll('finding_decision')
    .select('person.display_name as decided_by_name')
    .where('finding_decision.version_id', '=', version_id)
    .orderBy('finding_decision.finding_key'),
);

/** What was decided about one finding. */
export function findFindingDecision(
  db: Db,
  { version_id, finding_key }: Pick<FindingDecisionTable, 'version_id' | 'finding_key'>,
): Promise<FindingDecisionTable | undefined> {
  return db
    .selectFrom('finding_decision')
    .selectAll()
    .where('version_id', '=', version_id)
    .where('finding_key', '=', finding_key)
    .executeTakeFirst();
}

/** Stores a decision; the one before about the same gives way to it. */
export async function replaceFindingDecision(db: Db, decision: FindingDecisionTable): Promise<void> {
  const { version_id, finding_key, ...fields } = decision;
  const known = await findFindingDecision(db, decision);
  if (known === undefined) await db.insertInto('finding_decision').values(decision).execute();
  else
    await db
      .updateTable('finding_decision')
      .set(fields)
      .where('version_id', '=', version_id)
      .where('finding_key', '=', finding_key)
      .execute();
}

/** The keys of everything that was decided in any version of the article. */
export async function listDecidedKeys(db: Db, article_id: string): Promise<string[]> {
  const rows = await db
    .selectFrom('finding_decision')
    .select('finding_key')
    .where('article_id', '=', article_id)
    .orderBy('finding_key')
    .execute();
  return rows.map(({ finding_key }) => finding_key);
}
