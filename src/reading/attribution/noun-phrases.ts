// Noun phrases of another language than English that can be who speaks: before a verb, or behind it. Pure.
import { isRole } from '../entities/names-abroad.ts';
import type { SentenceReading } from '../entities/sentence-reading.ts';
import type { Lexicon } from '../lexicons/lexicon.ts';
import type { Token } from '../text/tokens.ts';

/** Tokens `from` to `to` (excluded). */
export type Phrase = { from: number; to: number };

export type Ground = { reading: SentenceReading; lexicon: Lexicon };

/** No speaker is longer than this many words. */
export const LONGEST = 18;

export function keyAt({ tokens }: SentenceReading, at: number): string {
  return tokens[at]?.key ?? '';
}

export function textAt({ tokens }: SentenceReading, at: number): string {
  return tokens[at]?.text ?? '';
}

/** Whether a token stands in a quotation. */
export function isQuotedAt({ quoted }: SentenceReading, at: number): boolean {
  return (quoted[at] ?? -1) >= 0;
}

/** Whether a noun phrase, or a pronoun, can begin at a token. */
export function opensPhrase({ reading, lexicon }: Ground, at: number): boolean {
  const token = reading.tokens[at];
  if (!token || (reading.quoted[at] ?? -1) >= 0 || reading.timed[at]) return false;
  const { speech, numbers } = lexicon;
  if (token.kind === 'number') return true;
  if (token.kind !== 'word') return false;
  if (speech.pronouns.has(token.key) && !speech.determiners.has(token.key)) return false;
  if (speech.determiners.has(token.key) || speech.groups.has(token.key) || speech.honorifics.has(token.key))
    return true;
  if (isRole(token, { lexicon }) || numbers.units.has(token.key)) return true;
  return token.is_capital && !speech.small.has(token.key);
}

/** Whether a token ends every noun phrase. */
export function ends({ reading, lexicon }: Ground, at: number): boolean {
  const token = reading.tokens[at];
  const { speech } = lexicon;
  if (!token || (reading.quoted[at] ?? -1) >= 0 || reading.timed[at]) return true;
  if (token.kind === 'mark') return !isInside(reading, at);
  if (token.kind === 'number') return false;
  if (token.is_capital && !speech.small.has(token.key)) return false;
  if (speech.breaks.has(token.key) || speech.that.has(token.key)) return true;
  return isVerb({ reading, lexicon }, at);
}

/** Hyphens, and the stop of an initial. */
function isInside({ tokens }: SentenceReading, at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (token?.text === '.')
    return before !== undefined && before.text.length <= 3 && before.is_capital && tokens[at + 1] !== undefined;
  return token?.text === '-' && before?.end === token.start;
}

export function isVerb({ reading, lexicon: { speech } }: Ground, at: number): boolean {
  const token = reading.tokens[at];
  if (token?.kind !== 'word' || token.is_capital || speech.bodies.has(token.key) || speech.roles.has(token.key))
    return false;
  const isSaying = speech.saying.has(token.key) && !speech.doubtful.has(token.key);
  return isSaying || (speech.finite.test(token.key) && !speech.determiners.has(token.key) && !speech.of.has(token.key));
}

/** The phrase that begins at a token and goes on to the right, no further than `limit`; null where none can. */
export function phraseFrom(ground: Ground, at: number, limit = ground.reading.tokens.length): Phrase | null {
  return opensPhrase(ground, at) ? grownFrom(ground, at, limit) : null;
}

/** The same, where the words before leave no doubt that one begins: "a juicio del sindicato". */
export function grownFrom(ground: Ground, at: number, limit = ground.reading.tokens.length): Phrase | null {
  if (ends(ground, at)) return null;
  const { speech, numbers } = ground.lexicon;
  let to = at + 1;
  while (to < limit && to - at < LONGEST && !ends(ground, to) && goesOn(ground, { from: at, to })) to += 1;
  while (to > at + 1 && isLoose(ground, to - 1)) to -= 1;
  const only = ground.reading.tokens[at];
  const isArticle =
    only !== undefined && (speech.determiners.has(only.key) || only.kind === 'number' || numbers.units.has(only.key));
  return to === at + 1 && isArticle ? null : { from: at, to };
}

