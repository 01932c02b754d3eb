// The list of an article's claims as a sheet that comes back the same: a row a claim. Pure.
import { STANDING_LABELS, standingOf } from '#src/claims/standing.ts';
import type { PlacedClaim } from '#src/claims/store.ts';
import type { VerdictTable } from '#src/claims/tables.ts';
import type { EvidenceRow } from '#src/evidence/evidence-row.ts';
import { placedRange } from '#src/reading/text/range.ts';
import { INTERNAL } from '#src/sources/held-back/audience.ts';
import { exportedCell } from '../columns/exported.ts';
import { OWN_EXPORTED, OWN_NUMBER } from '../columns/sheet-columns.ts';
import { type Ground, Paragraphs } from '../placing/places.ts';
import type { SheetEntryTable } from '../tables.ts';

export const CLAIM_SHEET_COLUMNS = [
  ...[OWN_NUMBER, 'words', 'paragraph', 'status', 'verdict sentence', 'source', 'note', 'assigned to', 'kind', 'state'],
  ...['audience', OWN_EXPORTED],
] as const;

export interface ClaimSheet {
  /** The article's number. */
  article: number;
  rows: (string | number)[][];
}

export interface SheetGiven {
  article: number;
  ground: Ground;
  claims: readonly PlacedClaim[];
  verdicts: readonly VerdictTable[];
  evidence: readonly EvidenceRow[];
  notes: readonly Pick<SheetEntryTable, 'claim_id' | 'said'>[];
  /** Names by the ids of persons. */
  names: ReadonlyMap<string, string>;
}

/** The claims that are not dropped, in the order of the text. Of a confidential source it says the alias and nothing else. */
export function claimSheetOf(given: SheetGiven): ClaimSheet {
  const paragraphs = new Paragraphs(given.ground);
  const standing = given.claims.filter(({ state }) => state !== 'withdrawn');
  return { article: given.article, rows: standing.map((claim) => rowOf(claim, { ...given, paragraphs })) };
}

function rowOf(claim: PlacedClaim, given: SheetGiven & { paragraphs: Paragraphs }): (string | number)[] {
  const range = placedRange(claim);
  const cells = {
    words: range === null ? claim.statement : given.ground.text.slice(range.start, range.end),
    status: given.verdicts.find(({ id }) => id === claim.content_verdict_id)?.desk_label ?? '',
    source: sourcesOf(claim, given.evidence),
    note: given.notes.flatMap(({ claim_id, said }) => (claim_id === claim.id ? [said] : [])).join('\n'),
    checker: given.names.get(claim.assignee_id ?? '') ?? '',
  };
  const paragraph = range === null ? null : given.paragraphs.numberAt(range.start);
  return [
    ...[claim.number, cells.words, paragraph ?? '', cells.status, claim.verdict_sentence, cells.source, cells.note],
    ...[cells.checker, claim.kind, STANDING_LABELS[standingOf(claim)], INTERNAL, exportedCell(cells)],
  ];
}

/** A source a line, as a line that somebody types would name it. */
function sourcesOf({ id }: PlacedClaim, evidence: readonly EvidenceRow[]): string {
  const uses = evidence.filter(({ claim_id }) => claim_id === id);
  const lines = uses.map(({ source_is_confidential, source_alias, source_title, source_url }) => {
    if (source_is_confidential === 1) return source_alias;
    return source_url === '' ? source_title : `${source_title} ${source_url}`;
  });
  return [...new Set(lines)].join('\n');
}
