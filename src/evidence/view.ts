// The models of the pages of evidence: adding a source to a claim, and one use with its form.
import type { ArticleFound } from '#src/articles/store.ts';
import type { ClaimTable } from '#src/claims/tables.ts';
import { sayTime } from '#src/dates.ts';
import type { Option, RefusedForm } from '#src/http/form.ts';
import type { PageFrame } from '#src/http/render.ts';
import { may } from '#src/people/permissions.ts';
import type { Speaker } from './chain.ts';
import {
  ABOUT_LABELS,
  ABOUTS,
  CREDIBILITIES,
  CREDIBILITY_LABELS,
  RELIABILITIES,
  RELIABILITY_LABELS,
  STANCE_LABELS,
  STANCES,
} from './evidence.ts';
import type { EvidenceRow } from './evidence-row.ts';
import { type EvidenceLine, evidenceList } from './lines-view.ts';

/** What the form of a use offers to choose from. */
export interface EvidenceChoices {
  stances: Option[];
  abouts: Option[];
  reliabilities: Option[];
  credibilities: Option[];
}

const STANCE_COLOURS = { for: 'confirmed', against: 'false', background: '' };
const NOT_GRADED = { value: '', label: 'not graded' };

/** `chain`: the claim's speakers; with two or more of them, evidence may be about the words of one. */
export function evidenceChoices(chain: readonly Speaker[]): EvidenceChoices {
  return {
    stances: STANCES.map((value) => {
      const { sign, label } = STANCE_LABELS[value];
      return { value, label: `${sign} ${label}`, colour: STANCE_COLOURS[value] };
    }),
    abouts: [
      ...ABOUTS.map((value) => ({ value: value as string, label: ABOUT_LABELS[value] })),
      ...(chain.length < 2 ? [] : chain.map((speaker) => aboutSpeaker(speaker))),
    ],
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

function aboutSpeaker({ party_id, name }: Speaker): Option {
  return { value: `attribution:${party_id}`, label: `was it said by ${name}?` };
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

export function addEvidenceForm(at: AddEvidence['at'], chain: readonly Speaker[], is_open = false): AddEvidence {
  return { at, is_open, choices: evidenceChoices(chain) };
}

/** The page on which a source is added to a claim, and shown again where the line could not be taken. */
export function addEvidencePage(
  article: ArticleFound,
  claim: ClaimShown,
  { chain, refused }: { chain: readonly Speaker[]; refused: RefusedForm },
): ClaimFrame & { add_evidence: AddEvidence } {
  return {
    ...claimFrame(article, claim),
    title: `Add a source to claim ${claim.number}`,
    add_evidence: addEvidenceForm({ id: article.number, number: claim.number }, chain, true),
    ...refused,
  };
}

export interface UsePage extends ClaimFrame {
  use: EvidenceLine & { values: Record<string, string>; revision: number; added: string };
  choices: EvidenceChoices;
  may_change: boolean;
  why_not: string;
}

export interface UseMaterial {
  evidence: EvidenceRow;
  /** The claim's speakers, outermost first. */
  chain: readonly Speaker[];
  now: string;
  refused?: RefusedForm | undefined;
}

/** The page of one use of a source: its form, and the way to take it off the claim. */
export function usePage(
  article: ArticleFound,
  claim: ClaimShown,
  { evidence, chain, now, refused }: UseMaterial,
): UsePage {
  const { about, speaker_id, passage, place, stance, note, reliability, credibility, revision } = evidence;
  const values = {
    about: speaker_id === null ? about : `${about}:${speaker_id}`,
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
    choices: choicesWith(chain, evidence),
    may_change: why_not === '',
    why_not,
    ...refused,
  };
}

/** Somebody who is no longer among the speakers can still be kept. */
function choicesWith(chain: readonly Speaker[], { speaker_id, speaker_name }: EvidenceRow): EvidenceChoices {
  const choices = evidenceChoices(chain);
  if (speaker_id === null || choices.abouts.some(({ value }) => value === `attribution:${speaker_id}`)) return choices;
  return { ...choices, abouts: [...choices.abouts, aboutSpeaker({ party_id: speaker_id, name: speaker_name ?? '' })] };
}

function whyNot(article: ArticleFound, claim: ClaimShown, evidence: EvidenceRow): string {
  if (evidence.removed_at !== null) return 'This evidence was taken off the claim. Add the source again to use it.';
  if (!may(article.role, 'add_evidence')) return 'Guests read; evidence is changed by reviewers and editors.';
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
