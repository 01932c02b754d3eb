// In which language a text is written, by its letters and small words; null where that is not sure. Pure.
import { COMMON_WORDS } from './common-words.ts';

/** So many letters of a text tell its language. */
const READ = 20_000;
/** Fewer small words than these are no proof. */
const FEWEST = 8;
/** So much of all words has to be small words of the language, and so many times more than of the next. */
const [SHARE, MARGIN] = [0.22, 1.25];

/**
 * Galician shares most small words with Portuguese. Words that each alone writes, endings too, tell the two apart: so many
 * of one, and so many times more than of the other.
 */
const PORTUGUESE = /^(?:não|uma|um|em|com|são|pelo|pela|isso|também|já|às|\p{L}+(?:ão|ões|ães))$/u;
const GALICIAN = /^(?:non|unha|un|con|polo|pola|iso|tamén|xa|\p{L}*ñ\p{L}*|\p{L}+cións?)$/u;
const [OWN, TIMES_MORE] = [4, 5];

/** The tag of the language ("es"), or null: a wrong guess would read the numbers wrong. */
export function guessLanguage(text: string): string | null {
  const read = text.slice(0, READ);
  const letters = read.match(/\p{L}/gu)?.length ?? 0;
  const latin = read.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return latin * 2 < letters ? byScript(read, letters) : bySmallWords(read);
}

function bySmallWords(text: string): string | null {
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  const counts = Object.entries(COMMON_WORDS).map(
    ([language, common]) => [language, words.filter((word) => common.has(word)).length] as const,
  );
  const [[language, most] = ['', 0], ...others] = counts.sort((a, b) => b[1] - a[1]);
  const isTold = language === 'pt' && isPortuguese(words);
  const [, next] = others.find(([other]) => other !== 'gl' || !isTold) ?? ['', 0];
  const isSure = most >= FEWEST && most >= SHARE * words.length && most >= MARGIN * next;
  return isSure ? language : null;
}

function isPortuguese(words: readonly string[]): boolean {
  const own = words.filter((word) => PORTUGUESE.test(word)).length;
  return own >= OWN && own >= TIMES_MORE * words.filter((word) => GALICIAN.test(word)).length;
}

/** Scripts that one language writes; of those that several write, the letters that only one of them has. */
const SCRIPTS: readonly (readonly [RegExp, (text: string) => string | null])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, () => 'ja'],
  [/\p{Script=Hangul}/gu, () => 'ko'],
  [/\p{Script=Greek}/gu, () => 'el'],
  [/\p{Script=Hebrew}/gu, () => 'he'],
  [/\p{Script=Thai}/gu, () => 'th'],
  [/\p{Script=Han}/gu, () => 'zh'],
  [/\p{Script=Arabic}/gu, arabicScript],
  [/\p{Script=Cyrillic}/gu, cyrillicScript],
];

function byScript(text: string, letters: number): string | null {
  // Japanese writes with Han letters, too: a few of its own tell.
  const found = SCRIPTS.find(
    ([script]) => (text.match(script)?.length ?? 0) * (script === SCRIPTS[0]?.[0] ? 10 : 2) > letters,
  );
  return letters < 40 || found === undefined ? null : found[1](text);
}

/** Pashto, Urdu and Persian have letters that Arabic has not. */
function arabicScript(text: string): string | null {
  if (/[ټډړږښڼۍې]/.test(text)) return 'ps';
  if (/[ٹڈڑے]/.test(text)) return 'ur';
  if (/[پچژگک]/.test(text)) return /[ةيكى]/.test(text) ? null : 'fa';
  return /[ةىأإ]/.test(text) ? 'ar' : null;
}

function cyrillicScript(text: string): string | null {
  if (/[іїєґ]/i.test(text)) return /[ыэ]/i.test(text) ? null : 'uk';
  return /[ыэ]/i.test(text) && !/[їєґўәғқңөүұһ]/i.test(text) ? 'ru' : null;
}
