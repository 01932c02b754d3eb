// Statements of time with the days they mean, once a person has said on which day the article is dated.
import { sayDate } from '#src/dates.ts';
import { tenseAt } from '#src/reading/entities/tense.ts';
import { tenseAbroad } from '#src/reading/entities/tense-abroad.ts';
import { type ResolvedTime, resolveTime } from '#src/reading/entities/time-resolution.ts';
import { timesOf } from '#src/reading/entities/times.ts';
import { inEnglish } from '#src/reading/entities/times-abroad.ts';
import { lexiconOf } from '#src/reading/lexicons/lexicons.ts';
import { sentencesOf } from '#src/reading/sentences/sentences.ts';
import type { Range } from '#src/reading/text/range.ts';

export interface TimeSaid {
  words: string;
  /** "1 April 2011 to 30 April 2011", or the length of a span; empty where the words name no day. */
  meaning: string;
  /** No calendar has the day: the meaning says so in a sentence of its own. */
  is_no_day: boolean;
}

type Dated = { dated_on: string | null; language?: string };

/** The statements of time in this range that mean something beyond their words; none while the article has no date. */
export function timesSaid(text: string, range: Range, { dated_on, language }: Dated): TimeSaid[] {
  if (dated_on === null) return [];
  const times = timesOf(text, range, language);
  const lexicon = lexiconOf(language);
  const sentences = times.length > 0 ? sentencesAround(text, range, language) : [];
  return times
    .map((time) => {
      const sentence = sentences.find(({ end }) => time.start < end) ?? range;
      const words = text.slice(time.start, time.end);
      const resolved = lexicon
        ? resolveTime(inEnglish(words, lexicon), dated_on, tenseAbroad(text, sentence, time, lexicon.tense))
        : resolveTime(words, dated_on, tenseAt(text, sentence, time));
      return { words, meaning: meaningOf(resolved), is_no_day: resolved.no_such_day !== undefined };
    })
    .filter((time) => time.meaning !== '');
}

/** The sentences of the paragraphs that a range stands in. */
function sentencesAround(text: string, { start, end }: Range, language?: string): Range[] {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const behind = text.indexOf('\n', end);
  const to = behind < 0 ? text.length : behind;
  return sentencesOf(text.slice(from, to), language).map((each) => ({
    start: each.start + from,
    end: each.end + from,
  }));
}

function meaningOf({ from, to, length, no_such_day }: ResolvedTime): string {
  if (no_such_day !== undefined) return no_such_day;
  if (from !== null && to !== null && from !== to) return `${sayDate(from)} to ${sayDate(to)}`;
  const day = from ?? to;
  if (day !== null) return sayDate(day);
  return length === null ? '' : lengthWords(length);
}

const UNITS: Record<string, string> = { Y: 'year', M: 'month', W: 'week', D: 'day', H: 'hour' };

/** "P1Y" as "one span of 1 year"; minutes and seconds are said as they are printed anyway. */
function lengthWords(length: string): string {
  const parts = /^P(?:(\d+)([YMWD])|T(\d+)(H))$/.exec(length);
  const count = parts?.[1] ?? parts?.[3];
  const unit = UNITS[parts?.[2] ?? parts?.[4] ?? ''];
  if (count === undefined || unit === undefined) return '';
  return `a span of ${count} ${count === '1' ? unit : `${unit}s`}`;
}
