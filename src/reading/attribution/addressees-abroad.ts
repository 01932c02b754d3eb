// Whom somebody abroad told, between the verb and who speaks: "contó a EFE Rosa Gil". Pure.
import { behindAgency } from '../entities/agencies.ts';
import { type Ground, keyAt } from './noun-phrases.ts';

/** Over times, adverbs and "a la prensa" behind a verb. */
export function pastAddressed(ground: Ground, from: number): number {
  const { reading, lexicon } = ground;
  let at = from;
  for (let steps = 0; steps < 4; steps += 1) {
    while (reading.timed[at] || lexicon.speech.between.has(keyAt(reading, at))) at += 1;
    if (!lexicon.speech.prepositions.has(keyAt(reading, at)) || isArticle(ground, at)) break;
    at = behindPreposition(ground, at);
  }
  return at;
}

/** "Disse a ministra", not "disse a jornalistas". */
function isArticle({ reading, lexicon }: Ground, at: number): boolean {
  const [token, next] = [reading.tokens[at], reading.tokens[at + 1]];
  return lexicon.speech.determiners.has(token?.key ?? '') && next?.kind === 'word' && !/(?:s|imprensa)$/.test(next.key);
}

/** Over "a la prensa", "à l’agence Nord", "em entrevista": to where another phrase begins. */
function behindPreposition(ground: Ground, at: number): number {
  const { reading, lexicon } = ground;
  let to = at + 1;
  if (lexicon.speech.determiners.has(keyAt(reading, to))) to += 1;
  // "Contó a EFE Rosa Marín": an agency is whole by itself.
  const noun = lexicon.speech.media.test(keyAt(reading, to)) ? to + 1 : to;
  const behind = behindAgency(reading.tokens, noun);
  if (behind > noun) return behind;
  to += 1;
  while (to < reading.tokens.length && !opensAnother(ground, to)) to += 1;
  return Math.min(to, reading.tokens.length);
}

/** Whether another phrase begins within what a preposition opened: behind a noun, an article, a preposition or a name. */
function opensAnother({ reading, lexicon: { speech } }: Ground, at: number): boolean {
  const [before, token] = [reading.tokens[at - 1], reading.tokens[at]];
  if (!before || !token || token.kind === 'mark' || reading.timed[at]) return true;
  if (speech.breaks.has(token.key) || speech.that.has(token.key)) return true;
  if (speech.of.has(before.key) || speech.prepositions.has(before.key)) return false;
  if (speech.determiners.has(token.key) || speech.prepositions.has(token.key)) return true;
  // "A la agencia Sur" is one, "a la prensa Tomás Rey" two.
  const isOutlet = speech.media.test(before.key) && !/^(?:prensa|presse|imprensa)$/.test(before.key);
  return token.is_capital && !before.is_capital && !isOutlet && !speech.writes_nouns_large;
}
