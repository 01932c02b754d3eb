// Which letters the codes of a font in a PDF stand for, and a code for a mark that is not drawn. Pure.
import { type PdfObjects, packedStream, referredBy, unpackedStream } from './pdf-objects.ts';

export interface FontWords {
  /** By code, four hexadecimal digits. */
  letters: ReadonlyMap<string, string>;
  /** A code that draws nothing and says that words are read from the right; null where the font takes none. */
  mark: string | null;
}

/** Right-to-left mark. */
const MARK = '\u200f';
/** Letters that one glyph draws: programs turn them round with the line. */
const JOINED = /^[\p{Script=Arabic}\p{Script=Hebrew}\u200c\u200d]{2,}$/u;
const LAST_CODE = 0xfffe;

/** The letters of the font in this object, to which a code for the mark is added. */
export function fontWordsOf(pdf: PdfObjects, number: number): FontWords {
  const words = pdf.objects.get(number)?.words ?? '';
  const [at, table] = referredBy(pdf, words, 'ToUnicode') ?? [];
  if (table === undefined || at === undefined) return { letters: new Map(), mark: null };
  const text = unpackedStream(table).toString('latin1');
  const letters = new Map<string, string>();
  for (const [block] of text.matchAll(/beginbfchar[\s\S]*?endbfchar/g))
    for (const [, code = '', hex = ''] of block.matchAll(/<([0-9A-F]{4})>\s*<([0-9A-F]*)>/gi))
      letters.set(code.toLowerCase(), fromUtf16(hex).replace(TURNS, ''));
  const mark = addMark(pdf, words, letters);
  const turned = [...letters]
    .filter(([, said]) => JOINED.test(said))
    .map(([code, said]) => [code, turnedRound(said)] as const);
  const changed = mark === null ? turned : [...turned, [mark, MARK] as const];
  if (changed.length > 0) {
    const more = `${changed.length} beginbfchar\n${changed.map(([code, said]) => `<${code}> <${utf16(said)}>\n`).join('')}endbfchar\n`;
    pdf.objects.set(
      at,
      packedStream(keysOf(table.words), Buffer.from(text.replace('endcmap', `${more}endcmap`), 'latin1')),
    );
  }
  return { letters, mark };
}

/** In the order of the sheet; without letters that nobody sees, for which some programs leave the whole out. */
function turnedRound(said: string): string {
  return [...said.replace(/[\u200c\u200d]/g, '')].reverse().join('');
}

/** Codes are glyphs themselves: one more gets the glyph of the space, and no width. */
function addMark(pdf: PdfObjects, font: string, letters: ReadonlyMap<string, string>): string | null {
  const inner = Number(/\/DescendantFonts \[(\d+) 0 R\]/.exec(font)?.[1] ?? 0);
  const object = pdf.objects.get(inner);
  const [space] = [...letters].find(([, letter]) => letter === ' ') ?? [];
  const codes = [...letters.keys()].map((code) => Number.parseInt(code, 16));
  const code = Math.max(...codes) + 1;
  if (object === undefined || space === undefined || code > LAST_CODE) return null;
  if (!/\/CIDToGIDMap \/Identity/.test(object.words) || !/\/DW 0\b/.test(object.words)) return null;
  const glyphs = Buffer.alloc(2 * (code + 1));
  for (let one = 0; one < code; one += 1) glyphs.writeUInt16BE(one, 2 * one);
  glyphs.writeUInt16BE(Number.parseInt(space, 16), 2 * code);
  const map = Math.max(...pdf.objects.keys()) + 1;
  pdf.objects.set(map, packedStream('', glyphs));
  const words = object.words.replace('/CIDToGIDMap /Identity', `/CIDToGIDMap ${map} 0 R`);
  pdf.objects.set(inner, { ...object, words });
  return code.toString(16).padStart(4, '0');
}

/** The keys of a stream's dictionary, but how it is packed and how long it is. */
function keysOf(words: string): string {
  return words
    .replace(/^<<|>>$/g, '')
    .replace(/\/(Length \d+|Filter \/\w+)/g, '')
    .trim();
}

/** Letters that Typst adds around words in another way of reading: nobody sees them, and no glyph stands for them. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;
const REPLACED =
  /\/Span <<\s*\/ActualText <feff([0-9a-f]*)>\s*>> BDC\s((?:\/ReversedChars BMC\s)?(?:(?!B[DM]C\b|\bEMC\b)[\s\S])*(?:EMC\s(?=EMC\b))?)EMC\s/gi;

/** The content without the replacement texts that say nothing but such a letter besides what the glyph says. */
export function withoutTurns(content: string, fonts: ReadonlyMap<string, FontWords>): string {
  return content.replace(REPLACED, (whole, hex: string, shown: string) => {
    const [, font = ''] = /\/(\w+) \S+ Tf/.exec(shown) ?? [];
    const [code, ...others] = shown.match(/(?<=<[0-9a-f]*)[0-9a-f]{4}/gi) ?? [];
    const said = fonts.get(font)?.letters.get(code?.toLowerCase() ?? '');
    return others.length === 0 && said === fromUtf16(hex).replace(TURNS, '') ? shown : whole;
  });
}

function fromUtf16(hex: string): string {
  return Buffer.from(hex, 'hex').swap16().toString('utf16le');
}

/** In hexadecimal digits, as PDFs spell letters. */
export function utf16(words: string): string {
  return Buffer.from(words, 'utf16le').swap16().toString('hex');
}
