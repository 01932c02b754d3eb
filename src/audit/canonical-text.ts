// What an entry of the log holds as its RFC 8785 text, in fewer steps than for any value there may be. Pure.
import canonicalize from 'canonicalize';
import { needed } from '#src/item-at.ts';

/** Half a letter, as JSON spells it, which RFC 8785 has no text for; or a person's words that look like one. */
const HALF_LETTER = /\\ud[89a-f]/;

/** The text of what JSON can say. Throws for half a letter, and for a number that is none. */
export function canonicalText(value: object | null): string {
  const text = needed(textOf(value), 'RFC 8785 text');
  return HALF_LETTER.test(text) ? needed(canonicalize(value), 'RFC 8785 text') : text;
}

/** undefined for what JSON has no word for. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error('The log holds numbers that are numbers');
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((one) => textOf(one) ?? 'null').join(',')}]`;
  if ('toJSON' in value) return canonicalize(value);
  let text = '';
  // Keys stand in the order of their UTF-16 units.
  for (const key of Object.keys(value).sort()) {
    const said = textOf((value as Record<string, unknown>)[key]);
    if (said !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${said}`;
  }
  return `{${text}}`;
}
