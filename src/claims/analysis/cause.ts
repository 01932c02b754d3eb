// Why a claim is to be checked again: "the number in its sentence changed: 24 → 26". Pure.
import { diffArrays } from 'diff/lib/diff/array.js';
import { cutAtWord } from '#src/cut-at-word.ts';
import type { FollowedClaim, Surroundings } from '#src/reading/alignment/followed-claims.ts';
import type { SentenceChange } from '#src/reading/alignment/sentence-changes.ts';
import { readingOf, type SentenceReading } from '#src/reading/entities/sentence-reading.ts';
import { foldPrint } from '#src/reading/text/folding.ts';
import type { Range } from '#src/reading/text/range.ts';

/** No side of a cause is told in more letters: the sentence itself is a click away. */
const LONGEST_TOLD = 80;
/** 12:40, 12.40, 5 p.m.; not 12.40.2026. */
const CLOCK = /(?<![\d.])\d{1,2}[:.h]\d{2}(?![\d.]*\d)|\d\s?[ap]\.?m\b|o['’]clock/i;
const NEGATION = /^(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|den(?:y|ies|ied|ying)|.*n['’]t)$/i;

/** Other words around a claim are no cause as long as its own words stand. */
const TELLING: readonly SentenceChange[] = ['number', 'name', 'date', 'negation', 'speaker'];

/**
 * The cause, or '' where the claim stands as it stood: its words are the same, and in its whole sentence no number, name,
 * date, negation or speaker differs. Words that are gone are a cause; other words in the claim itself too.
 */
export function causeOf(followed: FollowedClaim): string {
  const { before, after, changes, status } = followed;
  if (status === 'lost' || after === null) return 'its words are gone';
  const telling = changes.filter((change) => TELLING.includes(change));
  const are_dated = telling.includes('date');
  const causes = telling.map((change) => tellOf(change, { before, after, are_dated })).filter((cause) => cause !== '');
  if (status === 'changed' && telling.every((change) => change === 'speaker')) causes.unshift(wordingOf(before, after));
  return causes.join('; ');
}

interface Compared {
  before: Surroundings;
  after: Surroundings;
  /** Another date or time is told by itself: its figures are no numbers besides. */
  are_dated: boolean;
}

/** What to say of this change; '' where another one says it. */
function tellOf(change: SentenceChange, { before, after, are_dated }: Compared): string {
  if (change === 'speaker') return `the speaker changed: ${speakerOf(before)} → ${speakerOf(after)}`;
  const [old, fresh] = [readingOf(before.text, before.sentence, []), readingOf(after.text, after.sentence, [])];
  if (change === 'number') {
    const numbers = differing(numbersIn(old, are_dated), numbersIn(fresh, are_dated));
    return are_dated && numbers.gone.length + numbers.come.length === 0 ? '' : changed('number', numbers);
  }
  if (change === 'name') return changed('name', differing(wordsOf(old, old.names), wordsOf(fresh, fresh.names)));
  if (change === 'date') {
    const times = differing(wordsOf(old, old.times), wordsOf(fresh, fresh.times));
    const all = [...times.gone, ...times.come];
    return changed(all.length > 0 && all.every((words) => CLOCK.test(words)) ? 'time' : 'date', times);
  }
  const { gone, come } = differing(negationsIn(old), negationsIn(fresh));
  return changed('negation', { gone: gone.map(quoted), come: come.map(quoted) });
}

/** Numbers as printed; where only "more than" became "at least", the whole figures. */
function numbersIn(reading: SentenceReading, without_times: boolean): string[] {
  const { text, tokens, times } = reading;
  const isTime = (range: Range) => times.some((time) => time.start <= range.start && range.end <= time.end);
  const figures = without_times ? reading.figures.filter((figure) => !isTime(figure)) : reading.figures;
  const bare = tokens.filter(
    (token) =>
      /\d/.test(token.text) &&
      !(without_times && isTime(token)) &&
      !figures.some((figure) => figure.start <= token.start && token.end <= figure.end),
  );
  return [...figures.map(({ start, end }) => text.slice(start, end)), ...bare.map((token) => token.text)];
}

function wordsOf({ text }: SentenceReading, ranges: readonly { start: number; end: number }[]): string[] {
  return ranges.map(({ start, end }) => text.slice(start, end));
}

function negationsIn({ tokens }: SentenceReading): string[] {
  return tokens.map((token) => token.text).filter((word) => NEGATION.test(word));
}

interface Difference {
  gone: string[];
  come: string[];
}

/** What stands in one list and not in the other, each as often as it does. */
function differing(before: string[], after: string[]): Difference {
  const come = [...after];
  const gone = before.filter((word) => {
    const at = come.findIndex((other) => foldPrint(other).toLowerCase() === foldPrint(word).toLowerCase());
    if (at >= 0) come.splice(at, 1);
    return at < 0;
  });
  return { gone, come };
}

function changed(what: string, difference: Difference): string {
  const { gone, come } = withoutSharedStart(difference);
  const [old, fresh] = [gone, come].map((words) => cutAtWord(words.map(oneLine).join(', '), LONGEST_TOLD));
  // The wording is the claim's own; everything else is compared over the whole sentence it stands in.
  const where = what === 'wording' ? '' : ' in its sentence';
  if (old && fresh) return `the ${what}${where} changed: ${old} → ${fresh}`;
  if (fresh) return `a ${what} was added to its sentence: ${fresh}`;
  return old ? `a ${what} was removed from its sentence: ${old}` : `the ${what}${where} changed`;
}

/** "at least 24" and "at least 26" differ in 24 and 26. */
function withoutSharedStart(difference: Difference): Difference {
  const [gone, come] = [difference.gone, difference.come].map((words) => words[0]?.split(/\s+/) ?? []);
  if (!gone || !come || difference.gone.length !== 1 || difference.come.length !== 1) return difference;
  while (gone.length > 1 && come.length > 1 && gone[0] === come[0]) {
    gone.shift();
    come.shift();
  }
  return { gone: [gone.join(' ')], come: [come.join(' ')] };
}

function wordingOf(before: Surroundings, after: Surroundings): string {
  const words = ({ text, sentence }: Surroundings) => foldPrint(text.slice(sentence.start, sentence.end)).split(' ');
  const pieces = diffArrays(words(before), words(after), { maxEditLength: 60 }) ?? [];
  const gone = pieces.filter((piece) => piece.removed).map((piece) => quoted(piece.value.join(' ')));
  const come = pieces.filter((piece) => piece.added).map((piece) => quoted(piece.value.join(' ')));
  return changed('wording', { gone, come });
}

function speakerOf({ speaker }: Surroundings): string {
  return speaker === null ? 'the article itself' : cutAtWord(oneLine(speaker), LONGEST_TOLD);
}

function quoted(words: string): string {
  return `“${words}”`;
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ');
}
