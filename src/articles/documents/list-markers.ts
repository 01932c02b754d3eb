// The markers that a page shows before the items of its lists. Pure.
import { numbered } from './list-numbers.ts';
import type { Node } from './node.ts';

const FORMATS: Record<string, string> = { a: 'lowerLetter', A: 'upperLetter', i: 'lowerRoman', I: 'upperRoman' };

export class ListMarkers {
  readonly #lists: { next: number | null; step: number; format: string; is_bare: boolean }[] = [];

  open(list: Node): void {
    const is_bare = /list-style(?:-type)?\s*:\s*none/i.test(list.getAttribute('style') ?? '');
    const format = FORMATS[list.getAttribute('type') ?? ''] ?? 'decimal';
    if (list.localName !== 'ol') this.#lists.push({ next: null, step: 1, format, is_bare });
    else {
      const isReversed = list.hasAttribute('reversed');
      const start = whole(list.getAttribute('start')) ?? (isReversed ? countItems(list) : 1);
      this.#lists.push({ next: start, step: isReversed ? -1 : 1, format, is_bare });
    }
  }

  close(): void {
    this.#lists.pop();
  }

  /** What stands before this item; '' where nothing does. */
  next(item: Node): string {
    const list = this.#lists.at(-1);
    if (list === undefined || list.is_bare) return '';
    if (list.next === null) return '• ';
    const number = whole(item.getAttribute('value')) ?? list.next;
    list.next = number + list.step;
    // Where letters have no such number, a page shows digits.
    return `${numbered(number, list.format) ?? number}. `;
  }
}

function whole(value: string | null): number | undefined {
  return value !== null && /^\s*[-+]?\d{1,9}\s*$/.test(value) ? Number(value) : undefined;
}

function countItems(list: Node): number {
  return [...list.childNodes].filter(({ localName }) => localName === 'li').length;
}
