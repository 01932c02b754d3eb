// The page models of adding a source to a claim.
import type { ArticleFound } from '#src/articles/store.ts';
import type { ClaimTable } from '#src/claims/tables.ts';
import type { Option, RefusedForm } from '#src/http/form.ts';
import type { PageFrame } from '#src/http/render.ts';
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

/** The choice of one speaker as whom a use is about. */
export function aboutSpeaker({ party_id, name }: Speaker): Option {
  return { value: `attribution:${party_id}`, label: `was it said by ${name}?` };
}

export interface ClaimFrame extends PageFrame {
  article: { number: number; title: string; language: string };
  claim: { number: number; statement: string };
}

export type ClaimShown = Pick<ClaimTable, 'number' | 'statement' | 'state'>;

/** The one-line form under a claim, for views/evidence/_add, which shows it as `page.add_evidence`. */
export interface AddEvidence {
  /** The numbers of article and claim. */
  at: { id: number; number: number };
  /** Whether passage, place, grade and note are unfolded. */
  is_open: boolean;
  choices: EvidenceChoices;
}

/** The form that adds a source to the claim with these speakers, folded unless told. */
export function addEvidenceForm(
  at: AddEvidence['at'],
  { chain, is_open = false }: { chain: readonly Speaker[]; is_open?: boolean },
): AddEvidence {
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
    add_evidence: addEvidenceForm({ id: article.number, number: claim.number }, { chain, is_open: true }),
    ...refused,
  };
}

/** What pages of evidence share of their claim. */
export function claimFrame(article: ArticleFound, { number, statement }: ClaimShown): Omit<ClaimFrame, 'title'> {
  return {
    nav: 'articles',
    where: article.desk_name,
    width: 'narrow',
    article: { number: article.number, title: article.title, language: article.language },
    claim: { number, statement },
  };
}
