// Findings on paper: in full where needed, one line for what is simply right. Pure.
import { figureWords } from '#src/claims/figures/figure-words.ts';
import { ON_CHECKERS_WORD } from '#src/evidence/evidence.ts';
import { FIX_WORDS } from '#src/reviews/fixes/words.ts';
import { sayCount } from '#src/sources/origins/first-source.ts';
import { type Finding, provisionalIn } from './finding.ts';
import { sayNotChecked } from './judgement.ts';
import { type PaperSource, sourceOf } from './print-view-source.ts';
import type { ReportFix } from './reviews.ts';

export interface PaperEntry {
  number: number;
  /** Its words stand in the text, to which the number leads. */
  in_text: boolean;
  colour: string;
  mark: string;
  verdict: string;
  quote: string;
  /** What is under check, where it says more than the quoted words. */
  statement: string;
  /** Who says it, whether it was said, who checked it, as of when. */
  say: string;
  /** What there is on each link of a chain of speakers; '' where there is no chain. */
  chain: string;
  sentence: string;
  /** Why it counts as not checked; '' where it is done. */
  not_checked: string;
  /** What a checker thinks so far, marked as provisional; '' where nothing is to be said. */
  provisional: string;
  fixes: PaperFix[];
  rests: PaperSource[];
}

export interface PaperFix {
  old_words: string;
  new_words: string;
  /** What became of it: "Change agreed:". */
  lead: string;
  reason: string;
}

/** A fix with what became of it. */
export function paperFixOf(fix: ReportFix): PaperFix {
  const { old_words, new_words, reason, state, in_copy_version } = fix;
  const decision_line = 'decision_line' in fix ? fix.decision_line : '';
  const lead = state === 'in_copy' ? `Change in version ${in_copy_version}:` : `Change ${FIX_WORDS[state].label}:`;
  const why = state === 'refused' && decision_line !== '' ? `refused: ${decision_line}` : '';
  return { old_words, new_words, lead, reason: [reason, why].filter(Boolean).join('; ') };
}

/** Has the desk found out anything about it? Else it is only named among what is not checked. */
export function isFound(finding: Finding): boolean {
  const { content_verdict, evidence, fixes } = finding;
  return content_verdict !== null || provisionalIn(finding) !== null || evidence.length > 0 || fixes.length > 0;
}

/** A finding with everything that an outsider needs to trace it. */
export function entryOf(finding: Finding): PaperEntry {
  const { number, content_verdict, quote, statement, verdict_sentence, not_checked, fixes, evidence } = finding;
  return {
    number,
    in_text: finding.range !== null,
    colour: content_verdict?.colour ?? 'open',
    mark: content_verdict?.mark ?? '?',
    verdict: content_verdict?.public_label ?? 'Not checked',
    not_checked: not_checked === '' ? '' : sentenceOf(sayNotChecked(not_checked)),
    quote: quote || statement,
    statement: quote && isSame(quote, statement) ? '' : statement,
    say: sayOf(finding),
    chain: finding.chain_words,
    sentence: verdict_sentence,
    provisional: sayProvisional(finding),
    fixes: fixes.map(paperFixOf),
    rests: evidence.map(sourceOf),
  };
}

/** "The article → the agency → Darin Velt, spokesman". */
export function chainInWords(attribution: Finding['attribution']): string {
  if (attribution.length === 0) return 'The article, in its own voice';
  const speakers = attribution.map(({ name, role }) => (role ? `${name}, ${role}` : name));
  return ['The article', ...speakers].join(' → ');
}

function sayOf(finding: Finding): string {
  const { attribution, attribution_verdict, figures, is_key, checker, second_reader, closed_at, as_of } = finding;
  const read = second_reader && `read by ${second_reader}${closed_at ? ` on ${closed_at.words}` : ''}`;
  const pieces = [
    chainInWords(attribution),
    attribution_verdict && `was it said: ${attribution_verdict.label}`,
    figures
      .filter((figure) => figure.comparator !== '=')
      .map(figureWords)
      .join(', '),
    is_key && 'key claim',
    finding.same_as && `same as claim ${finding.same_as}`,
    sayGrounds(finding),
    finding.on_checkers_word && ON_CHECKERS_WORD,
    [checker && `checked by ${checker}`, read].filter(Boolean).join(', '),
    as_of && `as of ${as_of.words}`,
  ];
  return pieces.filter(Boolean).join(' · ');
}

/** "Provisional, by Ben Okafor: ✓ OK; was it said: word for word. His sentence." */
function sayProvisional(finding: Finding): string {
  const provisional = provisionalIn(finding);
  if (provisional === null) return '';
  const { content_verdict, attribution_verdict, verdict_sentence, checker } = provisional;
  const said = [
    content_verdict && `${content_verdict.mark} ${content_verdict.desk_label}`,
    attribution_verdict && `was it said: ${attribution_verdict.label}`,
  ];
  const words = said.filter(Boolean).join('; ');
  return [`Provisional${checker ? `, by ${checker}` : ''}: ${words}.`, verdict_sentence].filter(Boolean).join(' ');
}

function sentenceOf(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${/[.!?…]$/.test(words) ? '' : '.'}`;
}

/** "3 sources, 1 first source": said where some of them have it from one another. */
function sayGrounds({ sources, chain_words }: Finding): string {
  const { content } = sources;
  if (chain_words !== '') return '';
  return content.first_sources < content.sources ? sayCount(content) : '';
}

function isSame(quote: string, statement: string): boolean {
  const letters = (text: string) =>
    text
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
      .toLowerCase();
  return letters(quote) === letters(statement);
}
