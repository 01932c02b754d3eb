// The page models of one saved copy: all that is kept of it, or the alarm that it was altered.
import { saySize } from '#src/counted.ts';
import { sayWhole } from '#src/dates.ts';
import type { RefusedForm } from '#src/http/form.ts';
import type { Html } from '#src/http/html.ts';
import type { PageFrame } from '#src/http/render.ts';
import { may } from '#src/people/permissions.ts';
import type { PassageInCopy } from '../hooks.ts';
import { type Altered, sayAltered } from './altered.ts';
import { type CopyLine, copyLine } from './copy-line-view.ts';
import { kindOfType } from './kinds.ts';
import { markedText } from './marked-text.ts';
import { HOW_WORDS, type Redirect } from './snapshot.ts';
import type { SnapshotFound } from './store.ts';

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

/** Instead of a download of something that is not what was saved. */
export function alteredPage(
  copy: SnapshotFound,
  altered: readonly Altered[],
  what: Altered,
): PageFrame & { sentence: string; number: number; what: Altered } {
  const sentence = sayAltered(copy.number, altered);
  return {
    title: 'Saved copy has been altered',
    nav: 'sources',
    where: copy.desk_name,
    sentence,
    number: copy.number,
    what,
  };
}
