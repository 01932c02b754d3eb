// Parses the markup of articles: notes apart from the text, words in paragraphs.
import { parseHTML } from 'linkedom/worker';
import { lazily } from '#src/lazily.ts';
import { percentDecoded } from '#src/percent-decoded.ts';
import { cleanLine } from '#src/text-fields.ts';
import type { Note } from './assemble.ts';
import { webAddress } from './canonical.ts';
import { Flow } from './flow.ts';
import { LeftOut } from './left-out.ts';
import { LettersOfNotes } from './letters-of-notes.ts';
import type { Node } from './node.ts';

export interface Element extends Node {
  id: string;
  innerHTML: string;
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
  closest(selector: string): Element | null;
  prepend(node: Element): void;
  remove(): void;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  replaceWith(...nodes: (Element | string)[]): void;
  append(...nodes: (Element | Node | string)[]): void;
  contains(node: Element): boolean;
  parentNode: Element | null;
}

export interface Page extends Element {
  head: Element;
  body: Element;
  documentElement: Element;
  createElement(name: string): Element;
}

const SIGN_OF_NOTE = /^[[(]?(?:\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§¶]{1,3})[\])]?$/i;
const BACK_LINKS = /[↑↩⤴^]\uFE0E?\uFE0F?|↵/g;

/** A whole page, or a piece of one. */
export function parseMarkup(markup: string): Page {
  const whole = /<html[\s>]/i.test(markup) ? markup : `<!DOCTYPE html><html><head></head><body>${markup}</body></html>`;
  const { document } = parseHTML(whole) as unknown as { document: Page };
  if (!/<body[\s>]/i.test(whole)) fillBody(document);
  return document;
}

/** A page may leave the tags of head and body out, and the parser does not put them in. */
function fillBody({ documentElement, head, body }: Page): void {
  for (const node of [...documentElement.childNodes] as Element[]) {
    const is_of_head = /^(?:title|meta|link|base|style|script)$/i.test(node.localName ?? '');
    if (node !== head && node !== body) (is_of_head ? head : body).append(node);
  }
}

/** The words under a node, apart where elements part them. */
export function spacedText(node: Node): string {
  if (node.nodeType === 3) return node.textContent;
  return [...node.childNodes].map(spacedText).join(' ').replace(/\s+/g, ' ').trim();
}

/** The paragraphs under a node, and the notes that its references lead to, sought in the whole page. */
export function readMarkup(root: Element, page: Element, left_out = new LeftOut()) {
  const notes = new Map<string, Note>();
  const letters = new LettersOfNotes();
  const skip = new Set<Node>();
  const [inPage, inRoot] = [lazily(() => elementsById(page)), lazily(() => elementsById(root))];
  const noteOf = (link: Node) => {
    const href = link.getAttribute('href') ?? '';
    if (!href.includes('#') || !SIGN_OF_NOTE.test(sign(link))) return undefined;
    const id = percentDecoded(href.slice(href.indexOf('#') + 1));
    const target = id === '' ? undefined : inPage().get(id);
    if (target === undefined || isAround(target, link)) return undefined;
    return id;
  };
  for (const link of root.querySelectorAll('a[href*="#"]')) {
    const id = noteOf(link);
    const target = id === undefined ? undefined : inPage().get(id);
    if (id === undefined || target === undefined || notes.has(id)) continue;
    const body = target.localName === 'dt' ? nextElement(target) : noteElement(target);
    const note = noteIn(body ?? target);
    letters.add(note.text);
    if (note.text === '') continue;
    notes.set(id, note);
    for (const one of [target, body]) if (one) skip.add(one);
    const own = inRoot().get(id);
    if (own) skip.add(noteElement(own));
  }
  const flow = new Flow({ addressOf: webAddress, noteOf: (link) => knownNote(noteOf(link), notes), skip, left_out });
  flow.read(root);
  return { flow, notes, left_out };
}

function knownNote(id: string | undefined, notes: ReadonlyMap<string, Note>): string | undefined {
  return id !== undefined && notes.has(id) ? id : undefined;
}

/** The sign of a reference; Google Docs puts a letter in brackets where somebody commented. */
function sign(link: Node): string {
  return cleanLine(link.textContent);
}

function noteIn(element: Element): Note {
  const link = [...element.querySelectorAll('a[href]')]
    .map((one) => webAddress(one.getAttribute('href')))
    .find(Boolean);
  const text = cleanLine(element.textContent.replace(BACK_LINKS, ' ')).replace(/^(?:\[\d+\]|\d+[.)])\s+/, '');
  const bare = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]]/.exec(text)?.[0];
  return { text, url: link ?? webAddress(bare), title: '' };
}

/** The id may be on a sign inside the note: the note is then the item or paragraph around it. */
function noteElement(target: Element): Element {
  if (/^(li|p|div|dd|aside|section|td)$/.test(target.localName)) return target;
  return target.closest('li, p, dd, td') ?? target;
}

function nextElement(element: Element): Element | null {
  return (element as unknown as { nextElementSibling: Element | null }).nextElementSibling;
}

function isAround(target: Element, link: Node): boolean {
  for (let one: unknown = link; one; one = (one as { parentNode?: unknown }).parentNode)
    if (one === target) return true;
  return false;
}

/** The first element of each id, in one pass: to seek each note in the page would take its square. */
function elementsById(root: Element): Map<string, Element> {
  const found = new Map<string, Element>();
  for (const element of root.querySelectorAll('[id]')) if (!found.has(element.id)) found.set(element.id, element);
  return found;
}
