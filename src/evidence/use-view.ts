// The page model of one use of a source with its form.
import type { ArticleFound } from '#src/articles/store.ts';
import { sayTime } from '#src/dates.ts';
import type { RefusedForm } from '#src/http/form.ts';
import { may, refusalOf } from '#src/people/permissions.ts';
import type { Speaker } from './chain.ts';
import type { EvidenceRow } from './evidence-row.ts';
import { type EvidenceLine, evidenceList } from './lines-view.ts';
import { valuesOfUse } from './stale-evidence.ts';
import {
  aboutSpeaker,
  type ClaimFrame,
  type ClaimShown,
  claimFrame,
  type EvidenceChoices,
  evidenceChoices,
} from './view.ts';

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
  const { revision } = evidence;
  const values = valuesOfUse(evidence);
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
  if (evidence.removed_at !== null) return 'This evidence was removed from the claim. Add the source again to use it.';
  if (!may(article.role, 'add_evidence')) return refusalOf('add_evidence', article.role);
  if (claim.state === 'closed') return 'The claim is done, and its evidence with it. Reopen the claim to edit it.';
  if (claim.state === 'withdrawn') return 'The claim was dropped. Restore it to edit its evidence.';
  return '';
}
