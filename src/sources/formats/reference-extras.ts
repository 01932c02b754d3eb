// Fields of a card that a format carries as labelled lines of its notes. Pure.
import { CARD_FIELDS } from '../card/source.ts';
import type { Reference } from './reference.ts';

const EXTRA = /^Claimdesk ([a-z_]+):(?: (.*))?$/;

const EXTRA_FIELDS: readonly string[] = CARD_FIELDS;

/** What goes beside a reference as lines of a note: "Claimdesk interest: …", a line of text each. */
export function extraLines(extras: Reference['extras']): string[] {
  return Object.entries(extras).flatMap(([field, text]) =>
    text.split('\n').map((line) => `Claimdesk ${field}: ${line}`.trimEnd()),
  );
}

/** The lines of a note, told apart: what a desk wrote beside a reference, and how many other lines there are. */
export function extrasIn(lines: string[]): { extras: Reference['extras']; others: number } {
  const extras: Record<string, string> = {};
  let others = 0;
  for (const line of lines) {
    const [, field = '', text = ''] = EXTRA.exec(line) ?? [];
    if (!EXTRA_FIELDS.includes(field)) others += line.trim() === '' ? 0 : 1;
    else extras[field] = field in extras ? `${extras[field]}\n${text}` : text;
  }
  return { extras, others };
}
