// All SQL of evidence. The caller has found the article or the source through the person.
import { insertRow, updateRow } from '#src/database/rows.ts';
import type { Db } from '#src/database/schema.ts';
import { statement } from '#src/database/statement.ts';
import { NotFound } from '#src/errors.ts';
import { itemAt } from '#src/item-at.ts';
import type { DeskRole } from '#src/people/tables.ts';
import { type Visibility, visibilityOf } from '#src/sources/confidentiality.ts';
import { keysFor } from '#src/sources/origins/first-source.ts';
import { listLineages } from '#src/sources/origins/store.ts';
import { papersSaid } from '#src/sources/retractions/papers.ts';
import { listSavedCopies } from '#src/sources/snapshots/saved-copy-store.ts';
import { type EvidenceRow, evidenceSeenFrom } from './evidence-row.ts';
import type { EvidenceTable } from './tables.ts';

function evidenceWithSources(db: Db) {
  return db
    .selectFrom('evidence')
    .innerJoin('source', 'source.id', 'evidence.source_id')
    .innerJoin('claim', 'claim.id', 'evidence.claim_id')
    .leftJoin('person', 'person.id', 'evidence.added_by')
    .leftJoin('party', 'party.id', 'evidence.speaker_id')
    .selectAll('evidence')
    .select([
      'claim.number as claim_number',
      'source.number as source_number',
      'source.title as source_title',
      'source.alias as source_alias',
      'source.anonymity_reason as source_anonymity_reason',
      'source.granted_by as source_granted_by',
      'source.is_confidential as source_is_confidential',
      'source.type as source_type',
      'source.url as source_url',
      'source.publisher as source_publisher',
      'source.author as source_author',
      'source.dated_on as source_dated_on',
      'source.proximity as source_proximity',
      'source.interest as source_interest',
      'source.doi as source_doi',
      'source.created_at as source_added_at',
      'party.name as speaker_name',
      'person.display_name as added_by_name',
    ]);
}

/**
 * All evidence of an article that stands, with its sources, by claim and in the order it came, as whoever reads it may see
 * it: say for whom by the role at the desk, or from where. Three queries.
 */
export async function listEvidence(db: Db, article_id: string, reader: DeskRole | Visibility): Promise<EvidenceRow[]> {
  return seenFrom(db, await standing(db, { article_id, claim_id: '' }, false), reader);
}

/** The same of one claim of the article. */
export async function listEvidenceOfClaim(
  db: Db,
  at: { article_id: string; claim_id: string },
  reader: DeskRole | Visibility,
): Promise<EvidenceRow[]> {
  return seenFrom(db, await standing(db, at, true), reader);
}

async function seenFrom(db: Db, rows: Joined[], reader: DeskRole | Visibility): Promise<EvidenceRow[]> {
  const visibility = visibilityOf(reader);
  return (await withOrigins(db, rows)).map((row) => evidenceSeenFrom(visibility, row));
}

const standing = statement((db, at: { article_id: string; claim_id: string }, is_of_claim: boolean) =>
  evidenceWithSources(db)
    .where('evidence.article_id', '=', at.article_id)
    .$if(is_of_claim, (query) => query.where('evidence.claim_id', '=', at.claim_id))
    .where('evidence.removed_at', 'is', null)
    .orderBy('claim.number')
    .orderBy('evidence.id'),
);

type Joined = Awaited<ReturnType<ReturnType<typeof evidenceWithSources>['execute']>>[number];

/** The rows with what is saved of their sources, what those derive from, and what lists say of papers. Two queries, three with papers. */
async function withOrigins(db: Db, rows: Joined[]): Promise<EvidenceRow[]> {
  const ids = [...new Set(rows.map((row) => row.source_id))];
  const [copies, lineages] = [await listSavedCopies(db, ids), await listLineages(db, ids)];
  const firstOf = ({ source_id }: Joined) => lineages.get(source_id)?.first_source_id ?? source_id;
  const keys = keysFor(rows.map((row) => ({ source_id: row.source_id, first_source_id: firstOf(row) })));
  const said = await papersSaid(
    db,
    rows.map(({ desk_id, source_doi: doi }) => ({ desk_id, doi })),
  );
  return rows.map((row, index) => {
    const paper = said({ desk_id: row.desk_id, doi: row.source_doi });
    const lists = { source_paper: paper?.sentences.join(' ') ?? '', source_is_retracted: paper?.is_retracted ?? false };
    const { derives_from = null, first_source = null } = lineages.get(row.source_id) ?? {};
    return {
      ...row,
      ...lists,
      ...itemAt(keys, index),
      derives_from,
      first_source,
      copies: copies.get(row.source_id) ?? [],
    };
  });
}

/**
 * One use of a source for this claim; removed ones too, unless it never was one of this claim's: then NotFound. So is the
 * use of a confidential source for those who look from outside.
 */
export async function getEvidence(
  db: Db,
  claim_id: string,
  { id, reader }: { id: string; reader: DeskRole | Visibility },
): Promise<EvidenceRow> {
  const row = await evidenceWithSources(db)
    .where('evidence.claim_id', '=', claim_id)
    .where('evidence.id', '=', id)
    .executeTakeFirst();
  if (row === undefined || (row.source_is_confidential === 1 && visibilityOf(reader) === 'outside'))
    throw new NotFound();
  const [whole] = await withOrigins(db, [row]);
  return evidenceSeenFrom(visibilityOf(reader), whole as EvidenceRow);
}

/** The same words of the same source, already standing with the claim: what a second press of the button finds. */
export async function findSameEvidence(
  db: Db,
  use: Pick<EvidenceTable, 'claim_id' | 'source_id' | 'about' | 'speaker_id' | 'stance' | 'passage' | 'place'>,
): Promise<{ id: string } | undefined> {
  const [known] = await sameEvidence(db, { ...use, speaker_id: use.speaker_id ?? '' }, use.speaker_id !== null);
  return known;
}

type Use = Pick<EvidenceTable, 'claim_id' | 'source_id' | 'about' | 'stance' | 'passage' | 'place'>;

const sameEvidence = statement((db, use: Use & { speaker_id: string }, is_of_speaker: boolean) => {
  const same = db
    .selectFrom('evidence')
    .select('id')
    .where('claim_id', '=', use.claim_id)
    .where('source_id', '=', use.source_id)
    .where('about', '=', use.about)
    .where('stance', '=', use.stance)
    .where('passage', '=', use.passage)
    .where('place', '=', use.place)
    .where('removed_at', 'is', null);
  return is_of_speaker ? same.where('speaker_id', '=', use.speaker_id) : same.where('speaker_id', 'is', null);
});

/** The numbers of cards by their ids. */
export async function numbersOfSources(db: Db, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('source').select(['id', 'number']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, number }) => [id, number]));
}

export async function insertEvidence(db: Db, evidence: EvidenceTable): Promise<void> {
  await insertRow(db, 'evidence', evidence);
}

/** Changes a use and raises its revision. The caller holds the article's lock and has checked the revision. */
export async function updateEvidence(db: Db, id: string, changes: Partial<EvidenceTable>): Promise<void> {
  await updateRow(db, 'evidence', { id, changes, revised: 'revised' });
}
