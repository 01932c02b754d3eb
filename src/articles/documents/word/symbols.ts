// Symbols of fonts that have characters of their own, as Unicode knows them.
import { codePoint } from 'dingbat-to-unicode';

const FONTS = /^(?:symbol|wingdings(?: [23])?|webdings)$/i;

/** Whether letters in this font are not what they seem. */
export function isSymbolFont(font: string | undefined): boolean {
  return font !== undefined && FONTS.test(font);
}

/** The character for a code of a symbol font, in its private place (F0xx) or not; undefined where nobody knows it. */
export function symbolOf(font: string, code: number): string | undefined {
  const plain = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  const known = codePoint(font, plain)?.string;
  // The micro sign and the Greek letter look the same: units are written with the sign of the keyboard.
  if (known !== undefined) return known;
  return FONTS.test(font) || code >= 0xe000 ? undefined : String.fromCodePoint(code);
}

/** Letters that stand in a symbol font; each that nobody knows is given to `lost` and shown as `[?]`. */
export function inSymbolFont(text: string, font: string, lost: (code: number) => void): string {
  return [...text]
    .map((one) => {
      if (/\s/.test(one)) return one;
      const code = one.codePointAt(0) ?? 0;
      const known = symbolOf(font, code);
      if (known === undefined) lost(code);
      return known ?? '[?]';
    })
    .join('');
}
