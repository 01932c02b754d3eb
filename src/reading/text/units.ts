// What a number counts: the nouns after it.
import { PREPOSITIONS } from './function-words.ts';
import { isFunctionWord, type Token } from './tokens.ts';

const PLURALS_WITHOUT_S = new Set(
  'people men women children police troops percent cattle sheep fish personnel staff data media aircraft feet mice teeth'.split(
    ' ',
  ),
);
const NO_PLURAL = /(?:ss|us|is|ous)$/;

/** The unit that starts at a token: up to the first plural, at most four words; else the one word that follows. */
export function unitAfter(tokens: Token[], at: number): string | null {
  const skip = tokens[at]?.key === 'of' ? 1 : 0;
  const from = at + skip + (skip && /^(?:the|its|their|our|all)$/.test(tokens[at + 1]?.key ?? '') ? 1 : 0);
  const words: string[] = [];
  for (let index = from; index < from + 4; index++) {
    const token = tokens[index];
    if (token?.kind !== 'word' || isFunctionWord(token) || PREPOSITIONS.has(token.key)) break;
    words.push(token.text);
    if (isPlural(token)) return words.join(' ');
    if (token.is_possessive) break;
  }
  return words[0] ?? null;
}

function isPlural(token: Token): boolean {
  return PLURALS_WITHOUT_S.has(token.key) || (/[a-z]{2}s$/.test(token.key) && !NO_PLURAL.test(token.key));
}
