// What printers may change without changing the words: kinds of quotation marks, dashes, dots and spaces.

/** The text with straight quotes, plain dashes, three dots for an ellipsis, and single spaces. */
export function foldPrint(text: string): string {
  return text
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[‐‑–—]/g, '-')
    .replace(/…/g, '...')
    .replace(/\s+/g, ' ');
}

const FOLDED: Record<string, string> = {
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '…': '...',
};

/** One token under which two prints of it are alike, whatever its capitals. */
export function foldToken(token: string): string {
  return FOLDED[token] ?? token.toLowerCase();
}
