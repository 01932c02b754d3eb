// What a number counts: the nouns after it.
import { PREPOSITIONS } from './function-words.ts';
import { withoutHidden } from './hidden-letters.ts';
import { isFunctionWord, type Token } from './tokens.ts';
import { COMPOUND, COUNTED_STATES, isPlural, isVerb, MEASURES, NOT_MEASURED, SORTS, SPANS } from './unit-words.ts';

/**
 * The unit that starts at a token: up to the first plural, at most four words; else the one word that follows, where it
 * is sure to be counted. `counted` is the amount, since one of something is counted in the singular.
 */
export function unitAfter(
  tokens: readonly Token[],
  at: number,
  counted: { low: number | null; high: number | null } = { low: null, high: null },
): string | null {
  const joined = joinedUnit(tokens, at) ?? degrees(tokens, at) ?? hangingUnit(tokens, at);
  if (joined) return joined;
  const from = behindOf(tokens, at);
  const whole = measureBefore(tokens, from);
  if (whole) return whole;
  const words: string[] = [];
  for (let index = from; index < from + 4; index++) {
    const token = tokens[index];
    if (token && QUOTES.test(token.text) && index - from < 3) continue;
    if (token?.kind !== 'word' || isBoundary(tokens, index, from)) break;
    words.push(withoutHidden(token.text));
    if (isPlural(token)) return [...words, ...pluralBehind(tokens, index)].join(' ');
    if (token.is_possessive) break;
  }
  const first = tokens[from];
  // "One top-10 shareholder".
  const own = MEASURES.test(first?.key ?? '')
    ? (words[0] ?? null)
    : singularOf(words.filter((word) => !/-\d/.test(word)));
  return first && own && isCountedSingly(first, counted) ? own : null;
}

