// Evidence line by line, as the claim's panel, the page of a use and other lists show it.
import { type Html, html } from '#src/http/html.ts';
import { url } from '#src/paths.ts';
import { SOURCE_TYPE_LABELS } from '#src/sources/card/source-type.ts';
import { copiesThatCount, sayCopy } from '#src/sources/snapshots/copies-view.ts';
import type { SavedCopy } from '#src/sources/snapshots/saved-copy-store.ts';
import { wordDiff } from '#src/word-diff.ts';
import { ABOUT_LABELS, gradeOf, gradeWords, STANCE_LABELS } from './evidence.ts';
import type { EvidenceRow } from './evidence-row.ts';
import { type LookupState, lookupSaid } from './lookup/lookup-view.ts';
import type { EvidenceTable } from './tables.ts';

/** A use of a source as every list of evidence shows it. */
export interface UseLine {
  id: string;
  stance: { name: string; sign: string; label: string };
  grade: string;
  grade_words: string;
  passage: string;
  about: string;
  place: string;
  note: string;
}

export function useLine(use: EvidenceTable & { speaker_name?: string | null }): UseLine {
  const { id, stance, passage, place, note } = use;
  const { sign, label } = STANCE_LABELS[stance];
  const graded = { grade: gradeOf(use), grade_words: gradeWords(use) };
  const about = use.speaker_name ? `was it said by ${use.speaker_name}?` : ABOUT_LABELS[use.about];
  return { id, stance: { name: stance, sign, label }, ...graded, passage, place, note, about };
}

export interface EvidenceLine extends UseLine {
  /** The number of its card; null where this reader has none to open. */
  source_number: number | null;
  title: string;
  kind: string;
  /** What a confidential source is called outside the desk; '' for all others, and where that is its title here. */
  alias: string;
  url: string;
  /** From which source this one has it: "derives from source 4, Wire, take 3"; null for a first source. */
  origin: { number: number; title: string; lead: string; first: string } | null;
  /** What became of the passage in the saved copy; null where there is none to look in. */
  lookup: Html | null;
  /** The newest copy that stands, those that are not what was saved, and what was erased where no other stands. */
  copies: CopyUnder[];
  added_by: string | null;
  /** What retraction lists say of it; '' where none names it. */
  paper: string;
  is_retracted: boolean;
}

/** A saved copy as a line of evidence speaks of it. */
export interface CopyUnder {
  number: number;
  words: string;
  is_altered: boolean;
}

const IN_COPY = { gone: 'noted', come: 'the copy has' };

const SIGNS: Record<LookupState, string> = {
  word_for_word: '✓',
  with_changes: '≈',
  not_found: '?',
  waiting: '',
  given_up: '',
};

/** The evidence of a claim, line by line, for views/evidence/_list, which shows it as `page.evidence`. `zone` is the desk's. */
export function evidenceList(rows: readonly EvidenceRow[], zone: string): EvidenceLine[] {
  return rows.map((row) => ({
    ...useLine(row),
    source_number: row.source_number,
    title: row.source_title,
    kind: SOURCE_TYPE_LABELS[row.source_type],
    alias: row.source_title === row.source_alias ? '' : row.source_alias,
    url: row.source_url,
    origin: originOf(row),
    lookup: drawLookup(row, zone),
    copies: copiesUnder(row.copies, zone),
    added_by: row.added_by_name?.split(' ')[0] ?? null,
    paper: row.source_paper,
    is_retracted: row.source_is_retracted,
  }));
}

function originOf({ derives_from, first_source }: EvidenceRow): EvidenceLine['origin'] {
  if (derives_from === null) return null;
  const { number, title, is_same_copy } = derives_from;
  const isFar = first_source !== null && first_source.number !== number;
  const first = isFar ? `first source: ${first_source.title}` : '';
  return { number, title, lead: is_same_copy === 1 ? 'same copy as' : 'derives from', first };
}

/** What became of the passage, with the way to its place in the copy and, where the two differ, one laid into the other. */
function drawLookup(row: EvidenceRow, zone: string): Html | null {
  const said = lookupSaid(row, zone);
  if (said === null) return null;
  const { state, copy, words, noted, there } = said;
  const has_place = state === 'word_for_word' || state === 'with_changes';
  const place = `${url('snapshot', { number: copy }, has_place ? { evidence: row.id } : {})}${has_place ? '#passage' : ''}`;
  const changes =
    state === 'with_changes' &&
    html`: <span class="words word-diff" dir="auto">${wordDiff(noted, there, IN_COPY)}</span>`;
  const sign = SIGNS[state] && html`<span class="sign" aria-hidden="true">${SIGNS[state]}</span> `;
  return html`<p class="lookup ${state}">${sign}<a href="${place}">${words}</a>${changes}</p>`;
}

function copiesUnder(copies: SavedCopy[], zone: string): CopyUnder[] {
  return copiesThatCount(copies).map((copy) => ({
    number: copy.number,
    words: sayCopy(copy, zone),
    is_altered: copy.altered_at !== null && copy.erased_at === null,
  }));
}
