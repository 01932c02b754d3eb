// A source under a finding, as the paper shows it. Pure.
import { ABOUT_LABELS, STANCE_LABELS } from '#src/evidence/evidence.ts';
import { sayLineage } from '#src/sources/origins/first-source.ts';
import {
  type ConfidentialSource,
  type InternalEvidence,
  isTold,
  type OpenEvidence,
  type ReportEvidence,
} from './report-evidence.ts';

export interface PaperSource {
  title: string;
  url: string;
  /** The address in full, for those who read on paper; '' where the title says it. */
  address: string;
  /** Publisher, author, date, page. */
  from: string;
  passage: string;
  /** Stance, grade and whatever else the desk noted. */
  remarks: string;
  /** The saved copies; their hashes stand at the end of the paper. */
  copies: string[];
}

/** One source of a finding in words. */
export function sourceOf(evidence: ReportEvidence): PaperSource {
  return isTold(evidence) ? toldSource(evidence) : confidentialSource(evidence);
}

function confidentialSource({ alias, stance, grade, public_reason }: ConfidentialSource): PaperSource {
  const remarks = [STANCE_LABELS[stance].label, grade, 'confidential', public_reason];
  const nothing = { url: '', address: '', from: '', passage: '', copies: [] };
  return { ...nothing, title: alias, remarks: remarks.filter(Boolean).join(' · ') };
}

function toldSource(evidence: InternalEvidence | OpenEvidence): PaperSource {
  const { source, about, speaker, stance, passage, place, grade, note, lookup, copies } = evidence;
  const remarks = [
    // Reports that were signed earlier say nothing of it.
    (source.retraction ?? '').replace(/\.$/, ''),
    STANCE_LABELS[stance].label,
    about === 'attribution' ? (speaker ? `was it said by ${speaker}?` : ABOUT_LABELS.attribution) : '',
    grade,
    source.is_confidential ? 'confidential' : '',
    source.proximity ?? '',
    sayLineage(source),
    source.interest && `interest: ${source.interest}`,
    note,
    lookup === null ? '' : `passage ${lookup.words}`,
  ];
  // The card of a web page is often called by its site; said once it is enough.
  const publisher = source.title.includes(source.publisher) ? '' : source.publisher;
  return {
    title: source.title,
    url: source.url,
    address: source.url.includes(source.title) ? '' : source.url,
    from: [publisher, source.author, source.dated_on, place].filter(Boolean).join(', '),
    passage: quoted(passage),
    remarks: remarks.filter(Boolean).join(' · '),
    copies: copies.map(({ words }) => words),
  };
}

/** In quotation marks, unless it was noted with marks of its own. */
export function quoted(words: string): string {
  return words === '' || /^["“”„«‘']/.test(words) ? words : `“${words}”`;
}
