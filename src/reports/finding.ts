// A claim as the report tells of it: what, by whom, the finding and its grounds. Pure.
import type { ClaimKind } from '#src/claims/claim.ts';
import type { AttributedParty } from '#src/claims/particulars-store.ts';
import { type Standing, standingOf } from '#src/claims/standing.ts';
import type { PlacedClaim } from '#src/claims/store.ts';
import type { FigureTable } from '#src/claims/tables.ts';
import { countChain, sayChain } from '#src/evidence/chain.ts';
import type { EvidenceRow } from '#src/evidence/evidence-row.ts';
import type { About } from '#src/evidence/tables.ts';
import { itemAt } from '#src/item-at.ts';
import { placedRange, type Range, rangesTouching } from '#src/reading/text/range.ts';
import type { SourceCount } from '#src/sources/origins/first-source.ts';
import { judgementOf, type Provisional, type ReportVerdict, type SaidVerdict } from './judgement.ts';
import { evidenceIn, type ReportEvidence } from './report-evidence.ts';
import type { ReportMaterial } from './report-input.ts';
import type { Moment } from './report-time.ts';
import { fixIn, type ReportFix } from './reviews.ts';

export interface Finding {
  number: number;
  /** The words of the text; '' where the claim lost its place in this version. */
  quote: string;
  range: Range | null;
  sentences: number[];
  statement: string;
  kind: ClaimKind;
  is_key: boolean;
  /** Who says it, outermost first; empty for the article's own voice. With the sources on whether that one said it. */
  attribution: ({ name: string; role: string } & SourceCount)[];
  figures: ReportFigure[];
  attribution_verdict: SaidVerdict | null;
  /** Null unless a second reader has confirmed it, on this version. So is all else that belongs to the verdict. */
  content_verdict: ReportVerdict | null;
  /** What the evidence has on each link of a chain of two or more speakers, in a sentence; '' else. */
  chain_words: string;
  verdict_sentence: string;
  /** The time for which the verdict holds; null where there is none. */
  as_of: Moment | null;
  state: Standing;
  state_label: string;
  /** Why it counts as not checked, in words; '' where it is done. */
  not_checked: string;
  /** What a new version of the text changed since somebody looked; '' where nothing did. */
  check_again: string;
  /** What a checker thinks so far, for the desk alone; null where nobody has said, or was it of other words. */
  provisional: Provisional | null;
  /** It has a verdict here, and nothing under it. */
  on_checkers_word: boolean;
  /** Who set the verdict; null where nobody has. */
  checker: string | null;
  second_reader: string | null;
  closed_at: Moment | null;
  /** How many sources the evidence has about each of the two, and how many first sources those come down to. */
  sources: Record<About, SourceCount>;
  evidence: ReportEvidence[];
  fixes: ReportFix[];
}

export type ReportFigure = Pick<FigureTable, 'value' | 'comparator' | 'low' | 'high' | 'unit' | 'start' | 'end'>;

/** The findings of all claims that are not dropped, in the order of the text; those that lost their place last. */
export function findingsOf(material: ReportMaterial): Finding[] {
  const by_claim = {
    chains: Map.groupBy(material.chains, (party) => party.claim_id),
    figures: Map.groupBy(material.figures, (figure) => figure.claim_id),
    evidence: Map.groupBy(material.evidence, (use) => use.claim_id),
    fixes: Map.groupBy(material.fixes, (fix) => fix.claim_id),
  };
  const verdicts = new Map(material.verdicts.map((verdict) => [verdict.id, verdict]));
  return material.claims
    .filter((claim) => claim.state !== 'withdrawn')
    .map((claim) => ({
      ...wordsOf(claim, material),
      ...saidIn(by_claim.chains.get(claim.id) ?? [], by_claim.evidence.get(claim.id) ?? []),
      figures: (by_claim.figures.get(claim.id) ?? []).map(figureIn),
      ...judgementOf(claim, { verdict: verdicts.get(claim.content_verdict_id ?? ''), material }),
      ...groundsOf(claim, by_claim.evidence.get(claim.id) ?? [], material),
      fixes: (by_claim.fixes.get(claim.id) ?? []).map((fix) => fixIn(fix, material)),
    }));
}

function wordsOf(claim: PlacedClaim, { ground }: ReportMaterial) {
  const range = placedRange(claim);
  const touched = range ? rangesTouching(ground.sentences, range) : [];
  return {
    number: claim.number,
    quote: range ? ground.text.slice(range.start, range.end) : '',
    range,
    sentences: touched.map((sentence) => sentence.number),
    statement: claim.statement,
    kind: claim.kind,
    is_key: claim.is_key === 1,
  };
}

function groundsOf(claim: PlacedClaim, uses: EvidenceRow[], { article }: ReportMaterial) {
  return {
    on_checkers_word: standingOf(claim) === 'closed' && uses.length === 0,
    evidence: uses.map((use) => evidenceIn(use, article.time_zone)),
  };
}

function figureIn({ value, comparator, low, high, unit, start, end }: FigureTable): ReportFigure {
  return { value, comparator, low, high, unit, start, end };
}

/** Who says it, and how many sources there are on each link and on each of the two questions. */
function saidIn(
  chain: AttributedParty[],
  uses: EvidenceRow[],
): Pick<Finding, 'attribution' | 'sources' | 'chain_words'> {
  const said = countChain(chain, uses);
  return {
    attribution: chain.map(({ name, role }, link) => ({ name, role, ...itemAt(said.links, link) })),
    sources: { content: said.content, attribution: said.attribution },
    chain_words: sayChain(chain, said),
  };
}
