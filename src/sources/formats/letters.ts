// The letters of a list or a table, by its byte order mark, else by what its bytes are. Pure.

export interface TextRead {
  text: string;
  /** A sentence where the letters were guessed; else ''. */
  note: string;
}

/** The text as UTF-16, UTF-8 or Windows-1252, lines ending in \n. */
export function lettersIn(bytes: Uint8Array): TextRead {
  const [encoding, note] = encodingOf(bytes);
  return { text: new TextDecoder(encoding).decode(bytes).toWellFormed().replace(/\r\n?/g, '\n'), note };
}

function encodingOf(bytes: Uint8Array): [encoding: string, note: string] {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return ['utf-16le', ''];
  if (first === 0xfe && second === 0xff) return ['utf-16be', ''];
  if (first === 0xef && second === 0xbb && third === 0xbf) return ['utf-8', ''];
  const wide = wideEncoding(bytes.subarray(0, 2000));
  if (wide !== undefined) return [wide, ''];
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return ['utf-8', ''];
  } catch {
    return [
      'windows-1252',
      'The file is not in UTF-8; it was read as Windows-1252, as old programs write. Look at accents and quotation marks before you import anything.',
    ];
  }
}

/** UTF-16 without its mark has a zero in every other byte of plain letters. */
function wideEncoding(start: Uint8Array): string | undefined {
  const zeros = [0, 0];
  for (const [index, byte] of start.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > start.length / 5 && even < odd / 10) return 'utf-16le';
  return even > start.length / 5 && odd < even / 10 ? 'utf-16be' : undefined;
}
