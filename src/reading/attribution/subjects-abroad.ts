// Who speaks at a verb of another language than English: before it, behind it, or in its ending. Pure.
import { itemAt } from '#src/item-at.ts';
import { isRole } from '../entities/names-abroad.ts';
import type { SentenceReading } from '../entities/sentence-reading.ts';
import type { Range } from '../text/range.ts';
import { pastAddressed } from './addressees-abroad.ts';
import { withApposition } from './appositions.ts';
import { isAfterContent } from './content-abroad.ts';
import type { CueAbroad } from './cues-abroad.ts';
import {
  type Ground,
  isQuotedAt,
  isVerb,
  keyAt,
  opensPhrase,
  type Phrase,
  phraseFrom,
  textAt,
} from './noun-phrases.ts';
import type { Passage } from './passage.ts';
import { phraseBefore } from './phrases-before.ts';

/** No aside between a verb and its subject is longer than this many tokens. */
const ASIDE = 7;

/** `is_dropped`: the verb has no subject of its own ("Añadió que"): whoever spoke before, of that `sex` if any. */
export type PassageAbroad = Passage & { is_dropped: boolean; sex?: 'he' | 'she' };

/** A cue, with the passages that were found before it in its sentence. */
export type Heard = { ground: Ground; cue: CueAbroad; passages: readonly PassageAbroad[] };

/** `to` is behind verb and subject; `source` null where the verb has none of its own. */
export type Subject = { source: Phrase | null; to: number; is_inverted: boolean };

/** Where the passage before ends, so that none is taken twice. */
export function endOf({ passages, ground: { reading } }: Heard): number {
  const last = passages.at(-1);
  return last === undefined ? reading.start : Math.max(last.cue.end, last.source?.end ?? 0);
}

/** Who speaks at a verb; null where it hands over to nobody. */
export function subjectOf(heard: Heard): Subject | null {
  const { ground, cue, passages } = heard;
  const follows = isAfterContent(ground, cue.from);
  if (cue.pronoun !== null) return pronounSubject(ground, cue.pronoun, { to: cue.to, is_inverted: follows });
  const behind = subjectBehind(ground, cue);
  const apposed = follows && isApposed(ground, cue.from) ? phraseBefore(ground, cue.from) : null;
  if (apposed) return { source: apposed, to: cue.to, is_inverted: false };
  if (follows && behind) return { ...behind, is_inverted: true };
  const told = relativeSubject(ground, cue, passages);
  if (told !== undefined) return told;
  const pronoun = pronounBefore(ground, cue.from);
  if (pronoun !== null) return pronounSubject(ground, pronoun, { to: cue.to, is_inverted: false });
  const shared = sharedSubject(ground, cue, passages);
  if (shared !== undefined) return shared && { source: shared.source, to: cue.to, is_inverted: false };
  const before = phraseBefore(ground, cue.from);
  if (before && !isAddressed(ground, before, behind)) return { source: before, to: cue.to, is_inverted: false };
  return dropped(ground, cue, follows) ?? (behind && { ...behind, is_inverted: false }) ?? dropped(ground, cue, false);
}

function pronounSubject({ reading, lexicon }: Ground, at: number, where: Omit<Subject, 'source'>): Subject | null {
  const isNobody = lexicon.speech.pronouns.get(keyAt(reading, at)) === 'nobody';
  return isNobody ? null : { source: { from: at, to: at + 1 }, ...where };
}

/** "«…», dijo.", "Añadió que": a verb whose ending is its subject. */
function dropped(ground: Ground, cue: CueAbroad, is_inverted: boolean): Subject | null {
  if (!ground.lexicon.speech.drops_subject) return null;
  const isSo = is_inverted ? endsHere(ground, cue.to) : cue.from === 0 || opensClause(ground, cue.from);
  return isSo ? { source: null, to: cue.to, is_inverted } : null;
}

/** "El alcalde, Tomás Rey, dijo": a comma that closes what is said of the subject. */
function isApposed({ reading, lexicon }: Ground, at: number): boolean {
  const closing = at - 1;
  if (reading.tokens[closing]?.text !== ',' || (reading.quoted[closing - 1] ?? -1) >= 0) return false;
  const opening = reading.tokens.findLastIndex((token, index) => index < closing && token.text === ',');
  const aside = reading.tokens.slice(opening + 1, closing);
  const [first] = aside;
  if (opening < 1 || !first) return false;
  const isTold = lexicon.speech.breaks.has(first.key) || first.kind === 'number' || isRole(first, { lexicon });
  return (
    isTold ||
    reading.names.some((name) => name.from === opening + 1 || (name.from > opening && name.role && name.to <= closing))
  );
}

/** "«…», dijo." or "dijo a la prensa.": nobody is named behind the verb. */
function endsHere({ reading, lexicon: { speech } }: Ground, at: number): boolean {
  const token = reading.tokens[at];
  return (
    !token ||
    token.kind === 'mark' ||
    speech.prepositions.has(token.key) ||
    speech.between.has(token.key) ||
    (reading.timed[at] ?? false)
  );
}

function opensClause({ reading, lexicon: { speech } }: Ground, at: number): boolean {
  for (let before = at - 1; before >= 0; before -= 1) {
    const token = itemAt(reading.tokens, before);
    if (/^[;:–—]$/.test(token.text)) return true;
    if (token.text === ',' && before < 5) return true;
    if (!speech.between.has(token.key) && !reading.timed[before] && !speech.small.has(token.key)) return false;
  }
  return true;
}

