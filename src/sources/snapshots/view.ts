// The models of saved copies on pages: those of a source, and one with all that is kept of it.
import { sayTime, sayWhole } from '#src/dates.ts';
import type { RefusedForm } from '#src/http/form.ts';
import type { Html } from '#src/http/html.ts';
import type { PageFrame } from '#src/http/render.ts';
import type { JobListed } from '#src/jobs/store.ts';
import { may } from '#src/people/permissions.ts';
import type { SourceFound } from '../card/store.ts';
import type { PassageInCopy } from '../hooks.ts';
import { type Altered, sayAltered } from './altered.ts';
import { sayErased } from './copies-view.ts';
import { ACCEPTED, ACCEPTED_ENDINGS, kindOfType } from './kinds.ts';
import { markedText } from './marked-text.ts';
import { HOW_WORDS, type Redirect, saySize } from './snapshot.ts';
import type { SnapshotFound, SnapshotListed } from './store.ts';

export interface CopyLine {
  number: number;
  name: string;
  /** "captured today 15:40 by Ben Okafor · a web page · 2.1 MB" */
  words: string;
  sha256: string | null;
  /** Sentences; '' where all is well. */
  altered: string;
  erased: string;
}

export interface UnderWay {
  id: string;
  message: string;
  progress: number;
  /** Null where it is the person's own. */
  whose: string | null;
}

/** The copies of a source, wherever they stand. */
export interface CopiesPart {
  source_number: number;
  host: string;
  may_keep: boolean;
  copies: CopyLine[];
  counted: string;
  under_way: UnderWay[];
  /** Why the person's last capture failed; '' where it did not. */
  failure: string;
  /** A sentence for each copy that is not what was saved. */
  alarms: string[];
  limit: string;
  accepted: string;
  accepted_endings: string;
}

export interface CopiesFound {
  snapshots: SnapshotListed[];
  altered: ReadonlyMap<string, Altered[]>;
  jobs: JobListed[];
}

/** `person_id` is whose page it is; `limit` the most bytes of an upload. */
export function copiesPart(
  source: SourceFound,
  found: CopiesFound,
  { person_id, now, limit }: { person_id: string | null; now: string; limit: number },
): CopiesPart {
  const copies = found.snapshots.map((one) =>
    copyLine(one, found.altered.get(one.id) ?? [], { zone: source.time_zone, now }),
  );
  const mine = found.jobs.filter((job) => job.person_id === person_id);
  const last = mine[0];
  return {
    source_number: source.number,
    host: URL.parse(source.url)?.host ?? '',
    may_keep: may(source.role, 'keep_copies'),
    copies,
    counted: howMany(copies),
    under_way: found.jobs.filter((job) => job.ended_at === null).map((job) => underWay(job, person_id)),
    failure: last?.state === 'failed' && !hasSince(found.snapshots, last) ? last.message : '',
    alarms: copies.map(({ altered }) => altered).filter(Boolean),
    limit: saySize(limit),
    accepted: ACCEPTED,
    accepted_endings: ACCEPTED_ENDINGS,
  };
}

/** Whoever brought a copy after all need not read that the capture failed. */
function hasSince(snapshots: readonly SnapshotListed[], { created_at }: JobListed): boolean {
  return snapshots.some((one) => one.erased_at === null && one.taken_at >= created_at);
}

function howMany(copies: CopyLine[]): string {
  const standing = copies.filter(({ erased }) => erased === '').length;
  if (standing === 0) return copies.length === 0 ? 'none yet' : 'none left';
  return standing === 1 ? 'one' : String(standing);
}

function underWay({ id, message, progress, person_id, person_name }: JobListed, me: string | null): UnderWay {
  return { id, message, progress, whose: person_id === me ? null : (person_name ?? 'Somebody') };
}

/** One copy in a line. `altered` is what a look found just now; what an earlier one found is said all the same. */
export function copyLine(
  copy: SnapshotListed,
  altered: readonly Altered[],
  { zone, now }: { zone: string; now: string },
): CopyLine {
  const by = copy.taken_by_name ? ` by ${copy.taken_by_name}` : '';
  const took = `${HOW_WORDS[copy.how]} ${sayTime(copy.taken_at, zone, now)}${by}`;
  const known: readonly Altered[] = altered.length === 0 && copy.altered_at !== null ? ['bytes'] : altered;
  return {
    number: copy.number,
    name: copy.name,
    words: [took, kindOfType(copy.media_type).words, saySize(copy.size)].join(' · '),
    sha256: copy.sha256,
    altered: copy.erased_at === null ? sayAltered(copy.number, known) : '',
    erased: sayErased(copy, zone),
  };
}

