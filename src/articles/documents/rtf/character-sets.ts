// The code pages of rich text files: by number, and by the character set of a font. Pure.
import { lazily } from '#src/lazily.ts';

/** By number, as the encodings of the web call them; what is in no list is read letter by letter as far as it is ASCII. */
const PAGES: Record<number, string> = {
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  10007: 'x-mac-cyrillic',
  65001: 'utf-8',
  ...Object.fromEntries(Array.from({ length: 9 }, (_, at) => [1250 + at, `windows-${1250 + at}`])),
};

/** The code page of the character set of a font; one that says nothing of its own has that of the file. */
const CHARACTER_SETS: Record<number, number> = {
  0: 1252,
  77: 10000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
  254: 437,
  255: 850,
};

/** The character set of fonts whose letters are symbols. */
export const SYMBOLS = 2;

export function codePageOfCharacterSet(set: number | undefined): number | undefined {
  return set === undefined ? undefined : CHARACTER_SETS[set];
}

/** Pages in which some letters are several bytes. */
const OF_SEVERAL_BYTES: ReadonlySet<number> = new Set([932, 936, 949, 950, 65001]);

const decoders = lazily(() => new Map<number, InstanceType<typeof TextDecoder>>());
const alphabets = lazily(() => new Map<number, string>());

/** The letters of bytes in this code page; those that it does not have, and all but ASCII of a page that is unknown here, stand as U+FFFD. */
export function decoded(bytes: string, page: number): string {
  if (!/[^\u0000-\u007F]/.test(bytes)) return bytes;
  const label = PAGES[page];
  if (label === undefined) return bytes.replace(/[^\u0000-\u007F]/g, '\uFFFD');
  if (OF_SEVERAL_BYTES.has(page)) return decodedAs(bytes, { page, label });
  // A file may write each letter apart: to look it up is a tenth of the work of a decoder.
  const known = alphabets().get(page);
  const alphabet = known ?? decodedAs(String.fromCharCode(...Array(256).keys()), { page, label });
  if (known === undefined) alphabets().set(page, alphabet);
  return bytes.replace(/[^\u0000-\u007F]/g, (byte) => alphabet[byte.charCodeAt(0)] ?? '\uFFFD');
}

function decodedAs(bytes: string, { page, label }: { page: number; label: string }): string {
  const decoder = decoders().get(page) ?? new TextDecoder(label);
  decoders().set(page, decoder);
  return decoder.decode(Buffer.from(bytes, 'latin1'));
}
