// Names in another language than English: runs of words with capitals. Pure.
import { itemAt } from '#src/item-at.ts';
import type { Lexicon } from '../lexicons/lexicon.ts';
import type { Token } from '../text/tokens.ts';
import type { Vocabulary } from '../text/vocabulary.ts';
import { behindAgency } from './agencies.ts';
import type { Name } from './name.ts';

/** Small words that may stand inside a name: "Luis de la Cruz", "Ministerio del Interior", "von der Leyen". */
const LINKS = /^(?:de|del|la|las|los|da|do|das|dos|di|du|des|d|van|von|der|den|zu|zum|al|el|ibn|bin|e|y)$/;
const PLACING = /^(?:en|à|in|em|desde|hasta|hacia|vers|nach|aus|bei|para)$/;

type Reading = { lexicon: Lexicon; vocabulary: Vocabulary };

/** The names among the tokens of one sentence, in order. */
export function namesAbroad(tokens: readonly Token[], reading: Reading): Name[] {
  const names: Name[] = [];
  for (let at = 0; at < tokens.length; ) {
    const isTold = /^(?:a|à|l|agencia|agência|agence)$/.test(tokens[at - 1]?.key ?? '');
    const agency = isTold ? behindAgency(tokens, at) : at;
    const to = agency > at ? agency : opensName(tokens, at, reading) ? runEnd(tokens, at, reading) : at;
    const name = to > at ? nameFrom(tokens, { from: at, to }, reading) : null;
    if (name) names.push(name);
    at = Math.max(to, at + 1);
  }
  return names;
}

function isGerman({ lexicon }: Reading): boolean {
  return lexicon.speech.writes_nouns_large;
}

function isLarge(token: Token | undefined, { lexicon }: Reading): boolean {
  return (
    token?.kind === 'word' && token.is_capital && !lexicon.speech.small.has(token.key) && !isCalendar(token, lexicon)
  );
}

const calendars = new WeakMap<Lexicon, RegExp>();

function isCalendar({ key }: Token, lexicon: Lexicon): boolean {
  const { months, weekdays } = lexicon.times;
  const known = calendars.get(lexicon) ?? new RegExp(`^(?:${[...months, ...weekdays].join('|')})$`, 'u');
  calendars.set(lexicon, known);
  return known.test(key);
}

