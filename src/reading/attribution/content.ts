// What somebody said: where it begins after a cue, and where the sentence takes it back.
import { itemAt } from '#src/item-at.ts';
import type { SentenceReading } from '../entities/sentence-reading.ts';
import { AUXILIARIES } from '../text/function-words.ts';
import { SAYING_FORMS, SHOWING_FORMS, TAKES_ADDRESSEE } from '../text/speech-verbs.ts';
import { opensCharge } from './answered-charges.ts';
import type { Cue } from './cues.ts';
import { isPastForm } from './inverted-subjects.ts';
import { isToldThere } from './told-in-passive.ts';
import { verbGroupStart } from './verb-groups.ts';

/** How far after a cue a "that" or a quotation is looked for. */
const NEAR = 14;

/** The token with which the content after a cue begins, or null where nothing follows that is said. */
export function contentStart(reading: SentenceReading, cue: Cue, saidBefore: boolean): number | null {
  let at = skipAside(reading, cue.to);
  if (TAKES_ADDRESSEE.has(cue.verb) && cue.to === cue.at + 1) {
    const behind = skipAddressee(reading, at);
    if (behind === at && isHearerAlone(reading, at)) return null;
    at = behind;
  }
  at = skipHearer(reading, skipAside(reading, at), cue);
  const opening = reading.tokens[at]?.key;
  // "Wrote about it": on what, and nothing that was said.
  const isOn = opening === 'about' && /^(?:write|read|post|tweet|report)$/.test(cue.verb);
  if (isOn && !reading.figures.some(({ start }) => start === reading.tokens[at]?.start))
    return openingNear(reading, at);
  if (opening === ',' || opening === ':') return afterPause(reading, at, saidBefore);
  if (saidBefore) return openingNear(reading, at);
  if (
    opening &&
    /^(?:in|at|on|during|through|via|from|by|after|outside|inside|before)$/.test(opening) &&
    cue.kind === 'saying'
  ) {
    return openingNear(reading, at) ?? (isTimeAlone(reading, at + 1) ? null : at);
  }
  return at < reading.tokens.length && !/^[.!?;]$/.test(opening ?? '.') ? at : null;
}

/** After ", " the content goes on only as a quotation, or where the cue cut a sentence in two. */
function afterPause(reading: SentenceReading, at: number, saidBefore: boolean): number | null {
  const next = at + 1;
  if ((reading.quoted[next] ?? -1) >= 0 || reading.tokens[at]?.key === ':')
    return next < reading.tokens.length ? next : null;
  if (saidBefore) {
    const word = reading.tokens[next]?.key ?? '';
    if (
      /^(?:in|on|at|during|through|via|from|by|for|with|amid|amidst|among|to|before|outside|following|despite|upon)$/.test(
        word,
      )
    )
      return openingNear(reading, next);
    return !word || /ing$|^(?:who|which|but|while|as|according|after|when|whose|where)$/.test(word) ? null : next;
  }
  return openingNear(reading, at);
}

const TURNS =
  /^(?:who|which|when|while|as|but|and|adding|saying|citing|noting|arguing|claiming|calling|warning|insisting|telling|explaining|describing|referring)$/;

/** "Said in June 2012." and "said after the vote in May, …": nothing but a time up to the next mark. */
function isTimeAlone(reading: SentenceReading, from: number): boolean {
  let at = from;
  while (at < reading.tokens.length && reading.timed[at]) at++;
  const mark = reading.tokens[at];
  if (at === from || (mark && mark.kind !== 'mark')) return false;
  // "Estimated by 2050, rising seas would": the time belongs to what follows.
  return mark?.text !== ',' || TURNS.test(reading.tokens[at + 1]?.key ?? '');
}

function openingNear(reading: SentenceReading, at: number): number | null {
  for (let index = at; index < Math.min(reading.tokens.length, at + NEAR); index++) {
    if ((reading.quoted[index] ?? -1) >= 0 || reading.tokens[index]?.key === 'that') return index;
  }
  return null;
}

/** Over the time between verb and statement: "said on Monday", "said Tuesday". */
function skipAside(reading: SentenceReading, from: number): number {
  let at = from;
  if (reading.tokens[at]?.key === 'on' && reading.timed[at + 1]) at++;
  while (at < reading.tokens.length && reading.timed[at] && (reading.quoted[at] ?? -1) < 0) at++;
  // "Declared three days of mourning": no time, but what was declared.
  return at > from && reading.tokens[at] && reading.tokens[at]?.key !== 'of' ? at : from;
}

