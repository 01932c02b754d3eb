// Findings as pages show them: the sentence, both places as links, what became of it. Pure.
import type { ArticleFound } from '#src/articles/store.ts';
import type { VersionText } from '#src/articles/version-text-store.ts';
import { sayTime } from '#src/dates.ts';
import { url } from '#src/paths.ts';
import { may } from '#src/people/permissions.ts';
import { type Range, rangeAt } from '#src/reading/text/range.ts';
import { canBeFixed, type DeskFinding } from './finding.ts';
import { wordsAround } from './from-passages.ts';
import type { Findings } from './gather-findings.ts';
import type { DecisionFound } from './store.ts';

export interface FindingRow {
  key: string;
  sentence: string;
  places: { href: string; said: string; words: string; is_article: boolean }[];
  claim: number | null;
  evidence_id: string | null;
  /** What one press does with it. */
  can: { note: boolean; fix: boolean };
  instead: string | null;
  /** What became of it, and why; null while it is open. */
  settled: { said: string; href: string | null; reason: string; who: string } | null;
  /** The claim's verdict says so already: nothing more is asked. */
  is_told: boolean;
}

export interface FindingsShown {
  open: FindingRow[];
  settled: FindingRow[];
  may_settle: boolean;
}

interface Ground {
  article: ArticleFound;
  ground: VersionText;
  now: string;
}

/** Whether nobody has decided about it, and no verdict says it. */
function isOpen({ decisions }: Pick<Findings, 'decisions'>, { key, is_told }: DeskFinding): boolean {
  const decision = decisions.get(key);
  return !is_told && (decision === undefined || decision.decision === 'reopened');
}

export function openFindings(findings: Pick<Findings, 'findings' | 'decisions'>): DeskFinding[] {
  return findings.findings.filter((one) => isOpen(findings, one));
}

/** The list as pages show it; `some` narrows it. Who looks from outside is not told what became of what. */
export function findingsShown(
  at: Ground,
  findings: Findings,
  some: (finding: DeskFinding) => boolean = () => true,
): FindingsShown {
  const chosen = findings.findings.filter(some);
  const rows = (are_open: boolean) =>
    chosen.filter((one) => isOpen(findings, one) === are_open).map((one) => rowOf(at, findings, one));
  return { open: rows(true), settled: rows(false), may_settle: may(at.article.role, 'settle_findings') };
}

function rowOf(at: Ground, { decisions }: Findings, finding: DeskFinding): FindingRow {
  const { key, sentence, places, other, claim, evidence_id, instead, is_told } = finding;
  const decision = decisions.get(key);
  const isDecided = decision !== undefined && decision.decision !== 'reopened';
  return {
    ...{ key, sentence, evidence_id, is_told },
    places: [
      ...bySentence(at, places).map((place) => placeInText(at, place)),
      ...(other ? [{ ...other, is_article: false }] : []),
    ],
    claim: claim?.number ?? null,
    can: { note: claim !== null, fix: canBeFixed(finding) },
    instead: canBeFixed(finding) ? instead : null,
    settled: isDecided && may(at.article.role, 'read_queries') ? settledBy(at, decision, claim?.number ?? null) : null,
  };
}

/** Places of one sentence are one: nobody needs to read its words three times. */
function bySentence({ ground }: Ground, places: readonly Range[]): Range[] {
  const groups = Map.groupBy(places, ({ start }) => rangeAt(ground.sentences, start)?.number);
  return [...groups.values()].map((of) => ({
    start: Math.min(...of.map(({ start }) => start)),
    end: Math.max(...of.map(({ end }) => end)),
  }));
}

function placeInText({ article, ground }: Ground, place: Range): FindingRow['places'][number] {
  const sentence = rangeAt(ground.sentences, place.start);
  const number = sentence?.number ?? 1;
  return {
    href: `${url('claims', { id: article.number }, { list: 'disagree' })}#sentence-${number}`,
    said: `Sentence ${number}`,
    words: wordsAround(ground.text.slice(sentence?.start ?? 0, sentence?.end), shifted(place, sentence?.start ?? 0)),
    is_article: true,
  };
}

function shifted({ start, end }: Range, by: number): Range {
  return { start: start - by, end: end - by };
}

function settledBy(
  { article, now }: Ground,
  { decision, reason, query_number, fix_number, decided_by_name, decided_at }: DecisionFound,
  claim: number | null,
): FindingRow['settled'] {
  const id = article.number;
  const who = `${decided_by_name}, ${sayTime(decided_at, article.time_zone, now)}`;
  const said = { note: `Noted at claim ${claim}`, query: `Query ${query_number}`, fix: `Fix ${fix_number}` };
  if (decision === 'note')
    return { said: said.note, href: claim === null ? null : url('claim', { id, number: claim }), reason, who };
  if (decision === 'query') return { said: said.query, href: url('queries', { id }), reason, who };
  if (decision === 'fix') return { said: said.fix, href: url('fixes', { id }), reason, who };
  return { said: 'Dismissed', href: null, reason, who };
}
