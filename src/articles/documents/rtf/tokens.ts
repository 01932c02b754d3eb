// The tokens of a rich text file: groups, control words, bytes written in figures, plain bytes. Pure.

export type Token =
  | { kind: 'open' | 'close' | 'star' }
  /** A control word with its number, where it has one. */
  | { kind: 'word'; name: string; value: number | undefined }
  /** A control word that is a single sign, such as `\~`. */
  | { kind: 'sign'; sign: string }
  /** Bytes of text, one code unit each. */
  | { kind: 'bytes'; bytes: string };

const TOKEN =
  /\\([a-zA-Z]{1,40})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([\s\S])|([{}])|([^\\{}\r\n\0]+)|[\r\n\0]+|[\s\S]/g;

/** `file` has one code unit for each byte. What is neither is passed over, as are raw bytes behind `\bin`. */
export function* tokensOf(file: string): Generator<Token> {
  const pattern = new RegExp(TOKEN);
  for (let found = pattern.exec(file); found !== null; found = pattern.exec(file)) {
    const [, name, value, hex, sign, brace, bytes] = found;
    if (name === 'bin') pattern.lastIndex += Math.max(0, Number(value ?? 0));
    else if (name !== undefined) yield { kind: 'word', name, value: value === undefined ? undefined : Number(value) };
    else if (hex !== undefined) yield { kind: 'bytes', bytes: String.fromCharCode(Number.parseInt(hex, 16)) };
    else if (sign !== undefined) yield signOf(sign);
    else if (brace !== undefined) yield { kind: brace === '{' ? 'open' : 'close' };
    else if (bytes !== undefined) yield { kind: 'bytes', bytes };
  }
}

function signOf(sign: string): Token {
  if (sign === '*') return { kind: 'star' };
  if (/[\\{}]/.test(sign)) return { kind: 'bytes', bytes: sign };
  // A line end behind a backslash is the end of a paragraph.
  return /[\r\n]/.test(sign) ? { kind: 'word', name: 'par', value: undefined } : { kind: 'sign', sign };
}