/** Whether a phrase goes on with the token at `to`, which ends no phrase by itself. */
function goesOn(ground: Ground, phrase: Phrase): boolean {
  const { reading, lexicon } = ground;
  const { speech } = lexicon;
  const [before, token] = [reading.tokens[phrase.to - 1], reading.tokens[phrase.to]];
  if (!before || !token) return false;
  if (isInsideName(ground, before, token) || isInsideOffice(ground, phrase.to)) return true;
  if (speech.of.has(token.key))
    return !speech.determiners.has(token.key) || !speech.writes_nouns_large || isAttached(ground, phrase);
  if (speech.prepositions.has(token.key)) return false;
  if (speech.of.has(before.key) || speech.determiners.has(before.key)) return true;
  if (token.kind === 'number') return false;
  if (speech.determiners.has(token.key)) return isGenitive(ground, phrase);
  if (speech.between.has(token.key) || speech.small.has(token.key)) return false;
  const isSmall = token.kind === 'word' && !token.is_capital;
  // Behind a noun of German, and behind a person's name, nothing small goes on.
  return (
    !isSmall || !(isNameEnd(ground, phrase.to) || (speech.writes_nouns_large && before.is_capital && phrase.to - 1 > 0))
  );
}

/** "El diario La Tribuna", "le quotidien L’Éclair", "Yann Le Goff". */
function isInsideName({ lexicon: { speech } }: Ground, before: Token, token: Token): boolean {
  if (!speech.determiners.has(token.key) || !token.is_capital || speech.writes_nouns_large) return false;
  return speech.media.test(before.key) || before.is_capital;
}

/** "Industrie- und Handelskammer"; "l’adjointe aux travaux". */
function isInsideOffice({ reading, lexicon }: Ground, at: number): boolean {
  const [before, token, next] = [reading.tokens[at - 1], reading.tokens[at], reading.tokens[at + 1]];
  if (before?.text === '-' && token?.key === lexicon.speech.and) return true;
  return (
    token?.key === 'aux' &&
    isRole(before, { lexicon }) &&
    !/^(?:journalistes|médias|élus|députés)$/.test(next?.key ?? '')
  );
}

/** "der Sprecher der Polizei": behind an article or "von", or as a genitive. */
function isAttached(ground: Ground, phrase: Phrase): boolean {
  const before = keyAt(ground.reading, phrase.to - 1);
  const { speech } = ground.lexicon;
  return speech.of.has(before) || speech.determiners.has(before) || isGenitive(ground, phrase);
}

/** "der Polizei", "des Landes" behind a noun is part of it; behind a person's name somebody is told. */
function isGenitive({ reading, lexicon }: Ground, { from, to }: Phrase): boolean {
  if (!lexicon.speech.writes_nouns_large) return false;
  const [before, token, next] = [reading.tokens[to - 1], reading.tokens[to], reading.tokens[to + 1]];
  if (!/^(?:der|des|eines|einer|seiner|ihrer)$/.test(token?.key ?? '') || !before?.is_capital) return false;
  if (lexicon.speech.media.test(next?.key ?? '') && token?.key !== 'des') return false;
  const isNamed = reading.names.some((name) => name.to === to && name.from >= from);
  const isOpen = lexicon.speech.determiners.has(reading.tokens[from]?.key ?? '') || isRole(before, { lexicon });
  return isOpen && !isNamed;
}

function isNameEnd({ reading, lexicon }: Ground, at: number): boolean {
  if (lexicon.speech.writes_nouns_large) return false;
  const before = reading.tokens[at - 1];
  return (
    before?.kind === 'word' &&
    before.is_capital &&
    !lexicon.speech.bodies.has(before.key) &&
    reading.names.some((name) => name.to === at && name.to - name.from > 1)
  );
}

/** Small words at the end that belong to what follows. */
function isLoose({ reading, lexicon: { speech } }: Ground, at: number): boolean {
  const token = reading.tokens[at];
  return (
    token !== undefined &&
    (token.kind === 'mark' ||
      speech.of.has(token.key) ||
      speech.determiners.has(token.key) ||
      (!token.is_capital && speech.small.has(token.key)))
  );
}
