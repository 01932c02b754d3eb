// Strings of a PDF: those in brackets as those in hexadecimal digits, which need no care. Pure.

/** The same with each string in brackets as one in digits, so that no word of anybody looks like a part of the file. Brackets may stand in brackets. */
export function withoutBrackets(content: string): string {
  let plain = '';
  let end = 0;
  for (let at = content.indexOf('('); at >= 0; at = content.indexOf('(', end)) {
    plain += content.slice(end, at);
    const { letters, next } = stringAt(content, at);
    plain += `<${Buffer.from(letters, 'latin1').toString('hex')}>`;
    end = next;
  }
  return plain + content.slice(end);
}

const ESCAPED: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '\n': '' };
const PIECE = /\\(?:([0-7]{1,3})|([\s\S]))|[^\\]/y;

/** The letters of the string that begins here, and where it ends. */
function stringAt(content: string, start: number): { letters: string; next: number } {
  let letters = '';
  let depth = 1;
  PIECE.lastIndex = start + 1;
  for (;;) {
    const [piece, octal, escaped] = PIECE.exec(content) ?? [];
    if (piece === undefined) throw new Error('A string of this PDF does not end.');
    if (piece === '(') depth += 1;
    if (piece === ')') depth -= 1;
    if (depth === 0) return { letters, next: PIECE.lastIndex };
    if (octal !== undefined) letters += String.fromCharCode(Number.parseInt(octal, 8));
    else letters += escaped === undefined ? piece : (ESCAPED[escaped] ?? escaped);
  }
}
