// The text of bytes that name their encoding themselves, or whose server did.
import { refused } from './draft.ts';

/** The text of a page: byte order mark, then the server's word, then the page's own, then UTF-8, else Windows-1252. RuleBroken for an unknown encoding. */
export function decodePage(bytes: Uint8Array, charset = ''): string {
  const marked = byMark(bytes);
  if (marked) return new TextDecoder(marked).decode(bytes);
  const start = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  const own =
    /<meta\b[^>]*\bcharset\s*=\s*["']?\s*([\w:.-]+)/i.exec(start)?.[1] ??
    /^<\?xml[^>]*\bencoding=["']([\w.-]+)/.exec(start)?.[1];
  for (const label of [charset, own ?? '']) {
    if (label === '') continue;
    const decoder = decoderFor(label);
    if (decoder) return decoder.decode(bytes);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    if (charset !== '' || own) throw refused('This page uses an encoding that the desk does not know.');
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function byMark([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : undefined;
}

function decoderFor(label: string): { decode(bytes: Uint8Array): string } | undefined {
  try {
    return new TextDecoder(label);
  } catch {
    return undefined;
  }
}
