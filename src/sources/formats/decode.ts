// The text of a file of sources, and its format: told by bytes and words before its name. Pure.
import type { SourceFormat } from '../library/source-formats.ts';
import { unreadable } from './card-read.ts';
import { isEndnoteXml } from './endnote-xml.ts';
import { lettersIn, type TextRead } from './letters.ts';
import { isPubmedXml } from './pubmed-xml.ts';
import { isEndnote, isPubmed } from './tagged-lists.ts';

/** The text by its byte order mark, as UTF-16, UTF-8 or Windows-1252, lines ending in \n. RuleBroken for what is no text. */
export function decodeSources(bytes: Uint8Array): TextRead {
  const kind = kindOfBytes(bytes);
  if (kind !== undefined) throw unreadable(kind);
  const { text, note } = lettersIn(bytes);
  if (text.slice(0, 100_000).includes('\u0000'))
    throw unreadable(`This is not text, so it cannot be a list of sources. ${WHAT_IS_READ}`);
  if (text.trim() === '') throw unreadable('There is nothing in this file. Choose another, or paste the list.');
  return { text, note };
}

const WHAT_IS_READ =
  'The desk reads RIS, BibTeX, CSL-JSON, CSV, and lists of PubMed (.nbib, .xml) and EndNote (.enw, .xml).';

const SIGNS: [sign: string, words: string][] = [
  [
    'PK\u0003\u0004',
    'This is a packed file, as .xlsx, .ods and .zip are. Save the table as CSV, or unpack the file first.',
  ],
  ['%PDF-', 'This is a PDF. A list of sources comes out of the program that keeps it, as RIS, BibTeX or CSV.'],
  ['\u00d0\u00cf\u0011\u00e0', 'This is an older Office document. Save the table as CSV.'],
  ['\u001f\u008b', 'This is a packed file. Unpack it first.'],
  ['SQLite format 3', 'This is a database. Export the sources from the program that it belongs to, as RIS or CSV.'],
];

function kindOfBytes(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  return SIGNS.find(([sign]) => start.startsWith(sign))?.[1];
}

const ENDINGS: Record<string, SourceFormat> = {
  ris: 'ris',
  bib: 'bib',
  bibtex: 'bib',
  json: 'csl.json',
  csl: 'csl.json',
  csv: 'csv',
  tsv: 'csv',
};

/** The format of a text; its name decides only where its words do not. RuleBroken where it is none. */
export function guessFormat(text: string, name: string): SourceFormat {
  const start = text.slice(0, 200_000);
  if (/^\s*[[{]/.test(start) && /"/.test(start)) return 'csl.json';
  if (/^[ \t]*TY {1,3}-/m.test(start) || isPubmed(start) || isEndnote(start)) return 'ris';
  if (isEndnoteXml(start) || isPubmedXml(start)) return 'ris';
  if (/^\s*<(?:\?xml|\w+[\s>])/.test(start) && !/^\s*<(?:html|!doctype html)/i.test(start))
    throw unreadable('This is XML of a kind that the desk does not read. Export the list as RIS, BibTeX or CSV.');
  if (/^WARC\/\d/.test(start))
    throw unreadable('This is a web archive, not a list. Add it to the card of its source as a saved copy.');
  if (/^[ \t]*@[a-zA-Z]+[ \t]*[{(]/m.test(start)) return 'bib';
  const named = ENDINGS[/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''];
  if (named !== undefined) return named;
  if (/^[A-Z][A-Z0-9] {1,3}- /m.test(start)) return 'ris';
  const head = start.trimStart().split('\n', 1)[0] ?? '';
  if (/[,;\t|]/.test(head) || /^"?(?:title|url)"?$/i.test(head)) return 'csv';
  throw unreadable(
    `The desk does not recognise this as a list of sources. ${WHAT_IS_READ} If it is one of them, say which under “Format”.`,
  );
}
