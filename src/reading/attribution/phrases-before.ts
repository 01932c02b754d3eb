// The noun phrase before a verb of another language than English: its subject, where it can be one. Pure.
import { isRole } from '../entities/names-abroad.ts';
import { opensRelative } from './appositions.ts';
import {
  ends,
  type Ground,
  isQuotedAt,
  LONGEST,
  opensPhrase,
  type Phrase,
  phraseFrom,
  textAt,
} from './noun-phrases.ts';

/** The phrase that ends right before a token, or null: "El alcalde de Lima, Tomás Rey," too. */
export function phraseBefore(ground: Ground, at: number): Phrase | null {
  const { reading } = ground;
  const to = behindBracket(ground, behindAsides(ground, at));
  if (reading.tokens[to - 1]?.text === ',') {
    const aside = asideBefore(ground, to - 1);
    const head = aside === null ? null : plainBefore(ground, behindBracket(ground, aside));
    if (head === null || aside === null) return null;
    return {
      from: head.from,
      to: opensRelative(ground, aside + 1) || isLinking(ground, aside + 1, to - 1) ? head.to : to - 1,
    };
  }
  return plainBefore(ground, to);
}

/** Over adverbs, pronouns of objects ("l’a jugé") and times between a subject and its verb. */
function behindAsides({ reading, lexicon: { speech } }: Ground, at: number): number {
  let to = at;
  while (
    to > 0 &&
    (reading.timed[to - 1] ||
      speech.between.has(reading.tokens[to - 1]?.key ?? '') ||
      (to === at && reading.tokens[to - 1]?.key === 'l')) &&
    (reading.quoted[to - 1] ?? -1) < 0
  )
    to -= 1;
  return to;
}

const LINKS =
  /^(?:sin|no|pour|de|quant|lui|elle|eux|elles|toutefois|cependant|pourtant|porém|contudo|todavia|entretanto)$/;

/** "En cambio", "por su parte", "de son côté", "lui": what links a sentence to the one before names nobody. */
function isLinking({ reading, lexicon }: Ground, from: number, to: number): boolean {
  const first = reading.tokens[from]?.key ?? '';
  if (!LINKS.test(first) && !lexicon.speech.prepositions.has(first)) return false;
  const isBare = (at: number) => {
    const token = reading.tokens[at];
    return token?.kind === 'word' && !token.is_capital && !isRole(token, { lexicon });
  };
  for (let at = from; at < to; at += 1) if (!isBare(at)) return false;
  return to > from && (first !== 'de' || /^(?:côté|lado)$/.test(reading.tokens[to - 1]?.key ?? ''));
}

/** So many words stand at most in a bracket behind a name. */
const BRACKET = 8;

/** "Juan Pérez (PSOE)", "Anna Berg (parteilos)": over a bracket that closes right before a token, to behind the name. */
function behindBracket(ground: Ground, at: number): number {
  const { reading } = ground;
  if (textAt(reading, at - 1) !== ')') return at;
  for (let open = at - 2; open > 0 && at - open <= BRACKET + 2; open -= 1) {
    if (isQuotedAt(reading, open) || textAt(reading, open) === ')') return at;
    if (textAt(reading, open) === '(') return reading.tokens[open - 1]?.kind === 'word' ? open : at;
  }
  return at;
}

/** The comma that opens the aside which a comma closes, or null. */
function asideBefore({ reading }: Ground, closing: number): number | null {
  for (let at = closing - 1; at >= Math.max(0, closing - LONGEST); at -= 1) {
    const text = reading.tokens[at]?.text ?? '';
    if (text === ',') return at > 0 ? at : null;
    if (/^[;:!?»”"«“]$/.test(text) || (reading.quoted[at] ?? -1) >= 0) return null;
  }
  return null;
}

/** The phrase of one piece that ends before a token: back to what parts it from the rest, then in from the left. */
function plainBefore(ground: Ground, to: number): Phrase | null {
  const { reading, lexicon } = ground;
  const { speech } = lexicon;
  let from = to;
  while (from > 0 && to - from < LONGEST && !ends(ground, from - 1)) from -= 1;
  while (from < to && (speech.between.has(reading.tokens[from]?.key ?? '') || reading.tokens[from]?.key === speech.and))
    from += 1;
  const first = reading.tokens[from]?.key ?? '';
  // Of Portuguese "a" is an article as well as a preposition.
  const opensPlain = opensPhrase(ground, from) && (!speech.prepositions.has(first) || speech.determiners.has(first));
  const start = opensPlain ? from : lastOpening(ground, { from, to });
  if (start === null || !opensPhrase(ground, start)) return null;
  const phrase = phraseFrom(ground, start, to);
  return phrase && phrase.to <= to && to - phrase.from < LONGEST && reachesVerb(ground, phrase, to)
    ? { from: start, to }
    : null;
}

/** "En Lima el alcalde": past the phrase of time or place that opens the clause. */
function lastOpening(ground: Ground, { from, to }: Phrase): number | null {
  const { reading, lexicon } = ground;
  const { speech } = lexicon;
  if (speech.writes_nouns_large) return null;
  for (let at = to - 1; at > from; at -= 1) {
    const before = reading.tokens[at - 1]?.key ?? '';
    const isFree = !speech.of.has(before) && !speech.prepositions.has(before) && !speech.determiners.has(before);
    if (isFree && speech.determiners.has(reading.tokens[at]?.key ?? '')) return at;
  }
  return null;
}

/** Whether what stands between the first piece of a phrase and the verb belongs to it: "la policía en Lima". */
function reachesVerb({ reading, lexicon: { speech } }: Ground, phrase: Phrase, to: number): boolean {
  if (phrase.to === to) return true;
  const rest = reading.tokens.slice(phrase.to, to);
  return (
    speech.prepositions.has(rest[0]?.key ?? '') ||
    speech.and === rest[0]?.key ||
    rest.every((token) => !token.is_capital && !speech.determiners.has(token.key))
  );
}
