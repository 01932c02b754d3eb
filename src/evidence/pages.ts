// The models of the pages of evidence: adding a source to a claim, and one use with its form.
import type { ArticleFound } from '#src/articles/store.ts';
import type { ClaimTable } from '#src/claims/tables.ts';
import { sayTime } from '#src/dates.ts';
import type { PageFrame } from '#src/http/render.ts';
import {
  ABOUT_LABELS,
  ABOUTS,
  CREDIBILITIES,
  CREDIBILITY_LABELS,
  gradeOf,
  gradeWords,
  RELIABILITIES,
  RELIABILITY_LABELS,
  SOURCE_TYPE_LABELS,
  STANCE_LABELS,
  STANCES,
} from './evidence.ts';
import type { FailedForm } from './forms.ts';
import { mayAddEvidence } from './policy.ts';
import { copiesThatCount, sayCopy } from './snapshots/said.ts';
import type { CopySaid } from './snapshots/snapshot-store.ts';
import type { EvidenceRow } from './store.ts';
import type { EvidenceTable } from './tables.ts';

export interface Option {
  value: string;
  label: string;
  colour?: string;
}

/** What the form of a use offers to choose from. */
export interface EvidenceChoices {
  stances: Option[];
  abouts: Option[];
  reliabilities: Option[];
  credibilities: Option[];
}

const STANCE_COLOURS = { for: 'confirmed', against: 'false', background: '' };
const NOT_GRADED = { value: '', label: 'not graded' };

export function evidenceChoices(): EvidenceChoices {
  return {
    stances: STANCES.map((value) => {
      const { sign, label } = STANCE_LABELS[value];
      return { value, label: `${sign} ${label}`, colour: STANCE_COLOURS[value] };
    }),
    abouts: ABOUTS.map((value) => ({ value, label: ABOUT_LABELS[value] })),
    reliabilities: [
      NOT_GRADED,
      ...RELIABILITIES.map((value) => ({ value, label: `${value}: ${RELIABILITY_LABELS[value]}` })),
    ],
    credibilities: [
      NOT_GRADED,
      ...CREDIBILITIES.map((value) => ({ value, label: `${value}: ${CREDIBILITY_LABELS[value]}` })),
    ],
  };
}

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

export function useLine(use: EvidenceTable): UseLine {
  const { id, stance, passage, place, note } = use;
  const { sign, label } = STANCE_LABELS[stance];
  const graded = { grade: gradeOf(use), grade_words: gradeWords(use) };
  return { id, stance: { name: stance, sign, label }, ...graded, passage, place, note, about: ABOUT_LABELS[use.about] };
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
  /** The newest copy that stands, those that are not what was saved, and what was erased where no other stands. */
  copies: CopyUnder[];
  added_by: string | null;
}

/** A saved copy as a line of evidence speaks of it. */
export interface CopyUnder {
  number: number;
  words: string;
  is_altered: boolean;
}

/** The evidence of a claim, line by line, for views/evidence/_list, which shows it as `page.evidence`. `zone` is the desk's. */
export function evidenceList(rows: EvidenceRow[], zone: string): EvidenceLine[] {
  return rows.map((row) => ({
    ...useLine(row),
    source_number: row.source_number,
    title: row.source_title,
    kind: SOURCE_TYPE_LABELS[row.source_type],
    alias: row.source_title === row.source_alias ? '' : row.source_alias,
    url: row.source_url,
    origin: originOf(row),
    copies: copiesUnder(row.copies, zone),
    added_by: row.added_by_name?.split(' ')[0] ?? null,
  }));
}

function originOf({ derives_from, first_source }: EvidenceRow): EvidenceLine['origin'] {
  if (derives_from === null) return null;
  const { number, title, is_same_copy } = derives_from;
  const isFar = first_source !== null && first_source.number !== number;
  const first = isFar ? `first source: ${first_source.title}` : '';
  return { number, title, lead: is_same_copy === 1 ? 'same copy as' : 'derives from', first };
}

function copiesUnder(copies: CopySaid[], zone: string): CopyUnder[] {
  return copiesThatCount(copies).map((copy) => ({
    number: copy.number,
    words: sayCopy(copy, zone),
    is_altered: copy.altered_at !== null && copy.erased_at === null,
  }));
}

interface ClaimFrame extends PageFrame {
  article: { number: number; title: string; language: string };
  claim: { number: number; statement: string };
}

type ClaimShown = Pick<ClaimTable, 'number' | 'statement' | 'state'>;

/** The one-line form under a claim, for views/evidence/_add, which shows it as `page.add_evidence`. */
export interface AddEvidence {
  /** The numbers of article and claim. */
  at: { id: number; number: number };
  /** Whether passage, place, grade and note are unfolded. */
  is_open: boolean;
  choices: EvidenceChoices;
}

export function addEvidenceForm(at: AddEvidence['at'], is_open = false): AddEvidence {
  return { at, is_open, choices: evidenceChoices() };
}

/** The page on which a source is added to a claim, and shown again where the line could not be taken. */
export function addEvidencePage(
  article: ArticleFound,
  claim: ClaimShown,
  failed: FailedForm,
): ClaimFrame & { add_evidence: AddEvidence } {
  return {
    ...claimFrame(article, claim),
    title: `Add a source to claim ${claim.number}`,
    add_evidence: addEvidenceForm({ id: article.number, number: claim.number }, true),
    ...failed,
    failed_form: 'evidence',
  };
}

export interface UsePage extends ClaimFrame {
  use: EvidenceLine & { values: Record<string, string>; revision: number; added: string };
  choices: EvidenceChoices;
  may_change: boolean;
  why_not: string;
}

/** The page of one use of a source: its form, and the way to take it off the claim. */
export function usePage(
  article: ArticleFound,
  claim: ClaimShown,
  { evidence, now, failed }: { evidence: EvidenceRow; now: string; failed?: FailedForm },
): UsePage {
  const { about, passage, place, stance, note, reliability, credibility, revision } = evidence;
  const values = {
    about,
    passage,
    place,
    stance,
    note,
    reliability: reliability ?? '',
    credibility: `${credibility ?? ''}`,
  };
  const [line] = evidenceList([evidence], article.time_zone) as [EvidenceLine];
  const why_not = whyNot(article, claim, evidence);
  return {
    ...claimFrame(article, claim),
    title: `${evidence.source_title}: its use for claim ${claim.number}`,
    use: { ...line, values, revision, added: sayTime(evidence.added_at, article.time_zone, now) },
    choices: evidenceChoices(),
    may_change: why_not === '',
    why_not,
    ...(failed ? { ...failed, failed_form: 'use' } : {}),
  };
}

function whyNot(article: ArticleFound, claim: ClaimShown, evidence: EvidenceRow): string {
  if (evidence.removed_at !== null) return 'This evidence was taken off the claim. Add the source again to use it.';
  if (!mayAddEvidence(article.role)) return 'Guests read; evidence is changed by reviewers and editors.';
  if (claim.state === 'closed')
    return 'The claim is done, and its evidence stands with it. Open the claim again to change it.';
  if (claim.state === 'withdrawn') return 'The claim was dropped. Bring it back to change its evidence.';
  return '';
}

function claimFrame(article: ArticleFound, { number, statement }: ClaimShown): Omit<ClaimFrame, 'title'> {
  return {
    nav: 'articles',
    where: article.desk_name,
    width: 'narrow',
    article: { number: article.number, title: article.title, language: article.language },
    claim: { number, statement },
  };
}