/** The pronoun right before a verb: "él dijo", "il affirme"; "sie sagte". */
function pronounBefore({ reading, lexicon: { speech } }: Ground, at: number): number | null {
  let to = at;
  while (to > 0 && speech.between.has(reading.tokens[to - 1]?.key ?? '')) to -= 1;
  const token = reading.tokens[to - 1];
  const isPronoun = token?.kind === 'word' && speech.pronouns.has(token.key);
  return isPronoun && (reading.quoted[to - 1] ?? -1) < 0 ? to - 1 : null;
}

/** "… y añadió que": the subject of the verb before; undefined where the verb has its own, null where nobody is sure. */
function sharedSubject(
  ground: Ground,
  cue: CueAbroad,
  passages: readonly PassageAbroad[],
): { source: Phrase | null } | null | undefined {
  const { reading, lexicon } = ground;
  let at = cue.from;
  while (at > 0 && lexicon.speech.between.has(reading.tokens[at - 1]?.key ?? '')) at -= 1;
  const joint = keyAt(reading, at - 1);
  if (joint !== lexicon.speech.and && !/^(?:pero|mas|mais|aunque)$/.test(joint)) return undefined;
  const last = passages.findLast((each) => each.source !== null || each.is_dropped);
  if (last) return { source: last.source && phraseAt(reading, last.source) };
  // "El gobierno aprobó la ley y dijo que": the subject of the verb that comes first.
  for (let verb = 0; verb < at - 1; verb += 1) {
    if (!isVerb(ground, verb) || (reading.quoted[verb] ?? -1) >= 0) continue;
    const source = phraseBefore(ground, verb);
    return source && { source };
  }
  const opening = phraseFrom(ground, 0, at - 1);
  return opening && { source: opening };
}

/** "…, quien agregó que", "…, qui a précisé que": whoever stands right before the comma; undefined where no clause is about somebody. */
function relativeSubject(
  { reading, lexicon }: Ground,
  cue: CueAbroad,
  passages: readonly PassageAbroad[],
): Subject | null | undefined {
  let at = cue.from;
  while (at > 0 && lexicon.speech.between.has(keyAt(reading, at - 1))) at -= 1;
  if (!/^(?:quien|qui|que)$/.test(keyAt(reading, at - 1)) || reading.tokens[at - 2]?.text !== ',') return undefined;
  const end = reading.tokens[at - 3]?.end;
  const last = passages.findLast(({ source }) => source !== null && source.end === end);
  const source = last?.source ? phraseAt(reading, last.source) : null;
  return source && { source, to: cue.to, is_inverted: false };
}

function phraseAt(reading: SentenceReading, range: Range): Phrase | null {
  const from = reading.tokens.findIndex(({ start }) => start === range.start);
  const to = reading.tokens.findIndex(({ end }) => end === range.end) + 1;
  return from >= 0 && to > from ? { from, to } : null;
}

/** "Der Zeitung sagte der Minister": what stands before the verb is who was told. */
function isAddressed(
  { reading, lexicon: { speech } }: Ground,
  before: Phrase,
  behind: Omit<Subject, 'is_inverted'> | null,
): boolean {
  if (!speech.writes_nouns_large || !behind?.source) return false;
  const isMedia = (phrase: Phrase) =>
    reading.tokens.slice(phrase.from, phrase.to).some(({ key }) => speech.media.test(key));
  const first = reading.tokens[before.from]?.key ?? '';
  return /^(?:dem|den|einem|einer|im|am)$/.test(first) || (isMedia(before) && !isMedia(behind.source));
}

/** The subject behind a verb, past times and whom it was said to. */
export function subjectBehind(ground: Ground, cue: CueAbroad): Omit<Subject, 'is_inverted'> | null {
  const { reading, lexicon } = ground;
  const isPerfect = lexicon.speech.writes_nouns_large && cue.to > cue.from + 1;
  const at = pastAddressed(ground, isPerfect ? cue.from + 1 : pastAside(ground, cue.to));
  const pronoun = lexicon.speech.pronouns.get(keyAt(reading, at));
  const isPronoun = pronoun !== undefined && (!opensPhrase(ground, at) || pronoun === 'she');
  if (isPronoun && pronoun !== 'nobody') return { source: { from: at, to: at + 1 }, to: Math.max(cue.to, at + 1) };
  const phrase = isPronoun || reading.tokens[at]?.kind === 'number' ? null : phraseFrom(ground, at);
  if (!phrase) return null;
  const source = withApposition(ground, phrase);
  return { source, to: Math.max(isPerfect ? cue.to : 0, source.to) };
}

/** "Dijo, al salir, el consejero": over an aside right behind a verb, to somebody with a name or an office. */
function pastAside(ground: Ground, at: number): number {
  const { reading, lexicon } = ground;
  if (textAt(reading, at) !== ',' || !lexicon.speech.prepositions.has(keyAt(reading, at + 1))) return at;
  const closing = reading.tokens.findIndex(({ kind }, index) => index > at && kind === 'mark');
  const phrase =
    textAt(reading, closing) === ',' && closing - at <= ASIDE && !isQuotedAt(reading, closing + 1)
      ? phraseFrom(ground, closing + 1)
      : null;
  const whole = phrase && withApposition(ground, phrase);
  const isSomebody =
    whole !== null &&
    (reading.tokens.slice(whole.from, whole.to).some((token) => isRole(token, { lexicon })) ||
      reading.names.some((name) => name.from >= whole.from && name.to <= whole.to && name.to - name.from > 1));
  return isSomebody ? closing + 1 : at;
}
