// What somebody said in another language than English: before the verb, behind it, around a "según". Pure.
import { itemAt } from '#src/item-at.ts';
import { type SentenceReading, spanOf } from '../entities/sentence-reading.ts';
import { type Range, trimRange } from '../text/range.ts';
import type { Token } from '../text/tokens.ts';
import { type Ground, isQuotedAt, isVerb, type Phrase, textAt } from './noun-phrases.ts';

/** How far behind a verb a "que" or a quotation is looked for. */
const NEAR = 18;

/** Whether what was said stands right before a token: a comma, a dash or the end of a quotation. */
export function isAfterContent({ reading, lexicon: { speech } }: Ground, at: number): boolean {
  let to = at;
  // "…, également précisé", "…, le dijo": small words of the verb.
  while (to > 0 && speech.between.has(reading.tokens[to - 1]?.key ?? '') && !reading.timed[to - 1]) to -= 1;
  const before = reading.tokens[to - 1];
  if (!before) return false;
  if ((reading.quoted[to - 1] ?? -1) >= 0) return true;
  if (/^[—–―-]$/.test(before.text)) return to > 1;
  return (
    before.text === ',' &&
    (saysSomething({ reading, lexicon: { speech } } as Ground, to - 1) || (reading.quoted[to - 2] ?? -1) >= 0)
  );
}

/** More than "Además," or "En Lima,": a clause, which has a verb or at least some words. */
function saysSomething({ reading, lexicon: { speech } }: Ground, to: number): boolean {
  let from = to;
  while (from > 0 && !/^[;:]$/.test(reading.tokens[from - 1]?.text ?? '')) from -= 1;
  const words = reading.tokens.slice(from, to).filter(({ kind }) => kind !== 'mark');
  const first = words[0];
  const isPlace =
    first !== undefined &&
    !speech.determiners.has(first.key) &&
    (speech.prepositions.has(first.key) || speech.of.has(first.key)) &&
    words.length < 8;
  return words.length > 2 && !isPlace;
}

/** What stands before an inverted verb: the quotation, or the clause as far back as the passage before. */
export function contentBefore({ reading }: Ground, at: number, since: number): Range | null {
  let to = at;
  while (to > 0 && !(reading.tokens[to - 1]?.kind === 'mark') && (reading.quoted[to - 1] ?? -1) < 0) to -= 1;
  while (to > 0 && /^[,—–―-]$/.test(reading.tokens[to - 1]?.text ?? '') && (reading.quoted[to - 1] ?? -1) < 0) to -= 1;
  if (to === 0) return null;
  const quotation = reading.quoted[to - 1] ?? -1;
  let from = reading.tokens.findIndex(({ start }) => start >= since);
  if (from < 0) return null;
  if (quotation >= 0) {
    const opening = reading.quoted.indexOf(quotation);
    const isAnnounced = reading.tokens[opening - 1]?.text === ':';
    if (isAnnounced || (opening > from && (to - opening) * 2 > to - from)) from = opening;
  }
  while (from < to && /^[,.;:—–―-]$/.test(reading.tokens[from]?.text ?? '')) from += 1;
  return from < to ? trimRange(reading.text, spanOf(reading, from, to)) : null;
}

/** What stands behind a verb and its subject: from "que" or a quotation on; of German also a clause behind a comma. */
export function contentAfter(ground: Ground, at: number, isSaid: boolean): Range | null {
  const { reading } = ground;
  for (let next = at; next < Math.min(reading.tokens.length, at + NEAR); next += 1) {
    const content = contentFrom(ground, next, isSaid);
    if (content !== undefined) return content;
    if (next > at && isVerb(ground, next)) return null;
  }
  return null;
}

