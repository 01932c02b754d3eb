// Parts of a sentence that make a claim of their own: a quote, a count, a comparison, a span.
import { itemAt } from '#src/item-at.ts';
import type { Attribution } from '../attribution/attributed.ts';
import type { Figure } from '../entities/figures.ts';
import { countedWords } from '../entities/rates.ts';
import { type SentenceReading, spanOf } from '../entities/sentence-reading.ts';
import type { Lexicon } from '../lexicons/lexicon.ts';
import { intersectionOf, isEmpty, type Range, trimRange } from '../text/range.ts';
import { isSuperlative } from '../text/superlatives.ts';
import { isFunctionWord, type Token } from '../text/tokens.ts';
import type { ClaimKind } from './claim-kind.ts';

/** `share` of the sentence's score that the part keeps. `kind` null: to be read from its words. */
export type Part = Range & { reason: string; share: number; kind: ClaimKind | null };

/** The parts of a sentence worth marking for themselves, in order; none is the whole sentence, no two are the same words. */
export function partsWorthMarking(
  reading: SentenceReading,
  attributions: readonly Attribution[],
  lexicon: Lexicon | null = null,
): Part[] {
  const parts: Part[] = [
    ...attributions.flatMap((attribution) => saidPart(reading, attribution)),
    ...reading.figures.flatMap((figure) => countedPart(reading, figure)),
    ...(lexicon ? [] : reading.tokens.flatMap((token, at) => comparedPart(reading, token, at))),
    ...reading.times.filter((time) => time.kind === 'duration').map(spanPart),
  ];
  const seen = new Set<string>();
  return parts
    .filter((each) => {
      const key = `${each.start} ${each.end}`;
      const isNew = !seen.has(key) && (each.start > reading.start || each.end < reading.end - 1);
      seen.add(key);
      return isNew;
    })
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

function spanPart({ start, end }: Range): Part {
  return { start, end, reason: 'a span of time', share: 0.8, kind: 'date' };
}

/** What was said, without "that" and without what is only added ("…, including men freed last month"). */
function saidPart(reading: SentenceReading, attribution: Attribution): Part[] {
  const said = intersectionOf(attribution.content, reading);
  if (isEmpty(said) || isReckoning(reading.text, attribution.cue)) return [];
  const words = reading.text.slice(said.start, said.end);
  const lead = /^that\s+/i.exec(words)?.[0].length ?? 0;
  const added = /["“”]/.test(words) ? -1 : words.search(/,\s(?:including|which|who|whose|among|as well as|such as)\b/);
  const range = trimRange(reading.text, { start: said.start + lead, end: added > 0 ? said.start + added : said.end });
  return isEmpty(range) ? [] : [{ ...range, reason: 'what somebody said', share: 1, kind: null }];
}

/** "Put the damage at 4 million": what was said is no sentence without the verb. */
function isReckoning(text: string, { start, end }: Range): boolean {
  return /\bputs?$/i.test(text.slice(start, end));
}

/** The number with what it counts: "at least 24 people". */
function countedPart(reading: SentenceReading, figure: Figure): Part[] {
  const unit = countedWords(figure.unit ?? '');
  if (unit === '') return [];
  const after = reading.text.slice(figure.end, figure.end + unit.length + 12);
  const at = after.indexOf(unit);
  // Where the unit stands elsewhere the number alone says nothing.
  const isWritten = at >= 0 || !/^\p{L}{3}/u.test(unit) || /^(?:share|times|o'clock)$/.test(unit);
  if (!isWritten && !reading.text.slice(figure.start, figure.end).includes(unit)) return [];
  const end = at >= 0 ? figure.end + at + unit.length : figure.end;
  return [{ start: figure.start, end, reason: 'a number with a unit', share: 0.9, kind: 'number' }];
}

/** The superlative with its noun and its time: "worst levels in 2010". */
function comparedPart(reading: SentenceReading, token: Token, at: number): Part[] {
  if (!isSuperlative(token)) return [];
  let to = at + 1;
  while (to < reading.tokens.length && to < at + 5 && isContent(reading, to)) to++;
  const next = reading.tokens[to];
  if (next && /^(?:in|since|for|of|on)$/.test(next.key) && (reading.timed[to] || reading.timed[to + 1])) {
    to++;
    while (to < reading.tokens.length && reading.timed[to]) to++;
  }
  if (to === at + 1) return [];
  return [{ ...spanOf(reading, at, to), reason: 'a superlative', share: 0.9, kind: 'comparison' }];
}

function isContent(reading: SentenceReading, at: number): boolean {
  const token = itemAt(reading.tokens, at);
  return token.kind === 'word' && !isFunctionWord(token) && !reading.timed[at];
}
