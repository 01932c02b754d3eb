// What nobody checked, as the paper says it. Pure.
import { cutAtWord } from '#src/cut-at-word.ts';
import { sayNotChecked } from './judgement.ts';
import { isFound } from './print-view-finding.ts';
import type { Report } from './report.ts';

/** Something nobody has checked, at the sentence where it stands. */
export interface PaperLeft {
  sentence: string;
  words: string;
  remark: string;
  /** The claim it is, where it has no finding of its own. */
  claim: number | null;
  /** Where it stands on the paper: at the words of a claim, at a finding, or in a paragraph; '' where nowhere. */
  jump: string;
}

const WORDS_SHOWN = 160;

/** What is left, unread sentences and leftovers, cut to what a line holds. */
export function leftOf(report: Report): PaperLeft[] {
  const { not_checked, galley } = report;
  const left = [
    ...not_checked.sentences.map(({ number, words }) => ({ at: number, words, remark: '', claim: null, jump: '' })),
    ...Map.groupBy(not_checked.leftovers, (leftover) => leftover.sentence)
      .values()
      .map((leftovers) => ({ at: leftovers[0]?.sentence ?? 0, ...leftoverWords(leftovers), claim: null, jump: '' })),
    ...claimsLeft(report),
  ];
  const paragraphOf = (at: number) => galley.find((one) => one.first_sentence <= at && at <= one.last_sentence)?.number;
  return left
    .sort((a, b) => a.at - b.at)
    .map(({ at, words, remark, claim, jump }) => ({
      ...{ sentence: at === 0 ? '–' : String(at), words: cutAtWord(words, WORDS_SHOWN), remark, claim },
      jump: jump || (at === 0 ? '' : `paragraph-${paragraphOf(at)}`),
    }));
}

function claimsLeft({ not_checked, findings }: Report) {
  const by_number = new Map(findings.map((finding) => [finding.number, finding]));
  return not_checked.claims.map(({ number, words, state_label, cause }) => {
    const finding = by_number.get(number);
    const found = finding !== undefined && isFound(finding);
    return {
      at: finding?.sentences[0] ?? 0,
      words,
      remark: `claim ${number}, ${state_label} · ${sayNotChecked(cause)}`,
      claim: found ? null : number,
      jump: found ? `claim-${number}` : finding?.range ? `text-${number}` : '',
    };
  });
}

/** What one sentence has left over, told in one line. */
function leftoverWords(leftovers: Report['not_checked']['leftovers']): { words: string; remark: string } {
  const is_unfinished = leftovers.some((leftover) => leftover.kind === 'placeholder');
  const words = leftovers.map((leftover) => leftover.words).join(' · ');
  return { words, remark: is_unfinished ? 'unchecked detail; the copy is not finished' : 'unchecked detail' };
}
