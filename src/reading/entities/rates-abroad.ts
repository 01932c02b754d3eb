// What so many are counted against abroad: "85 je 100.000 Einwohner". Pure.
import type { Token } from '../text/tokens.ts';

const AGAINST = /^(?:por|pour|je|pro|auf|per)$/;
/** A round number of at least a hundred, however its thousands are parted. */
const ROUND = /^10{2,}$/;

/** The rate right behind an amount, or with the one word between that is counted; `to` is behind its number. */
export function rateAbroad(tokens: readonly Token[], from: number): { words: string; to: number } | null {
  const counted = AGAINST.test(tokens[from]?.key ?? '') ? '' : (tokens[from]?.text ?? '');
  let at = counted === '' ? from : from + 1;
  if (!AGAINST.test(tokens[at]?.key ?? '') || (counted !== '' && tokens[from]?.kind !== 'word')) return null;
  const opening = [tokens[at]?.text ?? ''];
  if (/^(?:cada|chaque)$/.test(tokens[at + 1]?.key ?? '')) opening.push(tokens[++at]?.text ?? '');
  const number = tokens[at + 1];
  if (number?.kind !== 'number' || !ROUND.test(number.text.replace(/[^\d]/g, ''))) return null;
  const size = /^(?:mil|mille)$/.test(tokens[at + 2]?.key ?? '') ? [tokens[at + 2]?.text ?? ''] : [];
  const noun = tokens[at + 2 + size.length];
  const nouns = noun?.kind === 'word' && noun.key.length > 3 ? [noun.text] : [];
  const words = [...(counted === '' ? [] : [counted]), ...opening, number.text, ...size, ...nouns];
  return { words: words.join(' '), to: at + 2 + size.length };
}
