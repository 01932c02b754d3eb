// Text within XML: marks escaped, and what XML cannot carry made visible. Pure.

const MARKS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const NOT_IN_XML = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g;

/** The text for an element or an attribute. Letters that XML 1.0 has no way to write stand as U+FFFD. */
export function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replace(NOT_IN_XML, '\ufffd')
    .replace(/[&<>"]/g, (mark) => MARKS[mark] ?? mark);
}

/** The same for an attribute, where line ends and tabs would be read as spaces anyway. */
export function xmlLine(text: string): string {
  return xmlText(text.replace(/\s+/g, ' ').trim());
}
