// Unpacks the archive of a Word document within bounds, and refuses macros and other archives.
import { refused, SAVE_AS_TEXT } from '../refused.ts';
import { BadZip, listZip, unpack, type ZipEntry } from '../zip.ts';

const UNPACKED_BYTES = 30_000_000;

const WITH_PICTURES = 200_000_000;

/** All files of the document by name, in their order, pictures and all. RuleBroken as unpackDocument. */
export function unpackAll(bytes: Buffer): Map<string, Buffer> {
  return unpacked(bytes, () => true, WITH_PICTURES);
}

/** The parts of the document by name. RuleBroken: macros, a bomb, another kind of archive, damage. */
export function unpackDocument(bytes: Buffer): Map<string, Buffer> {
  return unpacked(bytes, isRead, UNPACKED_BYTES);
}

function isRead({ name }: ZipEntry): boolean {
  return /^(\[Content_Types\]\.xml|_rels\/\.rels|docProps\/core\.xml|word\/.*\.(xml|rels|x?html?|mht|mhtml|txt))$/i.test(
    name,
  );
}

function unpacked(bytes: Buffer, isWanted: (entry: ZipEntry) => boolean, limit: number): Map<string, Buffer> {
  try {
    const entries = listZip(bytes);
    assertDocument(entries);
    const contents = unpack(bytes, entries.filter(isWanted), limit);
    if (/macroEnabled/i.test(contents.get('[Content_Types].xml')?.toString('latin1') ?? '')) throw macros();
    return contents;
  } catch (error) {
    if (!(error instanceof BadZip)) throw error;
    if (error.why === 'bomb')
      throw refused('This document is too large when unpacked (limit: 30 MB of text and styles).', SAVE_AS_TEXT);
    if (error.why === 'encrypted') throw refused('This archive is locked with a password.');
    throw damaged(error);
  }
}

/** Which kind of archive it is, by what lies in it. */
function assertDocument(entries: ZipEntry[]): void {
  const has = (pattern: RegExp) => entries.some(({ name }) => pattern.test(name));
  if (has(/vbaProject\.bin$/i)) throw macros();
  if (has(/^word\/document\d*\.xml$/)) return;
  const kind = OTHERS.find(([pattern]) => has(pattern))?.[1] ?? 'a zip archive without a Word document in it';
  throw refused(`This is ${kind}. The desk reads .docx: save it as one.`);
}

const OTHERS: [RegExp, string][] = [
  [/^xl\//, 'a spreadsheet'],
  [/^ppt\//, 'a presentation'],
  [/^content\.xml$/, 'an OpenDocument file'],
  [/^META-INF\/container\.xml$/, 'an e-book'],
  [/^Index\/|\.iwa$/, 'a document of Apple’s Pages'],
];

function macros(): Error {
  return refused('This document has macros, which the desk does not open. In Word, save it as a plain .docx.');
}

/** The refusal of a document that could not be read. */
export function damaged(cause: unknown): Error {
  return Object.assign(
    refused('This Word document is damaged: the desk could not read all of it. Open it in Word and save it again.'),
    { cause },
  );
}
