// People of one trade at the head of a sentence: whom "they" can mean. Pure.
import { itemAt } from '#src/item-at.ts';
import { ROLES } from '../entities/roles.ts';
import type { SentenceReading } from '../entities/sentence-reading.ts';
import type { Range } from '../text/range.ts';
import type { Cue } from './cues.ts';

/** "Researchers tested 400 people": a sentence about people of one trade, who can speak in the next. */
export function groupAtHead(reading: SentenceReading): Range | null {
  const from = /^(?:the|our|some|several)$/.test(reading.tokens[0]?.key ?? '') ? 1 : 0;
  const [first, next] = [reading.tokens[from], reading.tokens[from + 1]];
  const isTrade = first?.key.endsWith('s') === true && (ROLES.has(first.key.slice(0, -1)) || FINDERS.test(first.key));
  if (!isTrade || next?.kind !== 'word' || next.key === 'and') return null;
  return { start: itemAt(reading.tokens, 0).start, end: first.end };
}

const FINDERS =
  /^(?:astronomers|geologists|archaeologists|climatologists|virologists|epidemiologists|oceanographers|seismologists|meteorologists|statisticians|academics|auditors|inspectors|investigators|detectives|firefighters|medics|regulators|insurers)$/;

/** "Astronomers have spotted a planet, they report": who the sentence is about, where it begins with people of one trade. */
export function groupOf(reading: SentenceReading, source: Range, cue: Cue): Range | null {
  const isThey = reading.text.slice(source.start, source.end) === 'they' && cue.kind !== 'thinking';
  const comma = reading.tokens.findIndex(({ start }) => start === source.start) - 1;
  return isThey && reading.tokens[comma]?.text === ',' ? groupAtHead(reading) : null;
}
