// A claim as the report tells of it: what was claimed, by whom, what was found, on what grounds and by whom. Pure.
import {
  ATTRIBUTION_VERDICT_LABELS,
  type AttributionVerdict,
  type ClaimKind,
  type ClaimState,
  STATE_LABELS,
  type VerdictMeaning,
} from '#src/claims/claim.ts';
import type { AttributedParty } from '#src/claims/particulars-store.ts';
import type { PlacedClaim } from '#src/claims/store.ts';
import type { FigureTable, VerdictTable } from '#src/claims/tables.ts';
import { countChain, sayChain } from '#src/evidence/chain.ts';
import type { SourceCount } from '#src/evidence/origins/first-source.ts';
import type { EvidenceRow } from '#src/evidence/store.ts';
import type { About } from '#src/evidence/tables.ts';
import type { Range } from '#src/reading/range.ts';
import type { ReportMaterial } from './material.ts';
import { type Moment, momentIn } from './moment.ts';
import { evidenceIn, type ReportEvidence } from './report-evidence.ts';
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
  attribution_verdict: { verdict: AttributionVerdict; label: string } | null;
  content_verdict: ReportVerdict | null;
  /** What the evidence has on each link of a chain of two or more speakers, in a sentence; '' else. */
  chain_words: string;
  verdict_sentence: string;
  /** The time for which the verdict holds; null where there is none. */
  as_of: Moment | null;
  state: ClaimState;
  state_label: string;
  /** What a new version of the text changed since the verdict was given; '' where the verdict is of these very words. */
  check_again: string;
  /** Who set the verdict; null where nobody has. */
  checker: string | null;
  second_reader: string | null;
  closed_at: Moment | null;
  /** How many sources the evidence has about each of the two, and how many first sources those come down to. */
  sources: Record<About, SourceCount>;
  evidence: ReportEvidence[];
  fixes: ReportFix[];
}

export interface ReportVerdict {
  meaning: VerdictMeaning;
  desk_label: string;
  public_label: string;
  mark: string;
  colour: string;
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
      evidence: (by_claim.evidence.get(claim.id) ?? []).map((use) => evidenceIn(use, material.article.time_zone)),
      fixes: (by_claim.fixes.get(claim.id) ?? []).map((fix) => fixIn(fix, material)),
    }));
}

/** A verdict without the desk's ids. */
export function verdictIn(verdict: VerdictTable): ReportVerdict {
  const { meaning, desk_label, public_label, mark, colour } = verdict;
  return { meaning, desk_label, public_label, mark, colour };
}

function wordsOf(claim: PlacedClaim, { ground }: ReportMaterial) {
  const { start, end } = claim;
  const range = start === null || end === null ? null : { start, end };
  const touched = range ? ground.sentences.filter((one) => one.start < range.end && range.start < one.end) : [];
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

function judgementOf(
  claim: PlacedClaim,
  { verdict, material }: { verdict: VerdictTable | undefined; material: ReportMaterial },
) {
  const { article, names } = material;
  const said = claim.attribution_verdict;
  const is_judged = verdict !== undefined || said !== null;
  return {
    attribution_verdict: said && { verdict: said, label: ATTRIBUTION_VERDICT_LABELS[said] },
    content_verdict: verdict ? verdictIn(verdict) : null,
    verdict_sentence: claim.verdict_sentence,
    as_of: verdict ? momentIn(claim.as_of, article.time_zone) : null,
    state: claim.state,
    state_label: STATE_LABELS[claim.state],
    check_again: claim.check_again,
    checker: is_judged ? nameOf(names, claim.checker_id) : null,
    second_reader: nameOf(names, claim.second_reader_id),
    closed_at: claim.closed_at === null ? null : momentIn(claim.closed_at, article.time_zone),
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
    attribution: chain.map(({ name, role }, link) => ({ name, role, ...(said.links[link] as SourceCount) })),
    sources: { content: said.content, attribution: said.attribution },
    chain_words: sayChain(chain, said),
  };
}

function nameOf(names: ReadonlyMap<string, string>, id: string | null): string | null {
  return id === null ? null : (names.get(id) ?? null);
}
