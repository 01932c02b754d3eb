// The text of a report for its PDF: paragraphs in runs, each with the claims that lie on it. Pure.
import { dirOf } from '#src/direction.ts';
import type { Finding } from '../finding.ts';
import { type Run, runsOf } from '../print-view-text.ts';
import type { Report, ReportSegment } from '../report.ts';
import { settable } from './flow.ts';

export interface TextRun {
  /** The ids that jumps to the words of claims lead to, where claims begin here. */
  begins: string[];
  /** That of the innermost claim; '' where there is none. */
  colour: string;
  /** Of the line under it: what is not settled has a thin one. */
  weight: number;
  jump: string;
  pieces: { words: string; kind: '' | 'unread' | 'nothing' }[];
  signs: { words: string; colour: string; jump: string }[];
}

/** The runs of every paragraph, by its number. */
export function textRunsOf(report: Report): Map<number, TextRun[]> {
  const findings = new Map(report.findings.map((finding) => [finding.number, finding]));
  const met = new Set<number>();
  const runs = report.galley.map(({ number, segments }) => {
    return [number, runsOf(segments).map((run) => runOf(run, findings, met))] as const;
  });
  return new Map(runs);
}

/** The way of a paragraph, with `auto` decided by its first letter. */
export function wayOf(words: string, language: string): 'ltr' | 'rtl' {
  const dir = dirOf(words, language);
  if (dir !== 'auto') return dir;
  const first = /\p{L}/u.exec(words)?.[0] ?? '';
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u.test(
    first,
  )
    ? 'rtl'
    : 'ltr';
}

function runOf({ claims, segments }: Run, findings: ReadonlyMap<number, Finding>, met: Set<number>): TextRun {
  const begins = claims.filter((number) => !met.has(number));
  for (const number of begins) met.add(number);
  const inner = claims.at(-1);
  const ends = segments.flatMap((segment) => segment.ends);
  return {
    begins: begins.map((number) => `text-${number}`),
    colour: inner === undefined ? '' : colourOf(findings.get(inner)),
    weight: inner !== undefined && findings.get(inner)?.state === 'closed' ? 1 : 0.5,
    jump: inner === undefined ? '' : `claim-${inner}`,
    pieces: segments.map(pieceOf),
    signs: [
      ...(segments.at(-1)?.ends_tick ? [{ words: '✓', colour: 'open', jump: '' }] : []),
      ...ends.map((number) => signOf(number, findings.get(number))),
    ],
  };
}

function pieceOf({ text, is_unread, leftover_kind, is_initialled }: ReportSegment): TextRun['pieces'][number] {
  const kind = is_unread || leftover_kind !== null ? 'unread' : is_initialled ? 'nothing' : '';
  return { words: settable(text), kind };
}

function signOf(number: number, finding: Finding | undefined): TextRun['signs'][number] {
  const mark = finding?.content_verdict?.mark ?? '?';
  return { words: `${number}${mark}`, colour: colourOf(finding), jump: `claim-${number}` };
}

function colourOf(finding: Finding | undefined): string {
  return finding?.content_verdict?.colour ?? 'open';
}
