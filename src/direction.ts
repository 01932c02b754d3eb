// Which way words are read: by their letters, else by the language of the text. Pure.

export type Direction = 'ltr' | 'rtl';

const TO_THE_LEFT =
  /[\p{Script=Adlam}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Mandaic}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Syriac}\p{Script=Thaana}]/u;
const LETTER = /\p{L}/u;
const SCRIPTS = ['Adlm', 'Arab', 'Aran', 'Hebr', 'Mand', 'Nkoo', 'Samr', 'Syrc', 'Thaa'];
/** Letters of the text's own way count for so many: a foreign name at its head, or a long quotation, turns no paragraph round. */
const OWN_WEIGHT = 3;

/** The way that most of the letters go; without any, the way of the language. */
export function directionOf(words: string, language?: string): Direction {
  const own = directionOfLanguage(language);
  if (own === 'ltr' && !TO_THE_LEFT.test(words)) return 'ltr';
  let [left, right] = [0, 0];
  for (const letter of words) {
    if (TO_THE_LEFT.test(letter)) left += 1;
    else if (LETTER.test(letter)) right += 1;
  }
  if (own === 'rtl') return right > left * OWN_WEIGHT ? 'ltr' : 'rtl';
  return left > right * OWN_WEIGHT ? 'rtl' : 'ltr';
}

/**
 * The `dir` of an element that holds these words and no others: `auto`, with which browsers go by the first letter, unless
 * that letter misleads.
 */
export function dirOf(words: string, language?: string): Direction | 'auto' {
  const first = LETTER.exec(words)?.[0];
  const direction = directionOf(words, language);
  if (first === undefined) return direction === 'rtl' ? 'rtl' : 'auto';
  return TO_THE_LEFT.test(first) === (direction === 'rtl') ? 'auto' : direction;
}

const ISOLATE = '\u2068';
const END_OF_ISOLATE = '\u2069';
const OPENS_ISOLATE = /[\u2066-\u2068]/;
const TURNS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/**
 * The words, where they are read to the left or hold a mark that turns words round, between marks that keep this from what
 * stands beside them. Only for text without elements: elsewhere `dir` and `bdi` do it.
 */
export function isolated(words: string): string {
  if (!TO_THE_LEFT.test(words) && !TURNS.test(words)) return words;
  let [open, stray] = [0, 0];
  for (const letter of words) {
    if (OPENS_ISOLATE.test(letter)) open += 1;
    else if (letter === END_OF_ISOLATE && open > 0) open -= 1;
    else if (letter === END_OF_ISOLATE) stray += 1;
  }
  return `${ISOLATE.repeat(stray + 1)}${words}${END_OF_ISOLATE.repeat(open + 1)}`;
}

/** By language: a page asks thousands of times. What comes from outside never makes it long. */
const ways = new Map<string, Direction>();
const WAYS_KEPT = 500;

/** The way of a BCP 47 language; 'ltr' where it is not known. */
function directionOfLanguage(language = 'und'): Direction {
  const known = ways.get(language);
  if (known !== undefined) return known;
  if (ways.size === WAYS_KEPT) ways.clear();
  const way = wayOf(language);
  ways.set(language, way);
  return way;
}

function wayOf(language: string): Direction {
  try {
    return SCRIPTS.includes(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'ltr';
  } catch {
    return 'ltr';
  }
}
