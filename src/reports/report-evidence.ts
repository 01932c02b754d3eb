// Evidence as the report tells of it: source, origin, passage, and the saved copy. Pure.
import { gradeOf } from '#src/evidence/evidence.ts';
import type { EvidenceRow } from '#src/evidence/evidence-row.ts';
import { foundRanges } from '#src/evidence/lookup/found-ranges.ts';
import { type LookupState, lookupSaid } from '#src/evidence/lookup/lookup-view.ts';
import type { About, Stance } from '#src/evidence/tables.ts';
import type { Range } from '#src/reading/text/range.ts';
import type { OriginSaid } from '#src/sources/origins/first-source.ts';
import { copiesThatCount, sayCopy } from '#src/sources/snapshots/copies-view.ts';
import type { SavedCopy } from '#src/sources/snapshots/saved-copy-store.ts';
import type { SourceType } from '#src/sources/tables.ts';
import { type Moment, momentIn } from './report-time.ts';

export interface ReportEvidence {
  source: {
    /** In the desk's library; null where the source is confidential and the reader is not of the desk. */
    number: number | null;
    /** The title, or the alias of a confidential source. */
    title: string;
    type: SourceType;
    is_confidential: boolean;
    url: string;
    publisher: string;
    author: string;
    dated_on: string;
    proximity: 'primary' | 'secondary' | null;
    interest: string;
    /** The source that it derives from; null for a first source. */
    derives_from: ReportOrigin | null;
    /** The source at the end of that line; null where it is this one. */
    first_source: ReportOrigin | null;
  };
  about: About;
  /** Of evidence about what was said: whose words it is about; null for the whole chain. */
  speaker: string | null;
  stance: Stance;
  passage: string;
  place: string;
  grade: string;
  note: string;
  /** What became of the passage in the saved copy; null where there is none to look in. */
  lookup: ReportLookup | null;
  copies: ReportCopy[];
}

export interface ReportLookup {
  state: LookupState;
  words: string;
  /** The number of the saved copy. */
  copy: number;
  /** Where the passage stands in the copy's text, a stretch for each part of it. */
  ranges: Range[];
}

export interface ReportOrigin {
  number: number;
  title: string;
  is_same_copy: boolean;
}

/** A saved copy of the source. The hash is null, and the words say why, where it was erased with it. */
export interface ReportCopy {
  number: number;
  saved_at: Moment;
  sha256: string | null;
  state: 'saved' | 'altered' | 'erased';
  words: string;
}

/** A use of a source; `zone` is the desk's. */
export function evidenceIn(use: EvidenceRow, zone: string): ReportEvidence {
  return {
    source: {
      number: use.source_number,
      title: use.source_title,
      type: use.source_type,
      is_confidential: use.source_is_confidential === 1,
      url: use.source_url,
      publisher: use.source_publisher,
      author: use.source_author,
      dated_on: use.source_dated_on,
      proximity: use.source_proximity,
      interest: use.source_interest,
      derives_from: originIn(use.derives_from),
      first_source: originIn(use.first_source),
    },
    about: use.about,
    speaker: use.speaker_name,
    stance: use.stance,
    passage: use.passage,
    place: use.place,
    grade: gradeOf(use),
    note: use.note,
    lookup: lookupIn(use, zone),
    copies: copiesThatCount(use.copies).map((copy) => copyIn(copy, zone)),
  };
}

function lookupIn(use: EvidenceRow, zone: string): ReportLookup | null {
  const said = lookupSaid(use, zone);
  if (said === null) return null;
  const { state, words, copy } = said;
  return { state, words, copy, ranges: foundRanges(use).map(({ start, end }) => ({ start, end })) };
}

function originIn(origin: OriginSaid | null): ReportOrigin | null {
  return origin && { number: origin.number, title: origin.title, is_same_copy: origin.is_same_copy === 1 };
}

function copyIn(copy: SavedCopy, zone: string): ReportCopy {
  const { number, sha256, taken_at } = copy;
  const state = copy.erased_at !== null ? 'erased' : copy.altered_at !== null ? 'altered' : 'saved';
  return { number, saved_at: momentIn(taken_at, zone), sha256, state, words: sayCopy(copy, zone) };
}
