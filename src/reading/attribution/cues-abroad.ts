// The verbs and phrases of another language than English that hand over to somebody. Pure.
import type { SentenceReading } from '../entities/sentence-reading.ts';
import type { SpeechWords } from '../lexicons/lexicon.ts';
import type { Token } from '../text/tokens.ts';

/** Tokens `from` to `to` (excluded), with the verb at `at`; `pronoun` stands inside: "a-t-il déclaré", "dit-il". */
export type CueAbroad = {
  from: number;
  to: number;
  at: number;
  kind: 'verb' | 'according' | 'postposed' | 'so' | 'own';
  pronoun: number | null;
  /** Of "seiner Meinung nach", whose it can be. */
  sex?: 'he' | 'she' | null;
};

/** No sentence that a person writes hands over more often. */
const MOST = 30;
/** So far apart a helper and its participle, or a verb and its other piece, may stand. */
const FURTHEST = 16;

/** The cues of a sentence that stand outside its quotations, in order. */
export function cuesAbroad(reading: SentenceReading, speech: SpeechWords): CueAbroad[] {
  const cues: CueAbroad[] = [];
  for (let at = 0; at < reading.tokens.length && cues.length < MOST; at += 1) {
    if ((reading.quoted[at] ?? -1) >= 0) continue;
    const cue = phraseCue(reading, at, speech) ?? verbCue(reading, at, speech) ?? quotingCue(reading, at, speech);
    if (!cue) continue;
    cues.push(cue);
    at = Math.max(at, cue.kind === 'verb' ? at : cue.to - 1);
  }
  return cues;
}

function keyAt({ tokens }: SentenceReading, at: number): string {
  return tokens[at]?.key ?? '';
}

type Opening = { words: string[]; kind: 'according' | 'own'; sex: 'he' | 'she' | null };

/** By language: the phrases that hand over by their first words; asked of every word. */
const according = new WeakMap<SpeechWords, ReadonlyMap<string, readonly Opening[]>>();

function openingsBy(speech: SpeechWords): ReadonlyMap<string, readonly Opening[]> {
  const known = according.get(speech);
  if (known) return known;
  const openings: Opening[] = [
    ...speech.own.map(([phrase, sex]) => ({ words: phrase.split(' '), kind: 'own' as const, sex })),
    ...speech.according.map((phrase) => ({ words: phrase.split(' '), kind: 'according' as const, sex: null })),
  ];
  const phrases = Map.groupBy(openings, ({ words: [first = ''] }) => first);
  according.set(speech, phrases);
  return phrases;
}

