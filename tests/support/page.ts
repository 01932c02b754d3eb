// A page as somebody without JavaScript sees it: its text, and its controls by the words beside them.
import { parseHTML } from 'linkedom/worker';

/** The few things of the DOM that tests use; the compiler has no DOM here, as the server has none. */
export interface PageElement {
  readonly localName: string;
  readonly id: string;
  readonly textContent: string;
  readonly innerHTML: string;
  readonly outerHTML: string;
  readonly parentElement: PageElement | null;
  readonly childNodes: Iterable<PageElement & { nodeType: number }>;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  closest(selector: string): PageElement | null;
  matches(selector: string): boolean;
  contains(other: PageElement): boolean;
}

export type Wording = string | RegExp;

/** The document of a page. */
export function parsePage(markup: string): PageElement {
  return (parseHTML(markup) as unknown as { document: PageElement }).document;
}

const UNSEEN = new Set(['script', 'style', 'template', 'head', 'noscript']);
const BESIDE_LABELS = '.optional, .hint, .error, [aria-hidden=true], select, textarea, small';
const INLINE = new Set([
  'a',
  'b',
  'i',
  'em',
  'strong',
  'span',
  'mark',
  'small',
  'sup',
  'sub',
  'abbr',
  'time',
  'code',
  'q',
  'cite',
  'bdi',
]);

/** The text that a reader gets, white space folded; blocks are set apart by a space. */
export function textOf(element: PageElement): string {
  return gather(element).replace(/\s+/g, ' ').trim();
}

function gather(element: PageElement, without?: string): string {
  let text = '';
  for (const child of element.childNodes) {
    if (child.nodeType === 3) text += child.textContent;
    else if (child.nodeType === 1 && !UNSEEN.has(child.localName) && !child.hasAttribute('hidden')) {
      if (without && child.matches(without)) continue;
      const inner = gather(child, without);
      text += INLINE.has(child.localName) ? inner : ` ${inner} `;
    }
  }
  return text;
}

/** Whether a control's words are the ones asked for: the same text, or matched by the pattern. */
export function isWorded(words: string, wanted: Wording): boolean {
  return typeof wanted === 'string' ? fold(words) === fold(wanted) : wanted.test(words);
}

/** Signs before the words (✓, ★) and a colon after them are drawing, not words. */
function fold(words: string): string {
  const folded = words.replace(/\s+/g, ' ').trim().toLowerCase();
  return folded.replace(/^[^\p{L}\p{N}“"(]+/u, '').replace(/:$/, '') || folded;
}

/** The words by which a person knows a control: its aria-label, its label (without "optional"), its own text or value. */
export function nameOf(control: PageElement, page: PageElement): string {
  const label = control.getAttribute('aria-label');
  if (label) return label;
  const by = control.getAttribute('aria-labelledby');
  if (by)
    return by
      .split(/\s+/)
      .map((id) => textOfOrNothing(page.querySelector(`[id="${id}"]`)))
      .join(' ');
  if (control.localName === 'button') return labelText(control);
  if (['submit', 'reset', 'button'].includes(control.getAttribute('type') ?? ''))
    return control.getAttribute('value') ?? '';
  const outside = control.id ? page.querySelector(`label[for="${control.id}"]`) : null;
  return labelText(outside ?? control.closest('label'));
}

function textOfOrNothing(element: PageElement | null): string {
  return element ? textOf(element) : '';
}

/** The words of a label or legend, without "optional", hints and what is hidden from those who hear the page. */
export function labelText(label: PageElement | null): string {
  return label ? gather(label, BESIDE_LABELS).replace(/\s+/g, ' ').trim() : '';
}

/** The one thing among candidates that is worded so; exact words win over mere beginnings. Throws, naming what there is. */
export function theOne(
  kind: string,
  wanted: Wording,
  candidates: { element: PageElement; words: string }[],
): PageElement {
  const exact = candidates.filter(({ words }) => isWorded(words, wanted));
  const found =
    exact.length > 0 || typeof wanted !== 'string'
      ? exact
      : candidates.filter(({ words }) => fold(words).startsWith(fold(wanted)));
  if (found.length === 1) return (found[0] as { element: PageElement }).element;
  const all = candidates.map(({ words }) => `“${words}”`).join(', ') || '(none)';
  if (found.length === 0) throw new Error(`No ${kind} worded “${wanted}” on this page; there are: ${all}.`);
  throw new Error(
    `${found.length} of the kind ${kind} are worded “${wanted}”; say which with within(selector). There are: ${all}.`,
  );
}
