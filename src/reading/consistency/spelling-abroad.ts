// Two spellings of one name in another language than English. Pure.
import { readingOf } from '../entities/sentence-reading.ts';
import type { Range } from '../text/range.ts';
import { vocabularyOf } from '../text/vocabulary.ts';
import { type Finding, within } from './finding.ts';
import type { Counted } from './repeated.ts';
import { isMisspelling } from './spelling.ts';

/** Shorter names differ by one letter too easily. */
const SHORTEST = 5;

/** A word of a name that stands once, and another way two times or oftener; sentences that begin with it alone tell nothing. */
export function spellingAbroad(text: string, sentences: readonly Counted[], language: string): Finding[] {
  const places = Map.groupBy(
    sentences.flatMap(({ sentence }) => namedIn(text, sentence, language)),
    ({ word }) => word,
  );
  const rare = [...places].filter(
    ([word, of]) => of.length === 1 && !vocabularyOf(text).isWrittenSmall(word.toLowerCase()),
  );
  const usual = [...places].filter(([, of]) => of.length > 1);
  return rare.flatMap(([word, [place]]) => {
    const [other, elsewhere] = usual.find(([each]) => isOneName(word, each)) ?? [];
    if (!place || !other || !elsewhere?.[0] || areTwoPeople(place, elsewhere)) return [];
    const ranges = [place, elsewhere[0]].map(({ start, end }) => ({ start, end }));
    return [within('name', ranges, `“${word}” here, “${other}” ${elsewhere.length} times elsewhere.`, other)];
  });
}

/** `first` is the word of the same name before it. */
type Named = Range & { word: string; first: string | null };

function namedIn(text: string, sentence: Range, language: string): Named[] {
  const { tokens, names } = readingOf(text, sentence, [], language);
  return names.flatMap(({ from, to }) =>
    tokens.slice(from, to).flatMap((token, at, all) => {
      const isWord = token.kind === 'word' && token.text.length >= SHORTEST && /^\p{Lu}\p{Ll}+$/u.test(token.text);
      const first = all[at - 1]?.text ?? null;
      return isWord ? [{ start: token.start, end: token.end, word: token.text, first }] : [];
    }),
  );
}

/** "Hugues Marin" is not "Claire Morin". */
function areTwoPeople({ first }: Named, others: readonly Named[]): boolean {
  const firsts = others.map((other) => other.first).filter((each) => each !== null);
  return first !== null && firsts.length > 0 && !firsts.includes(first);
}

/** One vowel is another or one letter is doubled, or an accent is left out; but not "Mario" and "Maria", "Paulo" and "Paula". */
function isOneName(one: string, other: string): boolean {
  if (withoutAccents(one) === withoutAccents(other)) return one !== other;
  if (one.slice(0, -1) === other.slice(0, -1)) return false;
  return isMisspelling(one, other, SHORTEST);
}

function withoutAccents(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '');
}
