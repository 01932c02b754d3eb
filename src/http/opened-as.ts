// What the fields of a form held when it was opened, as fingerprints in one of its hidden fields. Pure.
import { hash } from 'node:crypto';

/** The hidden field. */
export const OPENED = 'opened';

/** For the hidden field: the fingerprint of each field, by its name. */
export function openedAs(fields: Record<string, unknown>): string {
  return Object.entries(fields)
    .map(([name, value]) => `${name}:${printOf(value)}`)
    .join(' ');
}

/** Whether this is what the field held when the form was opened; undefined where the form does not say. */
export function isAsOpened(opened: string, name: string, value: string): boolean | undefined {
  const said = opened.split(' ').find((one) => one.startsWith(`${name}:`));
  return said === undefined ? undefined : said === `${name}:${printOf(value)}`;
}

/** White space at the ends and line ends change on their way through a browser. */
function printOf(value: unknown): string {
  const words = String(value ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  return hash('sha1', words, 'base64url').slice(0, 6);
}
