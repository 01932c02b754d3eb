// What the bytes of a copy are, told by the bytes themselves and held against what was said of them.
import { kindOf } from '#src/articles/documents/kind.ts';
import { RuleBroken } from '#src/errors.ts';
import { ACCEPTED, isAccepted, type Kind, kindOfName, kindOfType } from './kinds.ts';

export interface BytesClaimed {
  bytes: Uint8Array;
  /** The name that was given, or ''. */
  name: string;
  /** The media type that was named, without parameters; or ''. */
  claimed: string;
}

const START = 4096;
const SVG = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*|<!doctype\s+svg[^>]*>\s*){0,5}<svg[\s>]/i;
const FOREIGN: Readonly<Record<string, string>> = {
  zip: 'a zip archive',
  xlsx: 'a spreadsheet',
  pptx: 'a presentation',
  odt: 'an OpenDocument text',
  cfb: 'an older Office document',
  rtf: 'a rich text document (RTF)',
  exe: 'a program',
  elf: 'a program',
  macho: 'a program',
};

/**
 * The kind of these bytes and, where they were called something else, a sentence that says so; else ''. Throws RuleBroken
 * (field `file`) where they are of no kind that is kept, unless `any` kind is.
 */
export async function tellKind(given: BytesClaimed, { any }: { any: boolean }): Promise<{ kind: Kind; note: string }> {
  const { media_type, words } = await typeOf(given);
  if (!isAccepted(media_type)) {
    if (!any) throw new RuleBroken(`This is ${words}. The desk keeps ${ACCEPTED}. Nothing was stored.`, 'file');
    return { kind: kindOfType(media_type), note: '' };
  }
  const kind = kindOfType(media_type);
  const called = calledAs(given);
  const is_so = called === undefined || called.media_type === media_type || (isSound(called) && isSound(kind));
  if (is_so) return { kind, note: '' };
  const what = given.name === '' ? 'It' : `“${given.name}”`;
  return { kind, note: `${what} came as ${called.words}, but its bytes are ${kind.words}: it is kept as what it is.` };
}

async function typeOf(given: BytesClaimed): Promise<{ media_type: string; words: string }> {
  const { bytes } = given;
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, START)).toString('latin1');
  if (SVG.test(start.replace(/^\u00ef\u00bb\u00bf/, ''))) return named('image/svg+xml');
  const document = kindOf(bytes);
  if (document === 'html') return named('text/html');
  if (document === 'eml') return named('message/rfc822');
  const { fileTypeFromBuffer } = await import('file-type');
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const media_type = found?.mime.split(';', 1)[0] ?? (document === 'pdf' ? 'application/pdf' : '');
  if (media_type !== '' && isAccepted(media_type)) return named(media_type);
  if (found && found.ext !== 'xml')
    return { media_type, words: FOREIGN[found.ext] ?? `a file of the kind .${found.ext}` };
  if (!isText(bytes)) return { media_type: 'application/octet-stream', words: 'nothing that the desk knows' };
  // A piece of a page without its head looks like text: then what was said of it counts.
  const is_piece = calledAs(given)?.media_type === 'text/html' && /<[a-z!]/i.test(start);
  return named(is_piece ? 'text/html' : 'text/plain');
}

function named(media_type: string): { media_type: string; words: string } {
  return { media_type, words: kindOfType(media_type).words };
}

/** What the ending of the name says, else the media type that was named; undefined where neither says anything. */
function calledAs({ name, claimed }: BytesClaimed): Kind | undefined {
  const type = claimed === 'application/xhtml+xml' ? 'text/html' : claimed;
  return kindOfName(name) ?? (isAccepted(type) ? kindOfType(type) : undefined);
}

/** One sound is called many things. */
function isSound({ media_type }: Kind): boolean {
  return media_type.startsWith('audio/');
}

/** Holds no byte that text never has; the mark of UTF-16 at its start excuses zeros. */
function isText(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true;
  return !bytes.subarray(0, 100_000).some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27));
}
