// "Pour l’économiste Vincent Laborde, cette baisse est …": a view that a preposition hands to somebody. Pure.
import { isRole } from '../entities/names-abroad.ts';
import { spanOf } from '../entities/sentence-reading.ts';
import { opensRelative, withApposition } from './appositions.ts';
import { clauseFrom } from './content-abroad.ts';
import { type Ground, isQuotedAt, keyAt, type Phrase, phraseFrom, textAt } from './noun-phrases.ts';
import type { PassageAbroad } from './subjects-abroad.ts';

/** So far behind the comma the verb of a judgement is looked for. */
const NEAR = 12;

/** What a sentence says that opens with "para", a person and their trade, and then judges. */
export function opinionPassages(ground: Ground): PassageAbroad[] {
  const { reading, lexicon } = ground;
  const { opining } = lexicon.speech;
  if (opining === null || keyAt(reading, 0) !== opining.word) return [];
  const source = opinionHolder(ground);
  if (!source) return [];
  const comma = closingComma(ground, source.to);
  const content = comma !== null && judges(ground, comma + 1, opining.judging) ? clauseFrom(ground, comma + 1) : null;
  if (content === null) return [];
  return [
    {
      source: spanOf(reading, source.from, source.to),
      cue: spanOf(reading, 0, 1),
      content,
      is_act: false,
      is_dropped: false,
    },
  ];
}

/** Who holds it: a person with a trade, or "para ella" whoever that is. */
function opinionHolder(ground: Ground): Phrase | null {
  const { reading, lexicon } = ground;
  const pronoun = lexicon.speech.pronouns.get(keyAt(reading, 1));
  if ((pronoun === 'he' || pronoun === 'she') && textAt(reading, 2) === ',') return { from: 1, to: 2 };
  const phrase = phraseFrom(ground, 1);
  const source = phrase && withApposition(ground, phrase);
  return phrase && source && isPerson(ground, phrase, source) ? source : null;
}

/** A full name, with an office or a trade before it or behind its comma; not a team, nor a place. */
function isPerson({ reading, lexicon }: Ground, { from, to }: Phrase, whole: Phrase): boolean {
  const { speech } = lexicon;
  const name = reading.names.find((each) => each.to === to && each.to - each.from > 1);
  if (name === undefined) return false;
  if (reading.tokens.slice(from, whole.to).some((token) => isRole(token, { lexicon }))) return true;
  const noun = reading.tokens[name.from - 1];
  const isTrade =
    !name.is_place &&
    noun?.kind === 'word' &&
    !noun.is_capital &&
    speech.determiners.has(keyAt(reading, name.from - 2));
  return isTrade && !speech.bodies.has(noun.key) && !speech.media.test(noun.key) && !speech.prepositions.has(noun.key);
}

/** The comma behind the person, or behind a clause about them: "Pinheiro, que não participou no trabalho,". */
function closingComma(ground: Ground, at: number): number | null {
  const { reading } = ground;
  if (textAt(reading, at) !== ',') return null;
  const { prepositions, of } = ground.lexicon.speech;
  const isOrigin = prepositions.has(keyAt(reading, at + 1)) || of.has(keyAt(reading, at + 1));
  const isDetermined = ground.lexicon.speech.determiners.has(keyAt(reading, at + 1));
  if (!opensRelative(ground, at + 1) && (!isOrigin || isDetermined)) return at;
  const next = reading.tokens.findIndex(({ text }, index) => index > at && text === ',');
  return next < 0 ? null : next;
}

/** What is done for somebody ("la escuela está abierta"), and what they count ("es su tercer título"), is no view. */
const PARTICIPLE = /(?:.{3}[ai]d[oa]s?|.{3}(?:é|ée|és|ées|ie|ies|ue|ues)|abiert[oa]s?|abert[oa]s?|ouvert(?:es?|s)?)$/u;
const COUNTED =
  /^(?:su|sus|son|sa|ses|seu|sua|seus|suas|primer\p{L}*|segund\p{L}*|tercer\p{L}*|terceir\p{L}*|premi\p{L}+|\p{L}+ième)$/u;

/** A subject with its article, then a verb that judges, and then something that is no count and nothing done. */
function judges({ reading, lexicon: { speech } }: Ground, from: number, judging: RegExp): boolean {
  if (!speech.determiners.has(keyAt(reading, from)) || isQuotedAt(reading, from)) return false;
  for (let at = from + 2; at < Math.min(reading.tokens.length - 1, from + NEAR); at += 1) {
    if (isQuotedAt(reading, at) || /^(?:no|não|ne|n)$/.test(keyAt(reading, at))) return true;
    if (speech.breaks.has(keyAt(reading, at)) || textAt(reading, at) === ',') return false;
    if (!judging.test(keyAt(reading, at))) continue;
    const rest = reading.tokens.slice(at + 1, at + 4);
    return !rest.some(({ key, kind }) => kind === 'number' || COUNTED.test(key) || PARTICIPLE.test(key));
  }
  return false;
}