/** What begins at a token, null where nothing can any more, undefined where it may still come. */
function contentFrom(ground: Ground, at: number, isSaid: boolean): Range | null | undefined {
  const { reading, lexicon } = ground;
  const { text, key } = itemAt(reading.tokens, at);
  if (isQuotedAt(reading, at)) return quotedFrom(ground, at);
  if (lexicon.speech.that.has(key)) return isSaid ? null : clauseFrom(ground, at + 1);
  if (text === ':') return at + 1 < reading.tokens.length ? quotedFrom(ground, at + 1) : null;
  if (/^[.;!?]$/.test(text)) return null;
  if (text !== ',' || isQuotedAt(reading, at + 1)) return undefined;
  if (isSaid) return null;
  if (lexicon.speech.writes_nouns_large && opensClause(ground, at + 1)) return clauseFrom(ground, at + 1);
  return isAside(ground, at) ? undefined : null;
}

/** "…, en una entrevista, que": an aside that a comma closes before the statement. */
function isAside({ reading, lexicon: { speech } }: Ground, comma: number): boolean {
  for (let at = comma + 1; at < Math.min(reading.tokens.length - 1, comma + 14); at += 1)
    if (reading.tokens[at]?.text === ',')
      return (
        speech.that.has(reading.tokens[at + 1]?.key ?? '') ||
        (reading.quoted[at + 1] ?? -1) >= 0 ||
        reading.tokens[at + 1]?.text === ':'
      );
  return speech.that.has(reading.tokens[comma + 1]?.key ?? '');
}

/** Behind "sagte der Minister," a clause with a verb of its own; not "…, der am Montag ankam". */
function opensClause({ reading, lexicon: { speech } }: Ground, at: number): boolean {
  const [first, second] = [reading.tokens[at], reading.tokens[at + 1]];
  if (first?.kind !== 'word' && first?.kind !== 'number') return false;
  if (speech.that.has(first.key)) return true;
  if (/^(?:um|und|sondern|aber|so|wie|also|nachdem|bevor)$/.test(first.key)) return false;
  const isRelative =
    /^(?:der|die|das|den|dem|deren|dessen|was|wo)$/.test(first.key) &&
    second?.kind === 'word' &&
    !second.is_capital &&
    !/e[nrsm]?$/.test(second.key);
  if (isRelative || (isWish(reading.tokens) && !isPromised(reading, at))) return false;
  return reading.tokens
    .slice(at, at + 25)
    .some((token, step) => token.kind === 'word' && !token.is_capital && step > 0 && VERB.test(token.key));
}

/** "…, das Gebiet zu schützen": what somebody wants, not what they say is so. */
function isWish(tokens: readonly Token[]): boolean {
  const words = tokens.filter(({ kind }) => kind === 'word');
  // "…, Geld unterschlagen zu haben": that is past, and said to be so.
  if (/^(?:haben|sein)$/.test(words.at(-1)?.key ?? '') && /(?:t|en)$/.test(words.at(-3)?.key ?? '')) return false;
  return (
    (words.at(-2)?.key === 'zu' && /e?n$/.test(words.at(-1)?.key ?? '')) ||
    /(?:zu)[\p{Ll}]{3,}en$/u.test(words.at(-1)?.key ?? '')
  );
}

/** "Kündigte an, Revision einzulegen", "drohte, das Tor zu schließen": of what somebody will do that is said. */
function isPromised({ tokens }: SentenceReading, at: number): boolean {
  return tokens
    .slice(0, at)
    .some(({ key }) =>
      /^(?:(?:an)?gekündigt|kündig(?:t|te|ten)|versprach(?:en)?|verspricht|droht(?:e|en)?|gelobten?|beteuert\p{L}*)$/u.test(
        key,
      ),
    );
}

const VERB =
  /^(?:ist|sind|war|waren|hat|haben|hatte|hatten|habe|hätten|hätte|wird|werden|wurde|wurden|werde|würden|würde|kann|können|konnte|könne|könnte|muss|müssen|müsse|soll|sollen|solle|will|wollen|wolle|sei|seien|gebe|gibt|gehe|komme|bleibe|stehe|liege|dürfe|dürften|brauche|\p{Ll}{3,}(?:t|te|ten|e|en))$/u;

