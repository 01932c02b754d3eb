// The claim in hand: words, speakers, verdicts, evidence, and what this person may do.
import { ATTRIBUTION_VERDICT_LABELS, STATE_LABELS } from '#src/claims/claim.ts';
import { figureLine, figureWords } from '#src/claims/figures/figure-words.ts';
import { localOf, sayTime } from '#src/dates.ts';
import { countChain, sayChain, sayWasItSaid } from '#src/evidence/chain.ts';
import type { EvidenceRow } from '#src/evidence/evidence-row.ts';
import { evidenceList } from '#src/evidence/lines-view.ts';
import { addEvidenceForm } from '#src/evidence/view.ts';
import { placedRange } from '#src/reading/text/range.ts';
import { legalOfClaim } from '#src/reviews/legal/legal.ts';
import { claimLegalView } from '#src/reviews/legal/view.ts';
import { countSources, sayCount } from '#src/sources/origins/first-source.ts';
import type { Claim, ClaimWithEvidence } from '../claim.ts';
import type { WorkbenchView } from '../gather-article.ts';
import { markOf } from '../marks.ts';
import { accusedInClaim } from './accused-in-claim.ts';
import { byProfile } from './by-profile.ts';
import { choicesOf, type Looking, mayDo } from './claim-actions-view.ts';
import { neighboursIn } from './claim-neighbours.ts';
import { agreementOf } from './disagreeing-page.ts';
import { factsOn } from './facts-on-claim.ts';
import { fixedOffer } from './fixed-offer.ts';
import { offeredFor, shownSource } from './proposed-sources-page.ts';
import { saidBySheets } from './said-by-sheets.ts';
import { sameIn } from './same-as-view.ts';
import { timesSaid } from './time-words.ts';

/** The model of the panel for one claim of the article; `used`: as for `offeredFor`. */
export function panelOf(
  gathered: WorkbenchView,
  claim: ClaimWithEvidence,
  { used, ...looking }: Looking & { used: readonly EvidenceRow[] },
) {
  const { article } = gathered;
  const may = mayDo(gathered, claim, looking);
  return {
    ...wordsOf(gathered, claim),
    ...speakersOf(claim),
    ...verdictsOf(claim),
    ...peopleAndTimes(gathered, claim, looking.now),
    times: timesIn(gathered, claim),
    agreement: agreementOf(gathered, claim, looking.now),
    evidence: evidenceList(claim.evidence, article.time_zone),
    from_draft: offeredFor(gathered, claim, used).map((suggestion) =>
      shownSource(gathered, suggestion, {
        now: looking.now,
        is_person: looking.person_id !== null,
        in_hand: claim,
        used,
      }),
    ),
    from_sheets: saidBySheets(gathered, claim, { now: looking.now, may_judge: may.judge && !may.read_second }),
    add_evidence: addEvidenceForm({ id: article.number, number: claim.number }, claim),
    evidence_said: sayEvidence(claim),
    contacts: accusedInClaim(gathered, claim, looking.now),
    ...{ fixes: claim.fixes, queries: claim.queries },
    facts: factsOn(gathered, claim, looking.now),
    legal: legalIn(gathered, claim, looking.now),
    neighbours: neighboursIn(gathered.claims, claim, looking),
    choices: choicesOf(gathered, claim),
    by_profile: byProfile(gathered, claim),
    fixed_offer: fixedOffer(gathered, claim, may),
    same: sameIn(gathered, claim),
    may,
  };
}

function wordsOf({ ground }: WorkbenchView, claim: Claim) {
  const { number, id, revision, kind, state, state_line, check_again, words, start, statement } = claim;
  return {
    ...{ number, id, revision, kind, state, state_line, check_again, words, statement },
    is_key: claim.is_key === 1,
    state_label: STATE_LABELS[state],
    mark: markOf(claim),
    sentence: ground.sentences.find((one) => start !== null && start < one.end)?.number ?? null,
    says_more: statement !== words.replace(/\s+/g, ' '),
    is_lost: claim.anchor_status === 'lost',
  };
}

function speakersOf({ chain, evidence, figures }: ClaimWithEvidence) {
  return {
    chain: chain.map(({ name, role }) => ({ name, role })),
    chain_lines: chain.map(({ name, role }) => (role === '' ? name : `${name}, ${role}`)).join('\n'),
    chain_said: sayChain(chain, countChain(chain, evidence)),
    figures: figures.map(figureWords),
    figure_lines: figures.map(figureLine).join('\n'),
  };
}

function verdictsOf({ attribution_verdict, content_verdict_id, verdict_sentence, verdict }: Claim) {
  return {
    attribution_verdict,
    attribution_label: attribution_verdict && ATTRIBUTION_VERDICT_LABELS[attribution_verdict],
    content_verdict: content_verdict_id ?? '',
    verdict_sentence,
    wants_sentence: verdict !== null && verdict.meaning !== 'ok' && verdict_sentence === '',
  };
}

function peopleAndTimes({ article, members }: WorkbenchView, claim: Claim, now: string) {
  const zone = article.time_zone;
  const nameOf = (id: string | null) => members.find((member) => member.person_id === id)?.display_name ?? null;
  const timeOf = (at: string) => ({ local: localOf(at, zone), said: sayTime(at, zone, now) });
  return {
    as_of: claim.as_of === '' ? null : timeOf(claim.as_of),
    due: claim.due_at === null ? null : timeOf(claim.due_at),
    assignee_id: claim.assignee_id ?? '',
    assignee: nameOf(claim.assignee_id),
    checker: nameOf(claim.checker_id),
    second_reader: nameOf(claim.second_reader_id),
  };
}

export type ClaimPanel = ReturnType<typeof panelOf>;

function timesIn({ article, ground }: WorkbenchView, claim: Claim) {
  const range = placedRange(claim);
  return range === null ? [] : timesSaid(ground.text, range, article);
}

function sayEvidence({ chain, evidence }: ClaimWithEvidence): { content: string; attribution: string; all: string } {
  const said = countChain(chain, evidence);
  return {
    content: sayCount(said.content),
    attribution: sayWasItSaid(chain, said),
    all: sayCount(countSources(evidence)),
  };
}

function legalIn({ article, ground, legal }: WorkbenchView, claim: Claim, now: string) {
  return claimLegalView(legalOfClaim(legal, claim, ground), { ...article, now });
}
