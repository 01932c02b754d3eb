// All SQL of Legal. The caller has found the article.
import { allOf } from '#src/all-of.ts';
import type { Db } from '#src/database/schema.ts';
import { statement } from '#src/database/statement.ts';
import type { LegalClearanceTable, LegalHoldTable, LegalNoteTable } from './tables.ts';

/** Besides the row: the number of its version and of its claim, and who wrote it. */
interface Found {
  version: number;
  person_name: string;
}

export type LegalHold = LegalHoldTable & Found & { claim_number: number };
export type LegalClearance = LegalClearanceTable & Found & { claim_number: number | null };
export type LegalNote = LegalNoteTable & Found & { claim_number: number | null };

export interface LegalRows {
  notes: LegalNote[];
  holds: LegalHold[];
  clearances: LegalClearance[];
}

/** All that Legal has to do with in an article, each in the order it came. Three questions to the database. */
export async function listLegal(db: Db, article_id: string): Promise<LegalRows> {
  return allOf({
    holds: holdsIn(db, { article_id }),
    notes: listNotes(db, article_id),
    clearances: listClearances(db, article_id),
  });
}

const holdsIn = statement((db, { article_id }: { article_id: string }) =>
  db
    .selectFrom('legal_hold')
    .innerJoin('version', 'version.id', 'legal_hold.version_id')
    .innerJoin('claim', 'claim.id', 'legal_hold.claim_id')
    .innerJoin('person', 'person.id', 'legal_hold.held_by')
    .selectAll('legal_hold')
    .select(['version.number as version', 'claim.number as claim_number', 'person.display_name as person_name'])
    .where('legal_hold.article_id', '=', article_id)
    .orderBy('held_at')
    .orderBy('legal_hold.id'),
);

/** The clearances of an article and of its claims, lifted ones too, in the order they came. */
export function listClearances(db: Db, article_id: string): Promise<LegalClearance[]> {
  return clearancesIn(db, { article_id });
}

const clearancesIn = statement((db, { article_id }: { article_id: string }) =>
  db
    .selectFrom('legal_clearance')
    .innerJoin('version', 'version.id', 'legal_clearance.version_id')
    .leftJoin('claim', 'claim.id', 'legal_clearance.claim_id')
    .innerJoin('person', 'person.id', 'legal_clearance.cleared_by')
    .selectAll('legal_clearance')
    .select(['version.number as version', 'claim.number as claim_number', 'person.display_name as person_name'])
    .where('legal_clearance.article_id', '=', article_id)
    .orderBy('cleared_at')
    .orderBy('legal_clearance.id'),
);

function listNotes(db: Db, article_id: string): Promise<LegalNote[]> {
  return notesIn(db, { article_id });
}

const notesIn = statement((db, { article_id }: { article_id: string }) =>
  db
    .selectFrom('legal_note')
    .innerJoin('version', 'version.id', 'legal_note.version_id')
    .leftJoin('claim', 'claim.id', 'legal_note.claim_id')
    .innerJoin('person', 'person.id', 'legal_note.noted_by')
    .selectAll('legal_note')
    .select(['version.number as version', 'claim.number as claim_number', 'person.display_name as person_name'])
    .where('legal_note.article_id', '=', article_id)
    .orderBy('noted_at')
    .orderBy('legal_note.id'),
);

export async function insertHold(db: Db, hold: LegalHoldTable): Promise<void> {
  await db.insertInto('legal_hold').values(hold).execute();
}

export async function insertClearance(db: Db, clearance: LegalClearanceTable): Promise<void> {
  await db.insertInto('legal_clearance').values(clearance).execute();
}

/** Takes a clearance away: for good, the row stays. */
export async function updateClearanceLifted(
  db: Db,
  id: string,
  lifted: Pick<LegalClearanceTable, 'lift_reason'> & { lifted_at: string },
): Promise<void> {
  await db.updateTable('legal_clearance').set(lifted).where('id', '=', id).execute();
}

export async function insertNote(db: Db, note: LegalNoteTable): Promise<void> {
  await db.insertInto('legal_note').values(note).execute();
}
