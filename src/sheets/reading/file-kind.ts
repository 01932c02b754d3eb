// Which kind of table some bytes are, by the bytes; what is none is refused by its name. Pure.
import { PackedParts } from './packed-parts.ts';
import { INSTEAD, unreadable } from './unreadable.ts';

export type TableFile = { kind: 'xlsx' | 'ods'; parts: PackedParts } | { kind: 'text' };

const SIGNS: [sign: string, words: string][] = [
  [
    '\u00d0\u00cf\u0011\u00e0',
    'This is an Excel file of the older kind (.xls), or one with a password. Take the password away, or save it as .xlsx.',
  ],
  ['%PDF-', 'This is a PDF, whose tables nobody can read for sure. Choose the spreadsheet that it was made from.'],
  ['\u001f\u008b', 'This is a packed file. Unpack it first.'],
  ['SQLite format 3', 'This is a database. Export the table from the program that it belongs to, as .csv.'],
  ['{\\rtf', `This is a text document (RTF). ${INSTEAD}`],
];

/** RuleBroken for every kind that is not read. */
export function tableFileOf(bytes: Uint8Array): TableFile {
  const start = Buffer.from(bytes.subarray(0, 2000))
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '');
  const refused = SIGNS.find(([sign]) => start.startsWith(sign));
  if (refused !== undefined) throw unreadable(refused[1]);
  if (!start.startsWith('PK')) return textOf(start);
  const parts = new PackedParts(bytes);
  if (parts.has('mimetype')) return openDocumentIn(parts);
  if (parts.has('xl/workbook.bin')) throw unreadable(`This is a binary Excel workbook (.xlsb). ${INSTEAD}`);
  if (parts.has('[Content_Types].xml') && parts.names.some((name) => /(^|\/)workbook\d*\.xml$/.test(name)))
    return { kind: 'xlsx', parts };
  if (parts.names.some((name) => /\.iwa$|^Index\.zip$/.test(name)))
    throw unreadable('This is a file of Numbers. Export it there as Excel (.xlsx) or CSV.');
  if (parts.names.some((name) => name.startsWith('word/')))
    throw unreadable(
      'This is a Word document. Claims are read from a spreadsheet; an article is added under Articles.',
    );
  throw unreadable(`This is a packed file, and no spreadsheet. ${INSTEAD}`);
}

function openDocumentIn(parts: PackedParts): TableFile {
  const type = parts.get('mimetype').toString('latin1').trim();
  if (/^application\/vnd\.oasis\.opendocument\.spreadsheet(?:-template)?$/.test(type)) {
    const manifest = parts.find('META-INF/manifest.xml')?.toString('utf8') ?? '';
    if (/encryption-data\b/.test(manifest))
      throw unreadable(`This spreadsheet is locked with a password. Take the password away. ${INSTEAD}`);
    return { kind: 'ods', parts };
  }
  throw unreadable(`This is an OpenDocument file, and no spreadsheet. ${INSTEAD}`);
}

function textOf(start: string): TableFile {
  if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<\?[^>]*>\s*)*<(?:Workbook|office:document)\b/.test(start))
    throw unreadable(`This is a spreadsheet written as XML. ${INSTEAD}`);
  if (/^\s*<(?:!doctype\s+html|html|table|\?xml)/i.test(start))
    throw unreadable(
      `This is a web page, whatever its name says: some programs save a table so. Open it in a spreadsheet program. ${INSTEAD}`,
    );
  return { kind: 'text' };
}
