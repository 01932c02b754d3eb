// Evidence as the report tells of it: source, origin, passage, and the saved copy. Pure.
import { localOf } from '#src/dates.ts';
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

/** A use of a source, in either report. */
export type ReportEvidence = InternalEvidence | PublicEvidence;

/** With everything that the desk knows of its source. */
export interface InternalEvidence extends ToldUse {
  source: InternalSource;
}

/** Of a use of a confidential source an outsider gets no more than a line. */
export type PublicEvidence = OpenEvidence | ConfidentialSource;

export interface OpenEvidence extends ToldUse {
  source: OpenSource;
}

/** All that an outsider learns of a confidential source and of its use. */
export interface ConfidentialSource {
  is_confidential: true;
  alias: string;
  type: SourceType;
  stance: Stance;
  /** Admiralty code, like "B2"; '' where none is given. */
  grade: string;
  /** Why its name is not told; '' where that is not said yet. */
  public_reason: string;
}

interface ToldUse {
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

/** A card of the library. */
export interface OpenSource extends Card {
  is_confidential: false;
}

export interface InternalSource extends Card {
  is_confidential: boolean;
  /** What it is called outside the desk; '' for an open one. */
  alias: string;
  /** What the public is told of why it has no name, and who granted that; '' for an open one. */
  anonymity_reason: string;
  granted_by: string;
}

interface Card {
  /** In the desk's library. */
  number: number | null;
  title: string;
  type: SourceType;
  url: string;
  publisher: string;
  author: string;
  dated_on: string;
  proximity: 'primary' | 'secondary' | null;
  interest: string;
  doi: string;
  /** What retraction lists said of it, in sentences; '' where none named it. Reports signed earlier have none. */
  retraction: string;
  /** When the desk took it up, as a day in its own zone: `2026-03-14`. */
  added_on: string;
  /** The source that it derives from; null for a first source. */
  derives_from: ReportOrigin | null;
  /** The source at the end of that line; null where it is this one. */
  first_source: ReportOrigin | null;
}

/** Is all of it told, its source included? Else it is of a confidential source, in a public report. */
export function isTold<Evidence extends ReportEvidence>(
  evidence: Evidence,
): evidence is Exclude<Evidence, ConfidentialSource> {
  return 'source' in evidence;
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

/** A use of a source as the desk knows it; `zone` is the desk's. */
export function internalEvidence(use: EvidenceRow, zone: string): InternalEvidence {
  const is_confidential = use.source_is_confidential === 1;
  const { source_alias: alias, source_anonymity_reason: anonymity_reason, source_granted_by: granted_by } = use;
  return {
    source: { ...cardIn(use, zone), is_confidential, alias, anonymity_reason, granted_by },
    ...useIn(use, zone),
  };
}

/** A use of a source for an outsider. Nothing but what ConfidentialSource names is ever read of a confidential one. */
export function publicEvidence(use: EvidenceRow, zone: string): PublicEvidence {
  if (use.source_is_confidential === 0)
    return { source: { ...cardIn(use, zone), is_confidential: false }, ...useIn(use, zone) };
  const { source_alias: alias, source_type: type, stance, source_anonymity_reason: public_reason } = use;
  return { is_confidential: true, alias, type, stance, grade: gradeOf(use), public_reason };
}

function cardIn(use: EvidenceRow, zone: string): Card {
  return {
    number: use.source_number,
    title: use.source_title,
    type: use.source_type,
    url: use.source_url,
    publisher: use.source_publisher,
    author: use.source_author,
    dated_on: use.source_dated_on,
    proximity: use.source_proximity,
    interest: use.source_interest,
    doi: use.source_doi,
    retraction: use.source_paper,
    added_on: localOf(use.source_added_at, zone).slice(0, 10),
    derives_from: originIn(use.derives_from),
    first_source: originIn(use.first_source),
  };
}

function useIn(use: EvidenceRow, zone: string): ToldUse {
  return {
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
