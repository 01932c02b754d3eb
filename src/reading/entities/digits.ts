// The number that printed digits stand for, by the separators of their language. Pure.
import { withoutHidden } from '../text/hidden-letters.ts';
import { readsDecimalComma } from '../text/languages.ts';

/** ½ and its like, as a share of one. */
const VULGAR: Record<string, number> = {
  '¼': 1 / 4,
  '½': 1 / 2,
  '¾': 3 / 4,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
  '⅕': 1 / 5,
  '⅖': 2 / 5,
  '⅗': 3 / 5,
  '⅘': 4 / 5,
  '⅙': 1 / 6,
  '⅚': 5 / 6,
  '⅛': 1 / 8,
  '⅜': 3 / 8,
  '⅝': 5 / 8,
  '⅞': 7 / 8,
};

/** Most numbers by far: nothing parts their digits. */
const BARE = /^\d+$/;
const LAKHS = /^\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?$/;
const BY_COMMAS = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const BY_POINTS = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/;
const BY_POINTS_TWICE = /^\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?$/;
const BY_COMMAS_TWICE = /^\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?$/;
const WITH_POINT = /^\d+(?:\.\d+)?$/;
const WITH_COMMA = /^\d+,\d+$/;

/** The value of "816 000", "1’200’000", "1,20,000", "2½" or "1,5" (by language); null where no reading is sure. */
export function valueOfDigits(printed: string, language?: string): number | null {
  if (BARE.test(printed)) return Number(printed);
  const plain = latinDigits(withoutHidden(printed))
    .replace(/(?<=\d)[\s\u00a0'’٬](?=\d)/g, '')
    .replace('٫', '.');
  const part = VULGAR[plain.at(-1) ?? ''];
  if (part !== undefined) {
    const whole = plain.length === 1 ? 0 : plainValue(plain.slice(0, -1).trim(), language);
    return whole === null ? null : whole + part;
  }
  return plainValue(plain, language);
}

function plainValue(plain: string, language: string | undefined): number | null {
  if (LAKHS.test(plain)) return Number(plain.replaceAll(',', ''));
  const [ours, twice] = readsDecimalComma(language) ? [BY_POINTS, BY_COMMAS_TWICE] : [BY_COMMAS, BY_POINTS_TWICE];
  for (const grouped of [ours, twice]) {
    if (grouped.test(plain))
      return grouped === BY_POINTS || grouped === BY_POINTS_TWICE ? byPoints(plain) : byCommas(plain);
  }
  if (WITH_POINT.test(plain)) return Number(plain);
  return WITH_COMMA.test(plain) ? Number(plain.replace(',', '.')) : null;
}

function byPoints(plain: string): number {
  return Number(plain.replaceAll('.', '').replace(',', '.'));
}

function byCommas(plain: string): number {
  return Number(plain.replaceAll(',', ''));
}

/** Digits of any script as 0 to 9. */
function latinDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => String(digitValue(digit.codePointAt(0) ?? 0)));
}

/** Unicode sets the ten digits of a script in a row that begins where a digit has none before it. */
function digitValue(code: number): number {
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return value;
}