function phraseCue(reading: SentenceReading, at: number, speech: SpeechWords): CueAbroad | null {
  const key = keyAt(reading, at);
  for (const { words, kind, sex } of openingsBy(speech).get(key) ?? []) {
    if (!words.every((word, step) => keyAt(reading, at + step) === word)) continue;
    // "El segundo", "o segundo": the second one.
    if (at > 0 && speech.determiners.has(keyAt(reading, at - 1))) return null;
    return { from: at, to: at + words.length, at, kind, pronoun: null, sex };
  }
  // "Nach NDR-Informationen".
  if (speech.writes_nouns_large && key === 'nach' && /.-(?:informationen|angaben)$/.test(keyAt(reading, at + 1)))
    return { from: at, to: at + 1, at, kind: 'according', pronoun: null };
  const circles = speech.writes_nouns_large ? circlesCue(reading, at) : null;
  if (circles) return circles;
  if (speech.postposed.has(key) && at > 0) return { from: at, to: at + 1, at, kind: 'postposed', pronoun: null };
  const isAside = /^[,»”“"’‘«–—]$/.test(reading.tokens[at - 1]?.text ?? '');
  const isSo = speech.so.has(key) || (speech.writes_nouns_large && key === 'wie' && saysAtEnd(reading, at, speech));
  // "Wie das Amt mitteilte, stehen": at the head of its sentence it leads to what follows.
  if (at === 0 && key === 'wie' && isSo) return { from: 0, to: 1, at, kind: 'according', pronoun: null };
  return isSo && isAside ? { from: at, to: at + 1, at, kind: 'so', pronoun: null } : null;
}

/** "Aus Regierungskreisen verlautete", "…, hieß es aus dem Ministerium": circles that let something be known. */
function circlesCue(reading: SentenceReading, at: number): CueAbroad | null {
  if (keyAt(reading, at) !== 'aus') return null;
  const isKnown = [keyAt(reading, at - 1), keyAt(reading, at - 2)].some((key) => HEARSAY.test(key));
  const isTold = at === 0 && /.kreisen$/.test(keyAt(reading, 1)) && HEARSAY.test(keyAt(reading, 2));
  if (!isKnown && !isTold) return null;
  const from = isTold ? at : HEARSAY.test(keyAt(reading, at - 1)) ? at - 1 : at - 2;
  return { from, to: at + 1, at, kind: 'according', pronoun: null };
}

/** What is only said to be known: "hieß es", "verlautete". */
export const HEARSAY = /^(?:hieß|heißt|verlautete|verlautet)$/;

/** ", wie die Behörden mitteilten": a verb of saying that ends the clause. */
function saysAtEnd({ tokens }: SentenceReading, at: number, speech: SpeechWords): boolean {
  const end = tokens.findIndex(({ text }, index) => index > at && /^[,.;:!?]$/.test(text));
  const last = tokens[(end < 0 ? tokens.length : end) - 1];
  return (
    last !== undefined &&
    (speech.saying.has(last.key) ||
      /^(?:mit|an|hinzu|bekannt|ein)(?:teilt|kündigt|fügt|gab|gegeben|räumt)\p{Ll}*$/u.test(last.key))
  );
}

/** "„…“, drohte Manfred Kober": whatever the verb, where one with a name stands between a quotation and the end, it hands over. */
function quotingCue(reading: SentenceReading, at: number, speech: SpeechWords): CueAbroad | null {
  const { tokens, quoted, names } = reading;
  const token = tokens[at];
  const isPlain = token?.kind === 'word' && !token.is_capital && token.key.length > 2 && !speech.small.has(token.key);
  if (
    !isPlain ||
    speech.prepositions.has(token.key) ||
    speech.determiners.has(token.key) ||
    speech.between.has(token.key)
  )
    return null;
  // "«…», s’esclaffe la joueuse": the verb has a pronoun before it.
  const from = speech.reflexives.size > 0 && keyAt(reading, at - 1) === 's' ? at - 1 : at;
  const closing = tokens[from - 1]?.text === ',' ? from - 2 : from - 1;
  const isBehind = (quoted[closing] ?? -1) >= 0 && tokens[closing - 1] !== undefined;
  if (!isBehind) return null;
  const isNamed = names.some(
    (name) => name.from === at + 1 || (name.role !== null && name.role.start === tokens[at + 1]?.start),
  );
  return isNamed || closesQuotation(reading, { at, closing }, speech)
    ? { from: at, to: at + 1, at, kind: 'verb', pronoun: null }
    : null;
}

/** "«…», celebró el entrenador.", "«…», susurró.": what opens the sentence is a quotation, and the verb and its subject end it. */
function closesQuotation(
  { tokens, quoted }: SentenceReading,
  { at, closing }: { at: number; closing: number },
  speech: SpeechWords,
): boolean {
  if (quoted[0] !== quoted[closing] || closing < 4) return false;
  const next = tokens[at + 1];
  const isPast = speech.finite.test(tokens[at]?.key ?? '');
  if (/^[.,]$/.test(next?.text ?? '.')) return speech.drops_subject && isPast && at + 2 >= tokens.length;
  return speech.determiners.has(next?.key ?? '') && tokens[at + 2]?.kind === 'word';
}

function verbCue(reading: SentenceReading, at: number, speech: SpeechWords): CueAbroad | null {
  const token = reading.tokens[at];
  if (token?.kind !== 'word' || (token.is_capital && at > 0 && !opens(reading, at))) return null;
  const participle = speech.participles.has(token.key) ? participleCue(reading, at, speech) : null;
  const told = participle ?? reflexiveCue(reading, at, speech);
  if (told) return told;
  if (!speech.saying.has(token.key) && !speech.doubtful.has(token.key)) return null;
  const before = keyAt(reading, at - 1);
  // "La denuncia", "su propuesta": a noun. "Se informó", "foi dito": nobody.
  if (speech.determiners.has(before) && !speech.pronouns.has(before)) return null;
  if (
    (speech.of.has(before) && before !== 'para') ||
    (before === 'se' && speech.drops_subject && !/^(?:quej|queix|pregunt|pergunt)/.test(token.key))
  )
    return null;
  const pieces = speech.particles.get(token.key);
  if (pieces && !hasPiece(reading, at, pieces)) return null;
  const next = keyAt(reading, at + 1);
  const isJoined =
    reading.tokens[at + 1]?.start === token.end + 1 || reading.text.slice(token.end, token.end + 3) === '-t-';
  const pronoun = isJoined && reading.text.charAt(token.end) === '-' && speech.pronouns.has(next) ? at + 1 : null;
  return { from: at, to: pronoun === null ? at + 1 : at + 2, at, kind: 'verb', pronoun };
}

function opens({ tokens }: SentenceReading, at: number): boolean {
  return /^[—–¿¡"“«„-]$/.test(tokens[at - 1]?.text ?? '') && at < 3;
}

/** "teilte … mit": the other piece before the clause ends. */
function hasPiece({ tokens }: SentenceReading, at: number, pieces: ReadonlySet<string>): boolean {
  for (let next = at + 1; next < Math.min(tokens.length, at + FURTHEST); next += 1) {
    const token = tokens[next];
    if (pieces.has(token?.key ?? '') && isClauseEnd(tokens[next + 1]?.text)) return true;
    if (/^[.;:!?]$/.test(token?.text ?? '')) return false;
  }
  return false;
}

function isClauseEnd(text: string | undefined): boolean {
  return text === undefined || /^[,.;:!?»”“"–—]$/.test(text);
}

/** "ha dicho", "a-t-il déclaré"; of German, "hat der Minister am Montag gesagt". */
function participleCue(reading: SentenceReading, at: number, speech: SpeechWords): CueAbroad | null {
  const floor = Math.max(0, at - FURTHEST);
  let from = at - 1;
  while (from >= floor && !speech.helpers.has(keyAt(reading, from)) && mayStandBetween(reading, from, speech))
    from -= 1;
  if (from < floor || !speech.helpers.has(keyAt(reading, from))) return null;
  if (speech.writes_nouns_large) return { from, to: at + 1, at: from, kind: 'verb', pronoun: null };
  // "A fait savoir", "a fait valoir": alone it hands nothing over.
  const isMade = keyAt(reading, at) === 'fait';
  if (isMade && !/^(?:savoir|valoir|remarquer|observer)$/.test(keyAt(reading, at + 1))) return null;
  const inside = reading.tokens.findIndex(
    (token, index) => index > from && index < at && isJoinedPronoun(reading, token, speech),
  );
  return { from, to: at + (isMade ? 2 : 1), at, kind: 'verb', pronoun: inside < 0 ? null : inside };
}

/** "s’est félicitée", "se sont aussi indignés": of no list with "est" alone, which would be something done to somebody. */
function reflexiveCue(reading: SentenceReading, at: number, speech: SpeechWords): CueAbroad | null {
  if (!speech.reflexives.has(keyAt(reading, at))) return null;
  let helper = at - 1;
  while (helper > 0 && at - helper < 4 && mayStandBetween(reading, helper, speech)) helper -= 1;
  const isReflexive =
    /^(?:est|sont|était|étaient)$/.test(keyAt(reading, helper)) && /^(?:s|se)$/.test(keyAt(reading, helper - 1));
  return isReflexive ? { from: helper - 1, to: at + 1, at, kind: 'verb', pronoun: null } : null;
}

/** "a-t-il": a pronoun that a hyphen joins to its verb. */
function isJoinedPronoun({ text }: SentenceReading, { key, start }: Token, speech: SpeechWords): boolean {
  return speech.pronouns.has(key) && text.charAt(start - 1) === '-';
}

function mayStandBetween(reading: SentenceReading, at: number, speech: SpeechWords): boolean {
  const token = reading.tokens[at];
  if (!token || /^[,.;:!?»”"]$/.test(token.text) || (reading.quoted[at] ?? -1) >= 0) return false;
  if (speech.writes_nouns_large) return true;
  const isAdverb = speech.between.has(token.key) || /.{3}ment$/.test(token.key);
  return isAdverb || (reading.timed[at] ?? false) || isJoinedPronoun(reading, token, speech);
}
