// A paragraph made ready for reading: its quotations, and its sentences with their words.
import { itemAt } from '#src/item-at.ts';
import type { Sentence } from '../sentences/sentences.ts';
import type { Range } from '../text/range.ts';
import { type Quotation, quotationsOf } from './quotations.ts';
import { readingOf, type SentenceReading } from './sentence-reading.ts';

export type ParagraphReading = Range & { quotations: Quotation[]; sentences: SentenceReading[] };

/** A paragraph of more sentences is read in pieces, so that a text without line ends costs no more than another. */
const MOST = 60;
/** Quotations are looked for in so many letters of a piece. */
const LONGEST = 100_000;

/** The paragraphs of a text that was cut into sentences, in order, each read once. */
export function* paragraphReadingsOf(
  text: string,
  sentences: readonly Sentence[],
  language?: string,
): Generator<ParagraphReading> {
  for (let from = 0; from < sentences.length; ) {
    let to = from;
    while (to < sentences.length && sentences[to]?.paragraph === sentences[from]?.paragraph && to - from < MOST) to++;
    const range = { start: itemAt(sentences, from).start, end: itemAt(sentences, to - 1).end };
    const end = Math.min(range.end, range.start + LONGEST);
    const quotations = quotationsOf(text, { start: range.start, end }, language);
    const read = sentences.slice(from, to).map((sentence) => readingOf(text, sentence, quotations, language));
    yield { ...range, quotations, sentences: read };
    from = to;
  }
}
