// Sentences of other languages: Intl.Segmenter, mended at short forms and quotation marks.
import { isEmpty, type Range, trimRange } from '../text/range.ts';
import { afterClosing, goesOnBehind } from './segment-ends.ts';

const segmenters = new Map<string, Intl.Segmenter>();

/** A longer run than this without a pause is cut before it is segmented, so that no text can make it slow. */
const MOST_AT_ONCE = 20_000;

/** The sentences of one paragraph by the rules of its language; an unknown tag is read by the rules of no language. */
export function segmentsOf(text: string, paragraph: Range, language = 'und'): Range[] {
  const segmenter = segmenterFor(language);
  const sentences: Range[] = [];
  for (let start = paragraph.start; start < paragraph.end; ) {
    const end = pieceEnd(text, start, paragraph.end);
    let open = start;
    for (const cut of cutsIn(text.slice(start, end), segmenter).map((at) => start + at)) {
      const behind = afterClosing(text, { start: cut, end }, language);
      const isLast = behind >= end;
      if (behind <= open || (!isLast && goesOnBehind(text, { open, cut, behind, end, language }))) continue;
      const sentence = trimRange(text, { start: open, end: behind });
      if (!isEmpty(sentence)) sentences.push(sentence);
      open = behind;
    }
    start = end;
  }
  return sentences;
}

/** Where a sentence may end: where Intl says so, and behind three dots that a capital follows. */
function cutsIn(piece: string, segmenter: Intl.Segmenter): number[] {
  const cuts: number[] = [];
  for (const { index, segment } of segmenter.segment(piece)) {
    for (const { 0: dots, index: at } of segment.matchAll(DOTS)) cuts.push(index + at + dots.length);
    if (cuts.at(-1) !== index + segment.length) cuts.push(index + segment.length);
  }
  return cuts;
}

const DOTS = /…[\s\u00a0\u202f]?[»”"]?\s+(?=\p{Lu})/gu;

function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  const segmenter = new Intl.Segmenter(isTag(language) ? language : 'und', { granularity: 'sentence' });
  segmenters.set(language, segmenter);
  return segmenter;
}

function isTag(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language).length === 1;
  } catch {
    return false;
  }
}

function pieceEnd(text: string, start: number, end: number): number {
  if (end - start <= MOST_AT_ONCE) return end;
  const space = text.lastIndexOf(' ', start + MOST_AT_ONCE);
  const cut = space > start ? space : start + MOST_AT_ONCE;
  const splitsAPair = (text.charCodeAt(cut) & 0xfc00) === 0xdc00;
  return splitsAPair ? cut - 1 : cut;
}
