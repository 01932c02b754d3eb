// Which claim the one in hand is the same as, which it decides, and which could decide it. Pure.
import { cutAtWord } from '#src/cut-at-word.ts';
import type { Claim } from '../claim.ts';
import type { WorkbenchView } from '../gather-article.ts';

const LONGEST = 60;

/** Those with the same figure or the same words come first, and one of them stands chosen. */
export function sameIn({ claims }: WorkbenchView, claim: Claim) {
  const followed = claims.find(({ id }) => id === claim.same_as_id);
  const decides = claims.filter(({ same_as_id }) => same_as_id === claim.id);
  const others = claims.filter((other) => canDecide(other, claim));
  const alike = others.filter((other) => isAlike(other, claim));
  const rest = others.filter((other) => !alike.includes(other));
  return {
    as: followed && { number: followed.number, words: followed.words },
    decides: decides.map(({ number, words }) => ({ number, words })),
    alike: alike.map(({ number }) => number),
    choices: decides.length > 0 ? [] : [...alike, ...rest].map(optionOf),
  };
}

function optionOf({ number, words }: Claim): { value: string; label: string } {
  return { value: String(number), label: `Claim ${number}: ${cutAtWord(words.replace(/\s+/g, ' '), LONGEST)}` };
}

function canDecide(other: Claim, claim: Claim): boolean {
  const is_free = other.id !== claim.id && other.same_as_id === null && other.check_again === '';
  const is_key_enough = claim.is_key !== 1 || other.is_key === 1;
  return is_free && is_key_enough && other.state !== 'withdrawn' && speakersOf(other) === speakersOf(claim);
}

function speakersOf({ chain }: Claim): string {
  return chain.map(({ name, role }) => `${name}, ${role}`).join('\n');
}

function isAlike(other: Claim, claim: Claim): boolean {
  const key = ({ words }: Claim) => words.replace(/\s+/g, ' ').toLowerCase();
  if (key(other) === key(claim)) return true;
  const figures = new Set(claim.figures.map(figureKey));
  return other.figures.some((figure) => figures.has(figureKey(figure)));
}

function figureKey({ comparator, low, high, unit, value }: Claim['figures'][number]): string {
  return JSON.stringify(low === null && high === null ? [value, unit] : [comparator, low, high, unit]);
}