/** A quotation that is announced ends what is said; words before or behind it in one clause belong to it. */
function quotedFrom(ground: Ground, at: number): Range {
  const { reading } = ground;
  const quotation = reading.quoted[at] ?? -1;
  if (quotation < 0) return clauseFrom(ground, at) ?? spanOf(reading, at, reading.tokens.length);
  const to = reading.quoted.lastIndexOf(quotation) + 1;
  return spanOf(reading, at, to);
}

/** From a token to the end of the sentence, or to where another verb of saying takes over. */
export function clauseFrom({ reading, lexicon: { speech } }: Ground, at: number): Range | null {
  let to = clauseEnd(reading, at);
  for (let next = at + 2; next < to; next += 1) {
    const isNext =
      reading.tokens[next]?.key === speech.and &&
      speech.saying.has(reading.tokens[next + 1]?.key ?? '') &&
      (reading.quoted[next] ?? -1) < 0;
    const isThat = speech.that.has(reading.tokens[next + 2]?.key ?? '') || reading.tokens[next + 2]?.text === ':';
    if (isNext && isThat) to = next;
  }
  while (to > at && /^[.,;:!?]$/.test(reading.tokens[to - 1]?.text ?? '')) to -= 1;
  return to > at ? spanOf(reading, at, to) : null;
}

/** Around "según la policía": what follows where it opens the sentence, what stands before where it closes it, else all of it. */
export function wholeAround(
  ground: Ground,
  { from, to }: Phrase,
  { isBehind, since }: { isBehind: boolean; since: number },
): Range | null {
  const { reading } = ground;
  const { tokens } = reading;
  const first = pastMarks(
    reading,
    Math.max(
      0,
      tokens.findIndex(({ start }) => start >= since),
    ),
    from,
  );
  let end = clauseEnd(reading, to);
  const closes = isBehind || to >= end || /^[.!?]$/.test(textAt(reading, to));
  const start = opensSentence(ground, { from: first, to: from }) && !closes ? pastMarks(reading, to, end) : first;
  if (closes) end = beforeMarks(reading, start, from);
  const announced = closes ? announcedQuotation(reading, start, end) : start;
  return end > announced ? trimRange(reading.text, spanOf(reading, announced, end)) : null;
}

/** Nothing, or only small words and times, stand before. */
function opensSentence({ reading, lexicon: { speech } }: Ground, { from, to }: Phrase): boolean {
  const before = reading.tokens.slice(from, to);
  return before.every(({ kind, key }, at) => kind === 'mark' || speech.small.has(key) || reading.timed[from + at]);
}

function clauseEnd({ tokens }: SentenceReading, from: number): number {
  const stop = tokens.findIndex(({ text }, at) => at >= from && text === ';');
  let end = stop < 0 ? tokens.length : stop;
  while (end > from && /^[.;:!?]$/.test(tokens[end - 1]?.text ?? '')) end -= 1;
  return end;
}

function pastMarks(reading: SentenceReading, from: number, end: number): number {
  let at = from;
  while (at < end && /^[,;:]$/.test(textAt(reading, at))) at += 1;
  return at;
}

function beforeMarks(reading: SentenceReading, start: number, end: number): number {
  let at = end;
  while (at > start && /^[,—–―-]$/.test(textAt(reading, at - 1)) && !isQuotedAt(reading, at - 1)) at -= 1;
  return at;
}

/** Of "Lo confirmó: «…», según el alcalde" only the quotation. */
function announcedQuotation(reading: SentenceReading, start: number, end: number): number {
  const quotation = reading.quoted[end - 1] ?? -1;
  const opening = quotation < 0 ? start : reading.quoted.indexOf(quotation);
  return opening > start && textAt(reading, opening - 1) === ':' ? opening : start;
}
