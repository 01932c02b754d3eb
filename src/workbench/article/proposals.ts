// What the program proposes, as pages show it: in words, ordered, from a line up.
import { languageName } from '#src/articles/languages.ts';
import { type Proposal, placeOf, takenTogether, USUAL_LINE } from '#src/claims/analysis/suggestion.ts';
import { figureWords } from '#src/claims/figures/figure-words.ts';
import { keyReason } from '#src/claims/key-rule.ts';
import { PROPOSAL_ORDERS, type ProposalOrder } from '#src/claims/proposal-order.ts';
import { counted } from '#src/counted.ts';
import { url } from '#src/paths.ts';
import { may } from '#src/people/permissions.ts';
import { readsAsEnglish } from '#src/reading/text/languages.ts';
import type { WorkbenchView } from '../gather-article.ts';

/** How the list of proposals is shown: `line` from 0 to 100. */
export interface ProposedView {
  line: number;
  order: ProposalOrder;
}

export interface ListedProposal {
  place: string;
  start: number;
  end: number;
  sentence: number;
  words: string;
  reasons: string;
  speakers: string;
  figures: string[];
  key_reason: string | null;
  score: number;
  score_words: string;
}

/** What was asked for in the address; anything unknown is as usual. */
export function proposedViewIn(query: { above?: unknown; order?: unknown }): ProposedView {
  const line = /^\d{1,3}$/.test(String(query.above)) ? Math.min(Number(query.above), 100) : USUAL_LINE * 100;
  return { line, order: PROPOSAL_ORDERS.find((one) => one === query.order) ?? 'text' };
}

/** The list of proposals beside the text. */
export function proposalList(gathered: WorkbenchView, { line, order }: ProposedView) {
  const shown = proposedFrom(gathered, line);
  const listed = order === 'score' ? [...shown].sort((a, b) => b.score - a.score || a.start - b.start) : shown;
  const id = gathered.article.number;
  const orders: [ProposalOrder, string][] = [
    ['text', 'In the order of the text'],
    ['score', 'By score'],
  ];
  return {
    line,
    order,
    language_note: languageNote(gathered.article.language),
    all: gathered.proposals.length,
    together: takenTogether(gathered.proposals, line / 100).length,
    proposals: listed.map((proposal) => listedProposal(gathered, proposal)),
    dismissed: gathered.dismissed.map((proposal) => listedProposal(gathered, proposal)),
    orders: orders.map(([one, label]) => ({
      label,
      href: url('claims', { id }, { list: 'proposed', above: line, order: one }),
      is_current: one === order,
    })),
    may_decide: may(gathered.article.role, 'mark_claims'),
  };
}

/** Whoever reads a text in another language is told what the program can and cannot see in it. */
function languageNote(language: string): string {
  if (readsAsEnglish(language)) return '';
  return `The words of this text (${languageName(language)}) mean nothing to the program: it goes by numbers in digits, quotation marks and names. Read with more care than the list suggests.`;
}

export type ProposalList = ReturnType<typeof proposalList>;

/** The proposals that stand, from this line up. */
export function proposedFrom(gathered: WorkbenchView, line: number): Proposal[] {
  return gathered.proposals.filter((proposal) => proposal.score >= line / 100);
}

/** One proposal in words for a person. */
export function listedProposal(gathered: WorkbenchView, proposal: Proposal): ListedProposal {
  const { start, end, score, reasons, reading, key_sorts, sentence } = proposal;
  return {
    place: placeOf(proposal),
    start,
    end,
    sentence,
    words: gathered.ground.text.slice(start, end),
    reasons: reasons.join(', '),
    speakers: reading.attribution.map(({ name, role }) => (role ? `${name}, ${role}` : name)).join(' → '),
    figures: reading.figures.map(figureWords),
    key_reason: keyReason(key_sorts, gathered.keys),
    score: Math.floor(score * 100),
    score_words: scoreWords(score),
  };
}

/** How many there are from the usual line up: what the switch and the empty list say. */
export function sayProposals(gathered: WorkbenchView): { proposal_count: number; proposals_said: string } {
  const proposal_count = proposedFrom(gathered, USUAL_LINE * 100).length;
  return { proposal_count, proposals_said: counted(proposal_count, 'proposal') };
}

function scoreWords(score: number): string {
  if (score >= 0.8) return 'very likely worth checking';
  if (score >= 0.6) return 'likely worth checking';
  return score >= USUAL_LINE ? 'perhaps worth checking' : 'hardly worth checking';
}
