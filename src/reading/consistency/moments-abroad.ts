// The dates and spans of a sentence in another language than English, each with its sign. Pure.
import { timesOf } from '../entities/times.ts';
import { inEnglish } from '../entities/times-abroad.ts';
import type { Lexicon } from '../lexicons/lexicon.ts';
import { daysOf, type Moment, type Moments, type Span, signed } from './moments.ts';
import type { Counted } from './repeated.ts';

/** What a sentence says of time; null where it has no two dates or no span. */
export function momentsAbroad(
  text: string,
  { sentence, figures }: Counted,
  { language, lexicon }: { language: string; lexicon: Lexicon },
): Moments | null {
  const dates: Moment[] = timesOf(text, sentence, language).flatMap(({ kind, start, end }) => {
    const printed = text.slice(start, end);
    const words = kind === 'date' ? inEnglish(printed, lexicon) : '';
    if (!/(?<!\d)(?:1[5-9]|20)\d\d$/.test(words)) return [];
    const days = daysOf(words.replace(/(?:sun|mon|tues|wednes|thurs|fri|satur)day/, ''));
    return days ? [{ start, end, from: days[0], to: days[1], printed, is_whole_year: /^\d{4}$/.test(words) }] : [];
  });
  const spans: Span[] = figures.flatMap(({ start, end, low, high, comparator, unit, value }) => {
    const english = unit === null ? undefined : spanIn(unit, lexicon);
    if (low === null || low !== high || comparator !== '=' || !english) return [];
    const behind = text.slice(end, end + 24).indexOf(unit ?? '');
    const to = behind >= 0 && behind < 4 ? end + behind + (unit ?? '').length : end;
    return [{ start, end: to, low, unit: english, printed: `${value} ${unit}` }];
  });
  if (dates.length < 2 || spans.length === 0) return null;
  return { words: signed(text, sentence, { dates, hours: [], spans }), dates, hours: [], spans };
}

function spanIn(unit: string, { times }: Lexicon): string | undefined {
  return times.spans.find(([form]) => new RegExp(`^(?:${form})$`, 'iu').test(unit))?.[1];
}
