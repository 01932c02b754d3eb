// The text of bytes that name their encoding themselves, or whose server did.
import { oneOrCounted } from '#src/counted.ts';
import { refused } from './refused.ts';

export interface Decoded {
  text: string;
  /** What a person has to know of it: letters that could not be read, an encoding other than the page's own word. */
  remarks: string[];
}

/**
 * The text of a page by what its bytes are, then by what it says of them: a byte order mark, UTF-8 where they are it, the
 * server's word, the page's own, else Windows-1252. What could not be read is said. RuleBroken for an unknown encoding.
 */
export function decodePage(bytes: Uint8Array, charset = ''): Decoded {
  const marked = byMark(bytes);
  if (marked) return withRemarks(new TextDecoder(marked).decode(bytes));
  const utf8 = asUtf8(bytes);
  if (utf8 !== undefined && (hasOther(bytes) || isReadable(bytes))) return withRemarks(utf8);
  const start = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  const own =
    /<meta\b[^>]*\bcharset\s*=\s*["']?\s*([\w:.-]+)/i.exec(start)?.[1] ??
    /^<\?xml[^>]*\bencoding=["']([\w.-]+)/.exec(start)?.[1];
  const labels = [charset, own ?? ''].filter((label) => label !== '');
  const decoder = labels.map(decoderFor).find((one) => one !== undefined);
  if (decoder === undefined && labels.length > 0)
    throw refused('This page uses an encoding that the desk does not know.');
  if (decoder === undefined || /^utf-?(?:8|16)/i.test(decoder.encoding)) return asWindows(bytes, labels[0] ?? '');
  return withRemarks(decoder.decode(bytes));
}

/** Letters of bytes that are no UTF-8, whatever they are labelled. */
function asWindows(bytes: Uint8Array, label: string): Decoded {
  const { text, remarks } = withRemarks(new TextDecoder('windows-1252').decode(bytes));
  const said = `It says that it is written in ${label.slice(0, 20)}, and is not: it was read as Windows-1252. Check letters with accents, quotation marks and currency signs.`;
  return { text, remarks: label === '' ? remarks : [said, ...remarks] };
}

function withRemarks(text: string): Decoded {
  const lost = text.split('\uFFFD').length - 1;
  const damaged = damagedLetters(text);
  return {
    text,
    remarks: [
      lost > 0 && `${oneOrCounted(lost, 'One letter', 'letters')} that could not be read, each shown as \uFFFD.`,
      damaged !== '' && `Letters that were damaged before it came here (“${damaged}”): compare them with the original.`,
    ].filter((one) => one !== false),
  };
}

/** The first words with letters that were read in the wrong encoding and written again; '' where there are none. */
export function damagedLetters(text: string): string {
  return (
    /[^\s<>"]{0,30}(?:Ã[\u0080-\u00BF\u0152-\u0178\u2018-\u203A\u20AC\u2122]|â€[\u0080-\u00BF\u0152-\u0178\u2018-\u203A\u20AC\u2122])[^\s<>"]{0,30}/
      .exec(text)?.[0]
      ?.slice(0, 40) ?? ''
  );
}

function asUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Whether there is a byte beyond ASCII: in a text of some length, only UTF-8 has them in its order. */
function hasOther(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte >= 0x80);
}

/** ASCII without the escapes of older Japanese, which its label tells. */
function isReadable(bytes: Uint8Array): boolean {
  return !bytes.includes(0x1b) && !bytes.includes(0);
}

function byMark([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : undefined;
}

function decoderFor(label: string): { encoding: string; decode(bytes: Uint8Array): string } | undefined {
  try {
    return new TextDecoder(label);
  } catch {
    return undefined;
  }
}
