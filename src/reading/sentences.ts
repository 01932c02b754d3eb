// Sentences: every letter of a text that is not white space stands in exactly one of them.

import { itemStartsIn } from './list-items.ts';
import { paragraphsOf } from './paragraphs.ts';
import { type Range, trimRange } from './range.ts';
import { segmentsOf } from './segmenter.ts';
import { endsSentence, TERMINATORS } from './sentence-ends.ts';

/** A sentence and the number, from 1, of the paragraph it stands in. */
export type Sentence = Range & { paragraph: number };

/**
 * The sentences of a text in order. `language` is a BCP 47 tag: English has rules of its own (they also serve where
 * no language is known), other languages are cut by Intl.Segmenter. Never throws; linear in the length of the text.
 */
export function sentencesOf(text: string, language?: string): Sentence[] {
  const cut = readsAsEnglish(language) ? englishSentences : segmentsOf;
  const sentences: Sentence[] = [];
  paragraphsOf(text).forEach((paragraph, index) => {
    for (const { start, end } of cut(text, paragraph, language)) sentences.push({ start, end, paragraph: index + 1 });
  });
  return sentences;
}

function readsAsEnglish(language: string | undefined): boolean {
  return !language || /^en\b/i.test(language);
}

function englishSentences(text: string, paragraph: Range): Range[] {
  const sentences: Range[] = [];
  let start = paragraph.start;
  const cutAt = (end: number) => {
    const sentence = trimRange(text, { start, end });
    if (sentence.end > sentence.start) sentences.push(sentence);
    start = end;
  };
  const items = itemStartsIn(text, paragraph);
  let nextItem = 0;
  TERMINATORS.lastIndex = paragraph.start;
  for (let found = TERMINATORS.exec(text); found && found.index < paragraph.end; found = TERMINATORS.exec(text)) {
    const resume = TERMINATORS.lastIndex;
    while (nextItem < items.length && (items[nextItem] as number) <= found.index) cutAt(items[nextItem++] as number);
    const end = endsSentence(text, { start, end: paragraph.end }, { start: found.index, end: resume });
    if (end !== null && end < paragraph.end) cutAt(end);
    TERMINATORS.lastIndex = Math.max(resume, end ?? 0);
  }
  for (const item of items.slice(nextItem)) cutAt(item);
  cutAt(paragraph.end);
  return sentences;
}
