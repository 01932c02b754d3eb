// Sentences: every letter of a text that is not white space stands in exactly one of them.
import { itemAt } from '#src/item-at.ts';
import { readsAsEnglish } from '../text/languages.ts';
import { type Range, trimRange } from '../text/range.ts';
import { Scanner } from '../text/scanner.ts';
import { itemStartsIn } from './list-items.ts';
import { paragraphsOf } from './paragraphs.ts';
import { segmentsOf } from './segmenter.ts';
import { endsSentence, TERMINATORS } from './sentence-ends.ts';
import { APART, apartIn } from './standalone-lines.ts';

/** A sentence and the number, from 1, of the paragraph it stands in. */
export type Sentence = Range & { paragraph: number };

/**
 * The sentences of a text in order. `language` is a BCP 47 tag: English has rules of its own (they also serve where
 * no language is known), other languages are cut by Intl.Segmenter. Never throws; linear in the length of the text.
 */
export function sentencesOf(text: string, language?: string): Sentence[] {
  const cut = readsAsEnglish(language) ? englishCutter(text) : (each: Range) => segmentsOf(text, each, language);
  const sentences: Sentence[] = [];
  let paragraph = 0;
  for (const range of paragraphsOf(text)) {
    paragraph++;
    for (const { start, end } of cut(range)) sentences.push({ start, end, paragraph });
  }
  return sentences;
}

/** Cuts the paragraphs of a text, which must be handed over in order. */
function englishCutter(text: string): (paragraph: Range) => Range[] {
  const marks = new Scanner(text, TERMINATORS);
  const apart = new Scanner(text, APART);
  return (paragraph) => {
    const items = itemStartsIn(text, paragraph);
    const pieces = apartIn(text, paragraph, apart);
    const cuts = items.length === 0 ? pieces : [...items, ...pieces].sort((a, b) => a - b);
    const sentences: Range[] = [];
    let start = paragraph.start;
    const cutAt = (end: number) => {
      const sentence = trimRange(text, { start, end });
      if (sentence.end > sentence.start) sentences.push(sentence);
      start = Math.max(start, end);
    };
    let nextCut = 0;
    let from = paragraph.start;
    for (let found = marks.firstIn(from, paragraph.end); found; found = marks.firstIn(from, paragraph.end)) {
      while (nextCut < cuts.length && itemAt(cuts, nextCut) <= found.index) cutAt(itemAt(cuts, nextCut++));
      const run = { start: found.index, end: Math.min(paragraph.end, found.index + found[0].length) };
      const end = endsSentence(text, { start, end: paragraph.end }, run);
      if (end !== null && end < paragraph.end) cutAt(end);
      from = Math.max(run.end, end ?? 0);
    }
    for (const cut of cuts.slice(nextCut)) cutAt(cut);
    cutAt(paragraph.end);
    return sentences;
  };
}