function startsSentence(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return !before || /^[.!?:"“”„'‘«»([*•–—¡¿-]$/.test(before.text);
}

function opensName(tokens: readonly Token[], at: number, reading: Reading): boolean {
  const token = itemAt(tokens, at);
  if (!isLarge(token, reading)) return false;
  if (/^[$€£]/.test(tokens[at + 1]?.text ?? '') && tokens[at + 1]?.start === token.end) return false;
  if (isHonorific(token, reading)) return isLarge(tokens[at + 1], reading);
  const isAcronym = /^\p{Lu}[\p{Lu}.\d]+$/u.test(token.text);
  if (isAcronym) return true;
  if (isGerman(reading)) return opensGermanName(tokens, at, reading);
  if (!startsSentence(tokens, at)) return true;
  const { vocabulary, lexicon } = reading;
  const next = tokens[at + 1];
  if (vocabulary.isWrittenSmall(token.key)) return false;
  if (vocabulary.isWrittenLarge(token.key) || isLarge(next, reading)) return true;
  return (
    next?.kind === 'word' &&
    (lexicon.speech.saying.has(next.key) || (LINKS.test(next.key) && isLarge(tokens[at + 2], reading)))
  );
}

/** German writes every noun large: two of them side by side, of which none counts or measures, are a name. */
function opensGermanName(tokens: readonly Token[], at: number, reading: Reading): boolean {
  const [token, next] = [itemAt(tokens, at), tokens[at + 1]];
  if (COUNTING.test(token.key) || !isLarge(next, reading) || !next || COUNTING.test(next.key)) return false;
  if (MASS.test(next.key) || MASS.test(token.key)) return false;
  if (tokens[at - 1]?.kind === 'number') return false;
  return !COMMON_ENDING.test(next.key);
}

const COUNTING =
  /^(?:ende|anfang|mitte|prozent|prozentpunkte?n?|million(?:en)?|milliarden?|dutzende?|hunderte?n?|tausende?n?|euros?|dollars?|cent|uhr|metern?|kilometern?|zentimetern?|hektar|grad|tonnen?|litern?|kilo|gramm|stunden?|minuten?|sekunden?|tage?n?|jahre?n?|jahres|wochen?|monate?n?|jahrhunderte?n?|zeit|menschen|personen|stimmen|ortszeit|höhe|länge|breite|richtung|kindern?|frauen|männern?|seite|paar|reihe|teil|stück|anteil|viertel|hälfte|drittel|hälften?)$/;
/** What is measured out or goes without an article, and is part of no name: "nach Jahren Haft", "Liter Wasser". */
const MASS =
  /^(?:haft|gefängnis|bewährung|arrest|strafe|geldstrafe|zinsen|zins|rente|lohn|geld|bargeld|wasser|luft|strom|gas|öl|benzin|diesel|regen|schnee|eis|fieber|arbeit|ruhe|verspätung|verlust|gewinn|rabatt|steuern?|sozialarbeit|hausarrest|untersuchungshaft|freiheitsstrafe|schulden|brot|bier|wein|milch|fleisch|kohle|stahl|holz|sand|müll|abfall|getreide|weizen|alter|abstand|entfernung|tiefe|größe|gewicht|fläche)$/;
const COMMON_ENDING = /(?:ung|ungen|heit|keit|schaft|tion|tionen|ismus|tät|nis|ment|chen)$/;

function isHonorific(token: Token | undefined, { lexicon }: Reading): boolean {
  return token?.kind === 'word' && lexicon.speech.honorifics.has(token.key);
}

function runEnd(tokens: readonly Token[], at: number, reading: Reading): number {
  let to = at + 1;
  for (;;) {
    if (isLarge(tokens[to], reading) && tokens[to]?.kind === 'word') to += 1;
    else if (
      tokens[to]?.text === '.' &&
      /^\p{Lu}$/u.test(tokens[to - 1]?.text ?? '') &&
      isLarge(tokens[to + 1], reading)
    )
      to += 2;
    else if (
      /^(?:Le|La|El|Ben|Bin|Al)$/.test(tokens[to]?.text ?? '') &&
      isLarge(tokens[to + 1], reading) &&
      !isGerman(reading)
    )
      to += 2;
    else if (linkLength(tokens, to, reading) > 0) to += linkLength(tokens, to, reading) + 1;
    else return to;
  }
}

/** How many small words lead from one part of a name to the next, or 0. */
function linkLength(tokens: readonly Token[], at: number, reading: Reading): number {
  if (!LINKS.test(tokens[at]?.key ?? '')) return 0;
  for (const size of [1, 2]) {
    const links = tokens.slice(at, at + size);
    // "y" and "e" join two names more often than the parts of one.
    if (
      links.length < size ||
      !links.every(({ key, is_capital }) => LINKS.test(key) && !is_capital && !/^[ye]$/.test(key))
    )
      return 0;
    if (isGerman(reading) && !links.some(({ key }) => /^(?:von|van|zu|de)$/.test(key))) return 0;
    if (isLarge(tokens[at + size], reading)) return size;
  }
  return 0;
}

/** The run without honorific and title before it; null where only a title is left. */
function nameFrom(tokens: readonly Token[], { from, to }: { from: number; to: number }, reading: Reading): Name | null {
  let first = from;
  while (first < to - 1 && (isHonorific(tokens[first], reading) || isRole(tokens[first], reading))) first += 1;
  const roleFrom = roleStart(tokens, first, reading);
  const [opening, last] = [itemAt(tokens, first), itemAt(tokens, to - 1)];
  if (isRole(opening, reading) && first === to - 1 && isGerman(reading)) return null;
  const hasRole = roleFrom < first;
  const role = hasRole ? { start: itemAt(tokens, roleFrom).start, end: itemAt(tokens, first - 1).end } : null;
  const is_place = !hasRole && to - first <= 2 && PLACING.test(tokens[first - 1]?.key ?? '');
  return { start: opening.start, end: last.end, from: first, to, is_place, is_person: hasRole, role };
}

export function isRole(token: Token | undefined, { lexicon }: Pick<Reading, 'lexicon'>): boolean {
  if (token?.kind !== 'word') return false;
  const { roles, role_ending } = lexicon.speech;
  return roles.has(token.key) || (role_ending?.test(token.key) ?? false);
}

/** Where the titles and honorifics right before a name begin. */
function roleStart(tokens: readonly Token[], first: number, reading: Reading): number {
  let at = first;
  while (at > 0 && (isRole(tokens[at - 1], reading) || isHonorific(tokens[at - 1], reading))) at -= 1;
  return at;
}
