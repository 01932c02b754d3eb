// What a comma sets behind a name or an office in another language than English. Pure.
import { isRole } from '../entities/names-abroad.ts';
import { ends, type Ground, LONGEST, type Phrase } from './noun-phrases.ts';

/** A relative clause: "que vive en Lima", "der in Köln lebt". */
export function opensRelative({ reading, lexicon: { speech } }: Ground, at: number): boolean {
  const key = reading.tokens[at]?.key ?? '';
  if (speech.breaks.has(key)) return true;
  // "Der Mann, der in Köln lebt,": an article with a verb at the end of its clause.
  if (!speech.writes_nouns_large || !/^(?:der|die|das|den|dem|deren|dessen)$/.test(key)) return false;
  let to = at;
  while (reading.tokens[to] && reading.tokens[to]?.text !== ',') to += 1;
  const last = reading.tokens[to - 1];
  return last?.kind === 'word' && !last.is_capital;
}

/** The phrase with what a comma sets behind it: "Tomás Rey, alcalde de Lima". */
export function withApposition(ground: Ground, phrase: Phrase): Phrase {
  const { reading, lexicon } = ground;
  if (reading.tokens[phrase.to]?.text !== ',') return phrase;
  const first = reading.tokens[phrase.to + 1];
  if (!first || opensRelative(ground, phrase.to + 1)) return phrase;
  const isTitle =
    lexicon.speech.determiners.has(first.key) ||
    lexicon.speech.honorifics.has(first.key) ||
    isRole(first, { lexicon }) ||
    first.kind === 'number' ||
    reading.names.some((name) => name.from === phrase.to + 1);
  if (!isTitle) return phrase;
  let to = phrase.to + 1;
  while (
    to < reading.tokens.length &&
    to - phrase.to < LONGEST &&
    !/^[,.;:!?»”"–—]$/.test(reading.tokens[to]?.text ?? '') &&
    !ends(ground, to)
  )
    to += 1;
  const isClosed = /^(?:[,.;:!?»”"–—(]|)$/.test(reading.tokens[to]?.text ?? '');
  const namesSomebody =
    reading.tokens.slice(phrase.to + 1, to).some((token) => isRole(token, { lexicon })) ||
    reading.names.some((name) => name.from >= phrase.to + 1 && name.to <= to);
  return isClosed && to > phrase.to + 1 && namesSomebody ? { from: phrase.from, to } : phrase;
}
