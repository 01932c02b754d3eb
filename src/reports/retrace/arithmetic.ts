// What the numbers of a report have to come to, worked out from the rest of it. Pure.
import { createHash } from 'node:crypto';
import { isDeepStrictEqual as sameValue } from 'node:util';
import type { Finding } from '../finding.ts';
import type { Report } from '../report.ts';
import { isTold } from '../report-evidence.ts';

/** A sentence for each number or quotation that is not what the rest of the report makes it; empty where all are. */
export function faultsOfArithmetic(report: Report): string[] {
  return [
    ...textFaults(report),
    ...galleyFaults(report),
    ...countFaults(report),
    ...report.findings.flatMap((finding) => findingFaults(finding, report)),
  ];
}

function textFaults({ version }: Report): string[] {
  const sha256 = createHash('sha256').update(version.text, 'utf8').digest('hex');
  return [
    ...(sha256 === version.sha256 ? [] : ['The text of the article is not the one of which the hash was signed.']),
    ...(version.length === version.text.length ? [] : ['The text of the article has another length than is said.']),
  ];
}

/** The text as it is drawn is the text, letter for letter. */
function galleyFaults({ galley, version: { text } }: Report): string[] {
  const faults: string[] = [];
  let at = 0;
  for (const segment of galley.flatMap(({ segments }) => segments)) {
    const is_text = segment.text === text.slice(segment.start, segment.end);
    if (!is_text || text.slice(at, segment.start).trim() !== '')
      faults.push(`The text is drawn otherwise than it reads, at letter ${segment.start}.`);
    at = segment.end;
  }
  if (text.slice(at).trim() !== '') faults.push('The end of the text is not drawn.');
  return faults.slice(0, 1);
}

type Rule = [what: string, said: unknown, is: unknown];

function countFaults(report: Report): string[] {
  return [...claimRules(report), ...tallyRules(report), ...listRules(report)]
    .filter(([, said, is]) => !sameValue(said, is))
    .map(([what, said, is]) => `It says of ${what}: ${JSON.stringify(said)}; recounted: ${JSON.stringify(is)}.`);
}

function claimRules({ claims, findings }: Report): Rule[] {
  const count = (state: string) => findings.filter((finding) => finding.state === state).length;
  return [
    ['the number of claims', claims.total, findings.length],
    ['the number of claims that are done', claims.done, count('closed')],
    ['the number of claims without a verdict', claims.without_verdict, findings.length - count('closed')],
    ...Object.entries(claims.states).map(
      ([state, said]): Rule => [`the number of claims by state (${state})`, said, count(state)],
    ),
  ];
}

function tallyRules({ tally, findings }: Report): Rule[] {
  const done = findings.filter(({ state }) => state === 'closed');
  return [
    ['the sum of the tally', tally.reduce((sum, { count }) => sum + count, 0), done.length],
    ...tally.map(({ count, ...verdict }): Rule => {
      const same = done.filter(({ content_verdict }) => sameValue(content_verdict, verdict));
      return [`the tally of “${verdict.public_label}”`, count, same.length];
    }),
  ];
}

function listRules({ findings, coverage, not_checked, ticks, people, signed }: Report): Rule[] {
  const open = numbersOf(findings.filter((finding) => finding.not_checked !== ''));
  const named = (names: (string | null)[]) => [...new Set(names.filter((name) => name !== null))];
  return [
    ['the number of unread sentences', coverage.unread, not_checked.sentences.length],
    ['the number of ticks', coverage.ticks, ticks.length],
    ['the claims under “not checked”', not_checked.claims.map(({ number }) => number), open],
    ['the checkers', people.checkers, named(findings.map(({ checker }) => checker))],
    ['the second readers', people.second_readers, named(findings.map(({ second_reader }) => second_reader))],
    ['the claims that were signed open', [...(signed?.open_claims ?? [])].sort(byNumber), [...open].sort(byNumber)],
  ];
}

const byNumber = (one: number, other: number) => one - other;

function numbersOf(findings: readonly Finding[]): number[] {
  return findings.map(({ number }) => number);
}

function findingFaults(finding: Finding, { version: { text } }: Report): string[] {
  const { number, quote, range, state, content_verdict, not_checked, on_checkers_word, evidence } = finding;
  const is_done = state === 'closed';
  const rules: [string, boolean][] = [
    ['its words are not those of the text', quote === (range === null ? '' : text.slice(range.start, range.end))],
    ['it has a verdict and is not done, or is done without', is_done === (content_verdict !== null)],
    ['it is done and counts as not checked, or is not and does not', is_done === (not_checked === '')],
    ['whether it rests on the checker’s word', on_checkers_word === (is_done && evidence.length === 0)],
    ['the number of its sources', areSourcesCounted(finding)],
  ];
  return rules.filter(([, holds]) => !holds).map(([what]) => `Claim ${number}: ${what} does not fit the rest of it.`);
}

/** Sources and first sources, about each of the two questions; only where each use tells its source. */
function areSourcesCounted({ evidence, sources }: Finding): boolean {
  const told = [...evidence].filter(isTold);
  if (told.length < evidence.length || told.some(({ source }) => source.number === null)) return true;
  return (['content', 'attribution'] as const).every((about) => {
    const cards = told.filter((use) => use.about === about).map(({ source }) => source);
    const own = new Set(cards.map((card) => card.number));
    const first = new Set(cards.map((card) => card.first_source?.number ?? card.number));
    return sources[about].sources === own.size && sources[about].first_sources === first.size;
  });
}
