// Words that are written together and read apart: "l’agence", "dit-il", "a-t-elle". Pure.
import type { Token } from '../text/tokens.ts';

const ELIDED = /^(?:l|d|qu|n|s|c|j|m|t|jusqu|lorsqu|puisqu|quoiqu)['’](?=[\p{L}\p{N}])/iu;
const BEHIND = /-(?:t-)?(?:il|elle|ils|elles|on|je|nous|vous|ce|lhe|lhes|se|o|a|os|as)$/i;

/** The tokens with elided articles, and pronouns behind their verb, as words of their own. */
export function partedTokens(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token) => (token.kind === 'word' && /['’-]/.test(token.text) ? parted(token) : [token]));
}

function parted(token: Token): Token[] {
  const front = ELIDED.exec(token.text)?.[0].length ?? 0;
  const behind = BEHIND.exec(token.text);
  const back = behind && behind.index > front ? behind.index : token.text.length;
  const pronoun =
    behind && back < token.text.length ? token.text.length - behind[0].replace(/^-(?:t-)?/i, '').length : back;
  const pieces = [
    [0, front],
    [front, back],
    [pronoun, token.text.length],
  ] as const;
  return pieces.filter(([from, to]) => to > from).map(([from, to]) => pieceOf(token, from, to));
}

function pieceOf(token: Token, from: number, to: number): Token {
  const text = token.text.slice(from, to);
  const key = text.replaceAll('’', "'").toLowerCase();
  return {
    ...token,
    start: token.start + from,
    end: token.start + to,
    text,
    key: key.replace(/'$/, ''),
    is_capital: /^\p{Lu}/u.test(text),
    is_possessive: false,
  };
}
