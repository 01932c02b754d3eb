// Verbs that hand over in one place only: "“…,” he laughed", "put the toll at 43". Pure.
import type { SentenceReading } from '../entities/sentence-reading.ts';
import { MANNER_FORMS } from '../text/speech-verbs.ts';

/** No speaker between a quotation and such a verb is longer than this many words. */
const FAR = 6;

/** "Put the toll at 43", "estimate the haul at more than €2m": what somebody reckons something to be. */
export function isPlacedAt({ tokens, figures }: SentenceReading, from: number): boolean {
  for (let at = from + 1; at < Math.min(tokens.length, from + FAR + 2); at++) {
    // "Put the value at “several hundred pounds”".
    const next = /^["“‘']$/.test(tokens[at + 1]?.text ?? '') ? tokens[at + 2] : tokens[at + 1];
    if (tokens[at]?.kind === 'mark') return false;
    // "Put the party on 28%".
    if (tokens[at]?.key === 'on')
      return figures.some(({ start, unit }) => start === tokens[at + 1]?.start && unit === '%');
    if (tokens[at]?.key === 'at') return figures.some(({ start }) => start === next?.start);
  }
  return false;
}

/** "Shot back that", "hit back: “…”", "“…,” Moor fired back.": with words behind it or a quotation before, no fight. */
export function retorts({ tokens, quoted }: SentenceReading, at: number): boolean {
  if (!/^(?:sho(?:t|ots?)|shooting|fire[sd]?|firing|hits?|hitting|clap(?:s|ped))$/.test(tokens[at]?.key ?? ''))
    return false;
  if (tokens[at + 1]?.key !== 'back') return false;
  const next = /^[,:]$/.test(tokens[at + 2]?.text ?? '') ? at + 3 : at + 2;
  if (tokens[at + 2]?.key === 'that' || (quoted[next] ?? -1) >= 0) return true;
  return quoted.slice(Math.max(0, at - FAR), at).some((number) => number >= 0);
}

/** "“A goal is a goal,” he laughed": few words behind a quotation, and no mark between. */
export function closesQuotation({ tokens, quoted }: SentenceReading, at: number): boolean {
  if (!MANNER_FORMS.has(tokens[at]?.key ?? '')) return false;
  for (let before = at - 1; before >= Math.max(0, at - FAR); before--) {
    if ((quoted[before] ?? -1) >= 0) return true;
    if (tokens[before]?.kind === 'mark') return false;
  }
  return false;
}