/** Over whom it was said to: "told reporters", "told the BBC that". */
function skipAddressee(reading: SentenceReading, from: number): number {
  const first = reading.tokens[from];
  if (!first || (reading.quoted[from] ?? -1) >= 0 || first.key === 'that' || first.kind === 'mark') return from;
  if (/^(?:him|her|them|us|me|you|it|everyone|people|reporters|journalists)$/.test(first.key)) return from + 1;
  for (let at = from + 1; at < Math.min(reading.tokens.length, from + NEAR); at++) {
    const token = itemAt(reading.tokens, at);
    if ((reading.quoted[at] ?? -1) >= 0 || /^[,:]$/.test(token.text)) return at;
    if (/^(?:that|to|he|she|they|it|we|i|there|his|her|their|if|whether|how|why|what)$/.test(token.key)) return at;
    if (
      /^(?:the|a|an)$/.test(token.key) &&
      !/^(?:of|at|in|on|for|with|from|into|about|over|after|against)$/.test(reading.tokens[at - 1]?.key ?? '')
    )
      return at;
  }
  return from;
}

/** "Warned the firm twice", "told police": whom, and nothing that was said. */
function isHearerAlone(reading: SentenceReading, from: number): boolean {
  const first = reading.tokens[from];
  if (!first?.is_capital && !/^(?:the|his|her|their|its)$/.test(first?.key ?? '')) return false;
  if ((reading.quoted[from] ?? -1) >= 0) return false;
  for (let at = from + 1; at < Math.min(reading.tokens.length, from + NEAR); at++) {
    const token = itemAt(reading.tokens, at);
    if (token.kind === 'mark') return /^[.,;]$/.test(token.text);
    if ((reading.quoted[at] ?? -1) >= 0 || AUXILIARIES.has(token.key) || isPastForm(token)) return false;
    if (/^(?:that|to|of|about|how|why|if|whether|what|not)$/.test(token.key)) return false;
  }
  return true;
}

/** Over "to" and who heard it: "stated to the paper that". "Vowed to leave" has no hearer. */
function skipHearer(reading: SentenceReading, at: number, cue: Cue): number {
  const next = reading.tokens[at + 1];
  if (cue.kind !== 'saying' || reading.tokens[at]?.key !== 'to' || !next) return at;
  const isHearer = next.is_capital || /^(?:the|an?|his|her|their|him|them|us|me|reporters|journalists)$/.test(next.key);
  return isHearer ? (openingNear(reading, at) ?? at) : at;
}

/** The token before which the content ends: where another cue takes over, or the sentence turns away. */
export function clauseEnd(reading: SentenceReading, from: number, cue: Cue): number {
  for (let at = from + 1; at < reading.tokens.length; at++) {
    if ((reading.quoted[at] ?? -1) >= 0) continue;
    if (isToldThere(reading, at)) return verbGroupStart(reading, at);
    const token = itemAt(reading.tokens, at);
    const next = reading.tokens[at + 1]?.key ?? '';
    if (token.text === ';') return at;
    if (token.text === ',' && (turnsAway(next, cue) || closes(reading, at + 1))) return at;
    if (cue.kind === 'saying' && opensCharge(reading, at)) return at;
    if (
      token.text === ',' &&
      (reading.quoted[at - 1] ?? -1) >= 0 &&
      cue.kind === 'saying' &&
      /^(?:who|a|the)$/.test(next)
    )
      return at;
  }
  return reading.tokens.length;
}

/** "…, they found." and "…, said Ida Moor": another says all that stands before. */
function closes(reading: SentenceReading, at: number): boolean {
  const [first, next, mark] = [0, 1, 2].map((step) => reading.tokens[at + step]);
  if ((reading.quoted[at] ?? -1) >= 0) return false;
  if (/^(?:said|says)$/.test(first?.key ?? ''))
    return next?.kind === 'word' && !/^(?:that|he|she|they|it)$/.test(next.key);
  if (!/^(?:he|she|they|it)$/.test(first?.key ?? '') || !/^[.!?]?$/.test(mark?.text ?? '')) return false;
  return SAYING_FORMS.has(next?.key ?? '') || SHOWING_FORMS.has(next?.key ?? '');
}

function turnsAway(next: string, cue: Cue): boolean {
  if (
    /^(?:adding|according|but|although|though|while|saying|noting|arguing|claiming|citing|calling|warning|insisting|telling|explaining|describing|accusing)$/.test(
      next,
    )
  )
    return true;
  return cue.kind !== 'saying' && /^(?:which|who|as|after|when|because|so)$|ing$/.test(next);
}
