// Html: text that is already markup. Only what this file made may stand behind `<%-` in a view.
import { itemAt } from '#src/item-at.ts';

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Markup that is safe to put on a page as it is. Make one with `html`, `joinHtml` or, for markup from a sanitiser or a plot, `raw`. */
export class Html {
  readonly #markup: string;
  constructor(markup: string) {
    this.#markup = markup;
  }
  toString(): string {
    return this.#markup;
  }
}

type Part = Html | string | number | null | undefined | false | readonly Part[];

/** Text with the five characters that mean something in HTML written as entities. */
export function escapeHtml(text: string): string {
  return !/[&<>"']/.test(text) ? text : text.replace(/[&<>"']/g, (character) => ESCAPES[character] as string);
}

/** Markup from a template literal: what is put in is escaped unless it is Html; null, undefined and false print nothing; lists are joined. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  let markup = itemAt(strings, 0);
  for (let index = 0; index < parts.length; index += 1) markup += markupOf(parts[index]) + strings[index + 1];
  return new Html(markup);
}

/** Several pieces as one, with nothing or a given text between them. */
export function joinHtml(pieces: readonly Part[], between: Html | string = ''): Html {
  const joint = markupOf(between);
  if (joint !== '') return new Html(pieces.map(markupOf).join(joint));
  let markup = '';
  for (const piece of pieces) markup += markupOf(piece);
  return new Html(markup);
}

/** Markup taken on trust: for the output of a sanitiser or of our own drawing code, never for what somebody typed. */
export function raw(markup: string): Html {
  return new Html(markup);
}

function markupOf(part: Part): string {
  if (part instanceof Html) return part.toString();
  if (typeof part === 'string') return escapeHtml(part);
  if (typeof part === 'number') return String(part);
  if (part === null || part === undefined || part === false) return '';
  if (Array.isArray(part)) return part.map(markupOf).join('');
  return escapeHtml(String(part));
}