/** "The four “loopholes”", "two 'ghost' ships". */
const QUOTES = /^["“”‘’']$/;

/** Where what is counted has ended: a small word, a preposition, a verb. */
function isBoundary(tokens: readonly Token[], at: number, from: number): boolean {
  const token = tokens[at];
  if (token === undefined || isVerb(token) || PREPOSITIONS.has(token.key)) return true;
  // "7 US soldiers".
  if (token.text === 'US') return false;
  // "Five most recent polls".
  const isMost = token.key === 'most' && at === from && tokens[at + 1]?.kind === 'word';
  return isFunctionWord(token) && !isMost && !/^(?:earlier|later|once)$/.test(token.key);
}

/** Of one "beaver colony" the two words; of one "bridge stands" the first. */
function singularOf(words: readonly string[]): string | null {
  const kept = [...words];
  const isTail = (word: string) => /[^su]s$|^(?:earlier|later|once)$/.test(word) || COUNTED_STATES.test(word);
  while (kept.length > 1 && isTail(kept.at(-1) ?? '')) kept.pop();
  return kept.length > 0 ? kept.slice(0, 2).join(' ') : null;
}

/** "24 hour news", "1 percentage point": a measure that stands in the singular before what it measures. */
function measureBefore(tokens: readonly Token[], at: number): string | null {
  const [first, second] = [tokens[at], tokens[at + 1]];
  if (first?.key === 'percentage' && /^points?$/.test(second?.key ?? '')) return `${first.text} ${second?.text}`;
  const isSpan = first !== undefined && SPANS.test(first.key) && !first.is_possessive;
  return isSpan && second?.kind === 'word' && !isFunctionWord(second) ? withoutHidden(first.text) : null;
}

/** "a 30-yard shot", "a 20-minute delay": the measure behind a hyphen. */
function joinedUnit(tokens: readonly Token[], at: number): string | null {
  const [number, hyphen, unit] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (hyphen?.text !== '-' || hyphen.start !== number?.end || unit?.start !== hyphen.end) return null;
  if (unit.key === 'fold') return 'times';
  if (/^years?-olds?$/.test(unit.key)) return 'years';
  // "A 9,000-strong workforce".
  if (unit.key === 'strong') return unitAfter(tokens, at + 2) ?? plainWord(tokens[at + 2]);
  return !unit.is_capital && isMeasuring(unit.key) ? withoutHidden(unit.text) : null;
}

/** Whether a number with a hyphen before such a word says how much or how many: "a 30-yard shot", "a six-judge panel". */
export function isMeasuring(key: string): boolean {
  return (
    MEASURES.test(key) ||
    (/^\p{Ll}{3,}$/u.test(key) && !NOT_MEASURED.test(key) && !/(?:[a-z]{2}ed|ing|al|ly|ern|ist)$/.test(key))
  );
}

function plainWord(token: Token | undefined): string | null {
  const isPlain = token?.kind === 'word' && !isFunctionWord(token) && !isVerb(token);
  return isPlain ? withoutHidden(token.text) : null;
}

/** "1,500 coal- and gas-fired plants", "12 short- and long-haul routes". */
function hangingUnit(tokens: readonly Token[], at: number): string | null {
  const [first, hyphen, joint, second] = tokens.slice(at, at + 4);
  if (first?.kind !== 'word' || isFunctionWord(first) || hyphen?.text !== '-' || hyphen.start !== first.end)
    return null;
  if (!/^(?:and|or)$/.test(joint?.key ?? '') || joint?.start === hyphen.end || !second?.key.includes('-')) return null;
  const rest = tokens.slice(at + 4, at + 7);
  const last = rest.findIndex(isPlural);
  const between = rest.slice(0, Math.max(0, last));
  if (last < 0 || between.some((token) => token.kind !== 'word' || isFunctionWord(token) || isVerb(token))) return null;
  return `${first.text}- ${joint?.text} ${tokens
    .slice(at + 3, at + 5 + last)
    .map(({ text }) => withoutHidden(text))
    .join(' ')}`;
}

/** "38 degrees Celsius", "minus 14 Celsius". */
function degrees(tokens: readonly Token[], at: number): string | null {
  const scale = tokens[/^degrees?$/.test(tokens[at]?.key ?? '') ? at + 1 : at]?.key ?? '';
  return scale === 'celsius' || scale === 'centigrade' ? '°C' : scale === 'fahrenheit' ? '°F' : null;
}

/** Past "more", "of the", "of the borough's six": where what is counted begins. */
function behindOf(tokens: readonly Token[], at: number): number {
  if (!/^(?:of|more|other)$/.test(tokens[at]?.key ?? '')) return at;
  let from = at + 1;
  if (tokens[at]?.key !== 'of') return from + (/^(?:the|its|their|our|all)$/.test(tokens[from]?.key ?? '') ? 1 : 0);
  if (/^(?:the|its|their|our|all|his|her|these|those)$/.test(tokens[from]?.key ?? '')) from += 1;
  for (let to = from; to < from + 3; to += 1) {
    const token = tokens[to];
    const isCount =
      token?.kind === 'number' ||
      /^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)$/.test(token?.key ?? '');
    if (isCount) return to + 1;
    if (token?.is_possessive !== true && !token?.is_capital) break;
  }
  return from;
}

/** Of "police officers" the officers, of "teachers unions" the unions; but "three hours costs" ends with the hours. */
function pluralBehind(tokens: readonly Token[], at: number): string[] {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (!token || !next || token.is_possessive || next.kind !== 'word' || next.is_capital) return [];
  const isSort = SORTS.has(token.key) || COMPOUND.test(token.key);
  return isSort && isPlural(next) && !isFunctionWord(next) && !isVerb(next) ? [withoutHidden(next.text)] : [];
}

function isCountedSingly(token: Token, { low, high }: { low: number | null; high: number | null }): boolean {
  if (COUNTED_STATES.test(token.key) || MEASURES.test(token.key)) return true;
  const one = low ?? high;
  return one !== null && Math.abs(one) <= 1;
}
