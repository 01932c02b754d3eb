// How things look in an OpenDocument table: what is struck through, raised or hidden. Pure.
import { PLAIN_RUN, type RunLook } from './rich-text.ts';
import { type Attributes, attributeOf } from './xml-events.ts';

export interface OdsLook extends RunLook {
  is_hidden: boolean;
}

const PLAIN: OdsLook = { ...PLAIN_RUN, is_hidden: false };

/** Gathers the file's own styles, which stand before its tables. */
export class OdsLooks {
  readonly #looks = new Map<string, OdsLook>();
  #open: OdsLook | null = null;

  open(name: string, attributes: Attributes): void {
    if (name === 'style') {
      this.#open = { ...PLAIN };
      this.#looks.set(attributeOf(attributes, 'name') ?? '', this.#open);
    }
    if (this.#open === null) return;
    if (name === 'table-properties') this.#open.is_hidden = attributeOf(attributes, 'display') === 'false';
    if (name !== 'text-properties') return;
    const line =
      attributeOf(attributes, 'text-line-through-style') ?? attributeOf(attributes, 'text-line-through-type');
    this.#open.is_struck = line !== undefined && line !== 'none';
    const position = attributeOf(attributes, 'text-position') ?? '';
    this.#open.shift = shiftOf(position);
  }

  close(name: string): void {
    if (name === 'style') this.#open = null;
  }

  find(style: string | undefined): OdsLook {
    return this.#looks.get(style ?? '') ?? PLAIN;
  }
}

/** "super 58%", "33% 58%", "-33% 58%". */
function shiftOf(position: string): RunLook['shift'] {
  if (/^super|^[1-9]/.test(position)) return 'raised';
  return /^sub|^-/.test(position) ? 'lowered' : '';
}
