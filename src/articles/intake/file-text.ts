// The text of a file's bytes, or a sentence that says what to do where they are no text.
import { cutAtWord } from '#src/cut-at-word.ts';
import { RuleBroken, TooLarge } from '#src/errors.ts';
import { cleanLine } from '#src/text-fields.ts';
import { ARTICLE_BYTES } from '../article.ts';
import { damagedLetters } from '../documents/encoding.ts';

export interface FileGiven {
  name: string;
  bytes: Buffer;
}

const ENDINGS = /\.(txt|text|md|markdown)$/i;
const WHAT_TO_DO =
  'The desk reads .docx, .odt, .rtf, .pdf, .html, .eml, .txt and .md files: save it as one of these, or copy the text and paste it.';
const CONTROLS = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;

const KINDS: Record<string, string> = {
  pdf: 'a PDF',
  rtf: 'a rich text document (RTF)',
  docx: 'a Word document',
  odt: 'an OpenDocument text',
  pptx: 'a presentation',
  xlsx: 'a spreadsheet',
  cfb: 'an older Word document (.doc), or one that is locked with a password; in Word, “Save as” makes a .docx of it',
  epub: 'an e-book',
  zip: 'a zip archive',
};

/**
 * The text of a file: UTF-8, or UTF-16 with its byte order mark. Throws RuleBroken (field `file`) where it is empty,
 * something else than text, or written in another encoding; TooLarge where it is longer than an article may be.
 */
export async function readFileText(file: FileGiven): Promise<string> {
  const name = `“${shortName(file.name)}”`;
  if (file.bytes.length === 0) throw refused(`${name} is empty. Choose another file, or paste the text.`);
  const kind = kindByStart(file.bytes);
  if (kind) throw refused(`${name} is ${kind}. ${WHAT_TO_DO}`);
  const text = decode(file.bytes);
  if (text === undefined || CONTROLS.test(text)) throw await notText(file, name);
  if (/^\s*<(!doctype\s+html|html[\s>])/i.test(text)) throw refused(`${name} is a web page (HTML). ${WHAT_TO_DO}`);
  if (/^WARC\/\d/.test(text)) throw refused(`${name} is a web archive (WARC). ${SAVE_THE_PAGE}`);
  if (/\.[a-z0-9]{1,8}$/i.test(file.name) && !ENDINGS.test(file.name))
    throw refused(`${name} is not a .txt or .md file. ${WHAT_TO_DO}`);
  const damaged = damagedLetters(text);
  if (damaged !== '')
    throw refused(
      `${name} has letters that were damaged before it came here: “${damaged}”. Export it again from where it was written, as UTF-8; or paste the text.`,
    );
  if (Buffer.byteLength(text) > ARTICLE_BYTES)
    throw new TooLarge(
      `${name} holds more than 1,000,000 bytes of text. Add it as several articles, one per chapter.`,
      'file',
    );
  if (text.trim() === '')
    throw refused(`${name} holds nothing but white space. Choose another file, or paste the text.`);
  return withPages(text);
}

/** A new page is a new paragraph, unless a sentence plainly goes on behind it. */
function withPages(text: string): string {
  return text.replace(/[ \t\r\n]*\f[ \t\r\n\f]*/g, (mark, at: number) => {
    const [before, after] = [text.charAt(at - 1), text.charAt(at + mark.length)];
    return /[\p{L}\p{N},;–—-]/u.test(before) && /\p{Ll}/u.test(after) ? '\n' : '\n\n';
  });
}

/** Whether the file is Markdown, by the ending of its name. */
export function isMarkdown(name: string): boolean {
  return /\.(md|markdown)$/i.test(name);
}

/** The text of the bytes, without a byte order mark; undefined where they are in no encoding that is read here. */
function decode(bytes: Buffer): string | undefined {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** PDF and RTF begin with letters, so that a small one could pass for text. Other kinds are asked of file-type only when the
 * bytes are no text: it takes "BMW said" for a picture. */
function kindByStart(bytes: Buffer): string | undefined {
  const start = bytes.subarray(0, 5).toString('latin1');
  if (start === '%PDF-') return KINDS.pdf;
  return start === '{\\rtf' ? KINDS.rtf : undefined;
}

async function notText(file: FileGiven, name: string): Promise<RuleBroken> {
  const { fileTypeFromBuffer } = await import('file-type');
  const type = await fileTypeFromBuffer(file.bytes).catch(() => undefined);
  const kind = type && (KINDS[type.ext] ?? (/^image\//.test(type.mime) ? 'a picture' : `no text (${type.mime})`));
  if (kind) return refused(`${name} is ${kind}. ${WHAT_TO_DO}`);
  if (looksLikeUtf16(file.bytes)) return refused(`${name} is written in UTF-16 without saying so. ${SAVE_AS_UTF8}`);
  if (file.bytes.includes(0))
    return refused(`${name} is not text: it contains bytes that are not letters. ${WHAT_TO_DO}`);
  return refused(`${name} is not written in UTF-8, perhaps in Windows-1252 (“ANSI”). ${SAVE_AS_UTF8}`);
}

const SAVE_THE_PAGE =
  'Open the page in the program that shows such archives, save it there as HTML or MHTML, and choose that; or copy the text and paste it.';

const SAVE_AS_UTF8 =
  'Open it in your editor, save it as UTF-8 (“Save as”, then “Encoding”), and choose it again; or paste the text.';

/** In UTF-16 every second byte of most scripts is the same high byte: 0 for Latin, and so on. */
function looksLikeUtf16(bytes: Buffer): boolean {
  const sample = bytes.subarray(0, 2000);
  if (sample.length < 8 || bytes.length % 2 === 1 || !sample.includes(0)) return false;
  return [0, 1].some((parity) => {
    const zeros = sample.filter((byte, at) => at % 2 === parity && byte === 0).length;
    return zeros > sample.length / 4 && zeros === sample.filter((byte) => byte === 0).length;
  });
}

function shortName(name: string): string {
  const line = cleanLine(name.split(/[\\/]/).at(-1) ?? '');
  return line === '' ? 'The file' : cutAtWord(line, 80);
}

function refused(sentence: string): RuleBroken {
  return new RuleBroken(sentence, 'file');
}
