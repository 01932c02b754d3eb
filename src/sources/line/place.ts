// Where in a source: the page, paragraph or minute with which a title ends. Pure.
import { needed } from '#src/item-at.ts';

const NUMBERS = String.raw`(?:\d+|[ivxlc]+)(?:\s?[-–—,&]\s?\d+)*`;
const SURE = String.raw`(?:pp?\.|pages?|para(?:graph)?s?\.?|§+|minutes?|min\.)\s?${NUMBERS}|p\s?\d+`;
const AFTER_A_COMMA = String.raw`(?:${SURE}|(?:sections?|sec\.|chapters?|ch\.|slides?|sheets?|rows?|lines?|tables?|figs?\.|figures?|annex|appendix|art(?:icle)?\.?)\s?(?:${NUMBERS}|[A-Z]))(?:,?\s(?:${SURE}|lines?\s?${NUMBERS}))?`;
const PLACE = new RegExp(String.raw`(?:\s?[,;(]\s?(${AFTER_A_COMMA})|\s(${SURE}))\)?\.?$`, 'iu');
const MINUTE = /(?:\s?[,;(]\s?|\sat\s)((?:\d{1,2}:)?\d{1,3}:[0-5]\d)\)?\.?$/u;
const RECORDING =
  /\b(?:audio|video|recording|recorded|footage|film|clip|tape|podcast|broadcast|radio|tv|television|interview|livestream|youtube|vimeo|voice)\b/i;

/** The title without the place at its end, and the place; '' where there is none. "…, 02:14" is a minute of recordings only. */
export function placeAtEnd(text: string): { title: string; place: string } {
  const match = PLACE.exec(text);
  if (match !== null && match.index > 0)
    return { title: cut(text, match.index), place: needed(match[1] ?? match[2], 'place') };
  const minute = RECORDING.test(text) ? MINUTE.exec(text) : null;
  if (minute !== null && minute.index > 0) return { title: cut(text, minute.index), place: `minute ${minute[1]}` };
  return { title: text, place: '' };
}

function cut(text: string, end: number): string {
  return text.slice(0, end).replace(/[\s,;]+$/u, '');
}
