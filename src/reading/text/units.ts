// What a number counts: the nouns after it.
import { PREPOSITIONS } from './function-words.ts';
import { withoutHidden } from './hidden-letters.ts';
import { IRREGULAR_PASTS } from './irregular-pasts.ts';
import { isFunctionWord, type Token } from './tokens.ts';

const PLURALS_WITHOUT_S = new Set(
  'people men women children pence police troops percent cattle sheep fish personnel staff data media aircraft feet mice teeth'.split(
    ' ',
  ),
);
/** Before another plural they say of what sort it is: "police officers", "staff members". */
const SORTS = new Set('police staff media data aircraft personnel'.split(' '));
const NO_PLURAL = /(?:ss|us|is|ous)$/;
/** What happened to those who are counted, where it stands for them. */
const COUNTED_STATES = /^(?:dead|wounded|injured|missing|sick|ill|homeless|infected|unemployed|displaced)$/;
/** Singular measures, and wholes that are counted one by one in figures of speech. */
const MEASURES =
  /^(?:percent|degree|kilo|ton|tonne|metre|meter|mile|kilometre|kilometer|centimetre|centimeter|millimetre|millimeter|kilogram|acre|hectare|litre|liter|gallon|barrel|pound|ounce|inch|foot|yard|cent|euro|dollar|rupee|yen|rouble|ruble|peso|franc|crore|lakh|crew|infantry|cavalry|livestock|poultry|horsepower|[kmc]?m|[km]?g|mg|lbs?|oz|ft|mph|km\/h|kph|[kmg]wh?|[kmg]?hz|[kmgt]b|hrs?|mins?|secs?|bn|ha|sqm)$/;
/** "40 said", "10 declined": verbs that end like no past. */
const VERBS =
  /^(?:says?|said|died|dies|fled|flee|left|leave|were|was|came|come|came|hit|remain|survive|declines?|agree)$/;

/**
 * The unit that starts at a token: up to the first plural, at most four words; else the one word that follows, where it
 * is sure to be counted. `counted` is the amount, since one of something is counted in the singular.
 */
export function unitAfter(
  tokens: readonly Token[],
  at: number,
  counted: { low: number | null; high: number | null } = { low: null, high: null },
): string | null {
  const joined = joinedUnit(tokens, at) ?? degrees(tokens, at);
  if (joined) return joined;
  const from = behindOf(tokens, at);
  const words: string[] = [];
  for (let index = from; index < from + 4; index++) {
    const token = tokens[index];
    if (
      token?.kind !== 'word' ||
      (isFunctionWord(token) && !/^(?:earlier|later|once)$/.test(token.key)) ||
      PREPOSITIONS.has(token.key) ||
      isVerb(token)
    )
      break;
    words.push(withoutHidden(token.text));
    if (isPlural(token)) return [...words, ...pluralBehind(tokens, index)].join(' ');
    if (token.is_possessive) break;
  }
  const first = tokens[from];
  // "One top-10 shareholder".
  const own = words.find((word) => !/-\d/.test(word)) ?? null;
  return first && words.length > 0 && isCountedSingly(first, counted) ? own : null;
}

/** "a 30-yard shot", "a 20-minute delay": the measure behind a hyphen. */
function joinedUnit(tokens: readonly Token[], at: number): string | null {
  const [number, hyphen, unit] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (hyphen?.text !== '-' || hyphen.start !== number?.end || unit?.start !== hyphen.end) return null;
  const isMeasure = MEASURES.test(unit.key) || /^(?:second|minute|hour|day|week|month|year|decade)$/.test(unit.key);
  if (unit.key === 'fold') return 'times';
  return isMeasure ? withoutHidden(unit.text) : null;
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

/** Of "police officers" the officers. */
function pluralBehind(tokens: readonly Token[], at: number): string[] {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (!token || !next || !SORTS.has(token.key) || next.kind !== 'word' || next.is_capital) return [];
  return isPlural(next) && !isFunctionWord(next) && !isVerb(next) ? [withoutHidden(next.text)] : [];
}

function isCountedSingly(token: Token, { low, high }: { low: number | null; high: number | null }): boolean {
  if (COUNTED_STATES.test(token.key) || MEASURES.test(token.key)) return true;
  const one = low ?? high;
  return one !== null && Math.abs(one) <= 1;
}

/** A word that says what somebody did rather than who is counted. */
function isVerb({ key }: Token): boolean {
  return VERBS.test(key) || (IRREGULAR_PASTS.has(key) && !/^(?:cut|set|hit)$/.test(key)) || isRegularPast(key);
}

function isRegularPast(key: string): boolean {
  return (
    /[a-z]{2}ed$/.test(key) &&
    !/^(?:armed|masked|alleged|suspected|wounded|injured|displaced|infected|unemployed|registered|confirmed|reported|detained|elected|hundred|unidentified|unarmed|uniformed|hooded|seasoned|skilled|trained|retired|convicted|qualified|affected|estimated|married|marked|ruined|damaged|abandoned|bed|seed|weed|shed|sled|steed|breed|feed)$/.test(
      key,
    )
  );
}

function isPlural(token: Token): boolean {
  return (
    PLURALS_WITHOUT_S.has(token.key) ||
    /(?:children|men|women|people|folk)$/.test(token.key) ||
    (/[a-z]{2}s$/.test(token.key) && !NO_PLURAL.test(token.key))
  );
}
