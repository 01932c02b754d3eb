// A claim as the report tells of it: what, by whom, the finding and its grounds. Pure.
import type { ClaimKind } from '#src/claims/claim.ts';
import type { AttributedParty } from '#src/claims/particulars-store.ts';
import { groundedOn } from '#src/claims/same-as.ts';
import { type Standing, standingOf } from '#src/claims/standing.ts';
import type { PlacedClaim } from '#src/claims/store.ts';
import type { FigureTable, VerdictTable } from '#src/claims/tables.ts';
import { countChain, sayChain } from '#src/evidence/chain.ts';
import type { EvidenceRow } from '#src/evidence/evidence-row.ts';
import type { About } from '#src/evidence/tables.ts';
import { itemAt } from '#src/item-at.ts';
import { mapInTurns } from '#src/others-turn.ts';
import { placedRange, type Range, rangesTouching } from '#src/reading/text/range.ts';
import type { FixFound } from '#src/reviews/fixes/store.ts';
import type { SourceCount } from '#src/sources/origins/first-source.ts';
import { judgementOf, type Provisional, provisionalOf, type ReportVerdict, type SaidVerdict } from './judgement.ts';
import {
  type InternalEvidence,
  internalEvidence,
  isTold,
  type OpenEvidence,
  type PublicEvidence,
  publicEvidence,
} from './report-evidence.ts';
import type { ReportMaterial } from './report-input.ts';
import type { Moment } from './report-time.ts';
import { type InternalFix, internalFix, type PublicFix, publicFix } from './reviews.ts';

export type Finding = InternalFinding | PublicFinding;

/** What the desk knows of a claim. */
export interface InternalFinding extends FindingCore {
  /** What a checker thinks so far; null where nobody has said, or was it of other words. */
  provisional: Provisional | null;
  evidence: InternalEvidence[];
  fixes: InternalFix[];
}

/** What an outsider is told of it. */
export interface PublicFinding extends FindingCore {
  evidence: PublicEvidence[];
  fixes: PublicFix[];
}

/** All uses of sources whose source is told. */
export function toldEvidence(findings: readonly Finding[]): (InternalEvidence | OpenEvidence)[] {
  return findings.flatMap((finding) => [...finding.evidence].filter(isTold));
}

/** What a checker thinks so far, where the report may say it. */
export function provisionalIn(finding: Finding): Provisional | null {
  return 'provisional' in finding ? finding.provisional : null;
}

export interface FindingCore {
  number: number;
  /** The words of the text; '' where the claim lost its place in this version. */
  quote: string;
  range: Range | null;
  sentences: number[];
  statement: string;
  kind: ClaimKind;
  is_key: boolean;
  /** The number of the claim that it is the same as, whose verdict and evidence it has; null where it was checked on its own. */
  same_as: number | null;
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
  /** What a new version of the text, or of a source, changed since somebody looked; '' where nothing did. */
  check_again: string;
  /** It has a verdict here, and nothing under it. */
  on_checkers_word: boolean;
  /** Who set the verdict; null where nobody has. */
  checker: string | null;
  second_reader: string | null;
  closed_at: Moment | null;
  /** How many sources the evidence has about each of the two, and how many first sources those come down to. */
  sources: Record<About, SourceCount>;
}

export type ReportFigure = Pick<FigureTable, 'value' | 'comparator' | 'low' | 'high' | 'unit' | 'start' | 'end'>;

/** The findings of all claims that are not dropped, in the order of the text; those that lost their place last. */
export function internalFindings(material: ReportMaterial): Promise<InternalFinding[]> {
  const { time_zone } = material.article;
  return mapInTurns(grounded(material), ({ claim, verdict, chain, figures, uses, fixes }) => ({
    ...coreOf(claim, { chain, figures, uses, material }),
    ...judgementOf(claim, { verdict, material, with_line: true }),
    provisional: provisionalOf(claim, { verdict, material }),
    evidence: uses.map((use) => internalEvidence(use, time_zone)),
    fixes: fixes.map(internalFix),
  }));
}

/** The same, as an outsider may have them. */
export function publicFindings(material: ReportMaterial): Promise<PublicFinding[]> {
  const { time_zone } = material.article;
  return mapInTurns(grounded(material), ({ claim, verdict, chain, figures, uses, fixes }) => ({
    ...coreOf(claim, { chain, figures, uses, material }),
    ...judgementOf(claim, { verdict, material, with_line: false }),
    evidence: uses.map((use) => publicEvidence(use, time_zone)),
    fixes: fixes.map(publicFix),
  }));
}

interface Grounds {
  chain: AttributedParty[];
  figures: FigureTable[];
  uses: EvidenceRow[];
}

interface Grounded extends Grounds {
  claim: PlacedClaim;
  verdict: VerdictTable | undefined;
  fixes: FixFound[];
}

/** Each claim that is not dropped with the rows that hang on it. */
function grounded(material: ReportMaterial): Grounded[] {
  const chains = Map.groupBy(material.chains, (party) => party.claim_id);
  const figures = Map.groupBy(material.figures, (figure) => figure.claim_id);
  const uses = Map.groupBy(material.evidence, (use) => use.claim_id);
  const fixes = Map.groupBy(material.fixes, (fix) => fix.claim_id);
  const verdicts = new Map(material.verdicts.map((verdict) => [verdict.id, verdict]));
  return material.claims
    .filter((claim) => claim.state !== 'withdrawn')
    .map((claim) => ({
      claim,
      verdict: verdicts.get(claim.content_verdict_id ?? ''),
      chain: chains.get(claim.id) ?? [],
      figures: figures.get(claim.id) ?? [],
      uses: groundedOn(claim).flatMap((id) => uses.get(id) ?? []),
      fixes: fixes.get(claim.id) ?? [],
    }));
}

function coreOf(claim: PlacedClaim, { chain, figures, uses, material }: Grounds & { material: ReportMaterial }) {
  return {
    ...wordsOf(claim, material),
    ...saidIn(chain, uses),
    figures: figures.map(figureIn),
    on_checkers_word: standingOf(claim) === 'closed' && uses.length === 0,
  };
}

function wordsOf(claim: PlacedClaim, { ground, claims }: ReportMaterial) {
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
    same_as: claims.find(({ id }) => id === claim.same_as_id)?.number ?? null,
  };
}

function figureIn({ value, comparator, low, high, unit, start, end }: FigureTable): ReportFigure {
  return { value, comparator, low, high, unit, start, end };
}

/** Who says it, and how many sources there are on each link and on each of the two questions. */
function saidIn(
  chain: AttributedParty[],
  uses: EvidenceRow[],
): Pick<FindingCore, 'attribution' | 'sources' | 'chain_words'> {
  const said = countChain(chain, uses);
  return {
    attribution: chain.map(({ name, role }, link) => ({ name, role, ...itemAt(said.links, link) })),
    sources: { content: said.content, attribution: said.attribution },
    chain_words: sayChain(chain, said),
  };
}
