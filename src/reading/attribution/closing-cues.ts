// Cues that close what was said instead of opening it: "…, Smith said", "“…” Kolb told the Post". Pure.
import type { SentenceReading } from '../entities/sentence-reading.ts';
import { PREPOSITIONS } from '../text/function-words.ts';
import { SAYING_FORMS, TAKES_ADDRESSEE } from '../text/speech-verbs.ts';
import type { Cue } from './cues.ts';
import type { Subject } from './inverted-subjects.ts';

/** "…, Smith said" and "“…” Smith said": the cue closes what was said instead of opening it. */
export function standsAfterContent(reading: SentenceReading, subject: Subject, cue: Cue): boolean {
  if (subject.from === 0 || cue.shares_subject) return false;
  // "…, state data show, …".
  const isInserted = cue.kind === 'showing' && reading.tokens[cue.to]?.text === ',';
  if (cue.kind !== 'saying' && !isInserted && !endsSentence(reading, cue)) return false;
  const isAside = reading.tokens[subject.from - 1]?.key === 'as' && subject.from > 2;
  const edge = isAside ? subject.from - 2 : subject.from - 1;
  const before = reading.tokens[edge];
  const isAfterQuote = (reading.quoted[edge] ?? -1) >= 0;
  if (!isAfterQuote && before?.text !== ',' && !/^[—–―-]$/.test(before?.text ?? '')) return false;
  if (isAfterQuote) return !opensWithParticiple(reading);
  return endsSoonAfter(reading, TAKES_ADDRESSEE.has(cue.verb) ? behindHearer(reading, cue.to) : cue.to);
}

/** "Bemoaning the “system,” Kolb accused": the quotation belongs to the participle. */
function opensWithParticiple(reading: SentenceReading): boolean {
  const first = reading.tokens[0];
  return first?.key.endsWith('ing') === true && SAYING_FORMS.has(first.key) && (reading.quoted[0] ?? -1) < 0;
}

/** "…, The Post has learned." and "…, a study shows.": nothing more follows. */
export function endsSentence(reading: SentenceReading, cue: Cue): boolean {
  const next = reading.tokens[cue.to];
  return next === undefined || (/^[.!?]$/.test(next.text) && cue.to >= reading.tokens.length - 2);
}

/** "…, Kolb told the Daily Post on Friday.": whom it was told to is a name or a noun with its article. */
function behindHearer(reading: SentenceReading, from: number): number {
  const first = reading.tokens[from];
  const name = reading.names.find((each) => each.from === from || (each.from === from + 1 && first?.key === 'the'));
  if (name) return name.to;
  if (/^(?:him|her|them|us|me|reporters|journalists|lawmakers)$/.test(first?.key ?? '')) return from + 1;
  if (!/^(?:the|an?|his|her|their)$/.test(first?.key ?? '')) return from;
  let to = from + 1;
  while (
    to < reading.tokens.length &&
    to - from < 5 &&
    reading.tokens[to]?.kind === 'word' &&
    !PREPOSITIONS.has(reading.tokens[to]?.key ?? '') &&
    !reading.timed[to]
  )
    to += 1;
  return to;
}

/** Whether the words after a cue are only about when and where it was said. */
function endsSoonAfter(reading: SentenceReading, from: number): boolean {
  let at = from;
  while (at < reading.tokens.length && (reading.timed[at] || isBeforeTime(reading, at))) at++;
  const next = reading.tokens[at];
  if (!next || /^[.,!?;:—–―-]$/.test(next.text)) return true;
  if (!/^(?:in|at|on|during|after|before|through|via|by|from|of|as|when|while|to)$/.test(next.key)) return false;
  const after = reading.tokens[at + 1];
  if (
    next.key === 'to' &&
    !after?.is_capital &&
    !/^(?:the|an?|his|her|their|him|them|us|me|reporters|journalists)$/.test(after?.key ?? '')
  )
    return false;
  return !reading.tokens.slice(at, at + 12).some((token) => token.key === 'that');
}

function isBeforeTime(reading: SentenceReading, at: number): boolean {
  return reading.tokens[at]?.key === 'on' && reading.timed[at + 1] === true;
}
