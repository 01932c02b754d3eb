// A claim that is simply right, in one line of the paper. Pure.
import { ON_CHECKERS_WORD } from '#src/evidence/evidence.ts';
import type { Finding } from './finding.ts';
import { isTold, type ReportEvidence } from './report-evidence.ts';

export interface PaperBrief {
  number: number;
  in_text: boolean;
  colour: string;
  quote: string;
  say: string;
}

/** Simply right: OK and not key, with nothing to tell but on what it rests. */
export function isBrief(finding: Finding): boolean {
  const { content_verdict, is_key, fixes } = finding;
  return content_verdict?.meaning === 'ok' && !is_key && fixes.length === 0;
}

/** One line: what is right, who says it, on what it rests, who read it. */
export function briefOf(finding: Finding): PaperBrief {
  const { number, content_verdict, quote, statement, attribution, evidence, checker, second_reader } = finding;
  const speaker = attribution.at(-1);
  const rests = evidence.map(nameOf).join('; ');
  const readers = [checker, second_reader].filter(Boolean).join(', ');
  const grounds = rests || ON_CHECKERS_WORD;
  const same = finding.same_as ? `same as claim ${finding.same_as}` : '';
  const say = [speaker ? `said by ${speaker.name}` : '', same, grounds, readers].filter(Boolean).join(' · ');
  return {
    number,
    in_text: finding.range !== null,
    colour: content_verdict?.colour ?? 'open',
    quote: quote || statement,
    say,
  };
}

function nameOf(evidence: ReportEvidence): string {
  if (!isTold(evidence)) return evidence.alias;
  const { source, place } = evidence;
  return place ? `${source.title}, ${place}` : source.title;
}