export interface SnapshotPage extends PageFrame {
  copy: CopyLine;
  source: { number: number; title: string };
  is_erased: boolean;
  /** What else is altered; the alarm over all. */
  note: string;
  facts: { name: string; words: string; is_hash?: boolean }[];
  redirects: Redirect[];
  headers: [string, string][];
  has_record: boolean;
  /** The readable text, or a part of it, with the passage marked that was asked for. */
  text: Html;
  is_cut_before: boolean;
  is_cut: boolean;
  /** The use whose passage is marked; null where none is. */
  passage: Omit<PassageInCopy, 'ranges'> | null;
  has_text: boolean;
  may_erase: boolean;
  is_confidential: boolean;
}

export interface CopyMaterial {
  altered: readonly Altered[];
  text: string;
  passage?: PassageInCopy | undefined;
  now: string;
  refused?: RefusedForm | undefined;
}

/** A copy with all that is known of it; `text` is what can be read in it. */
export function snapshotPage(
  copy: SnapshotFound,
  { altered, text, passage, now, refused }: CopyMaterial,
): SnapshotPage {
  const zone = copy.time_zone;
  const line = copyLine(copy, altered, { zone, now });
  return {
    title: `Saved copy ${copy.number}`,
    nav: 'sources',
    where: copy.desk_name,
    copy: { ...line, words: sentenceCase(line.words) },
    source: { number: copy.source_number, title: copy.source_title },
    is_erased: copy.erased_at !== null,
    note: copy.note,
    facts: factsOf(copy),
    redirects: JSON.parse(copy.redirects) as Redirect[],
    headers: JSON.parse(copy.headers) as [string, string][],
    has_record: copy.warc_file_id !== null,
    ...markedText(text, passage?.ranges ?? []),
    passage: passage ?? null,
    has_text: text !== '',
    may_erase: may(copy.role, 'erase_copies') && copy.erased_at === null,
    is_confidential: copy.is_confidential === 1,
    ...refused,
  };
}

function factsOf(copy: SnapshotFound): SnapshotPage['facts'] {
  const by = copy.taken_by_name ? `, ${copy.taken_by_name}` : '';
  const facts = [
    { name: 'Name', words: copy.name },
    { name: 'Kind', words: `${kindOfType(copy.media_type).words} (${copy.media_type})` },
    {
      name: 'Size',
      words: copy.size < 1_000 ? saySize(copy.size) : `${saySize(copy.size)} (${copy.size.toLocaleString('en')} bytes)`,
    },
    { name: sentenceCase(HOW_WORDS[copy.how]), words: `${sayWhole(copy.taken_at, copy.time_zone)}${by}` },
    { name: 'From', words: copy.url },
    { name: 'Which led to', words: copy.final_url === copy.url ? '' : copy.final_url },
    { name: 'SHA-256', words: copy.sha256 ?? '', is_hash: true },
    { name: 'SHA-256 of its record', words: copy.warc_sha256 ?? '', is_hash: true },
    { name: 'SHA-256 of its text', words: copy.text_sha256 ?? '', is_hash: true },
  ];
  return facts.filter(({ words }) => words !== '');
}

function sentenceCase(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export interface SourceCopiesPage extends PageFrame {
  source: { number: number; title: string };
  copies: CopiesPart;
}

/** The page of a source's copies, with the forms that bring one. */
export function sourceCopiesPage(source: SourceFound, copies: CopiesPart, refused?: RefusedForm): SourceCopiesPage {
  const { number, title } = source;
  return {
    title: 'Saved copies',
    nav: 'sources',
    where: source.desk_name,
    scripts: ['snapshot-progress'],
    source: { number, title },
    copies,
    ...refused,
  };
}

/** Instead of a download of something that is not what was saved. */
export function alteredPage(
  copy: SnapshotFound,
  altered: readonly Altered[],
  what: Altered,
): PageFrame & { sentence: string; number: number; what: Altered } {
  const sentence = sayAltered(copy.number, altered);
  return {
    title: 'This is not what was saved',
    nav: 'sources',
    where: copy.desk_name,
    sentence,
    number: copy.number,
    what,
  };
}
