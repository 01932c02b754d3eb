// The text of an OpenDocument file as markup of a page, with what it does not take named. Pure.
import type { LeftOut } from '../left-out.ts';
import { numbered } from '../list-numbers.ts';
import { elementsOf, findAll, textIn, type XmlElement } from '../word/xml-tree.ts';
import { type OdtStyle, OdtStyles } from './odt-styles.ts';

export class OdtMarkup {
  readonly #styles: OdtStyles;
  readonly #leftOut: LeftOut;
  readonly #notes: string[] = [];
  /** By list style: the last number of each level, for lists that go on. */
  readonly #counted = new Map<string, number>();
  #list: { style: string; level: number; goes_on: boolean } = { style: '', level: 0, goes_on: false };
  #after = '';
  /** What is printed before the words of the next paragraph. */
  #before = '';

  constructor(parts: readonly XmlElement[], left_out: LeftOut) {
    this.#styles = new OdtStyles(parts);
    this.#leftOut = left_out;
  }

  write(text: XmlElement): string {
    const body = this.#closed(this.#inside(text));
    const notes = this.#notes.map((note, at) => `<li id="note-${at + 1}">${note}</li>`).join('');
    return `<!DOCTYPE html><html><body>${body}${notes === '' ? '' : `<ol>${notes}</ol>`}</body></html>`;
  }

  #inside(element: XmlElement): string {
    return element.children
      .map((child) => (typeof child === 'string' ? escaped(child) : this.#element(child)))
      .join('');
  }

  #element(element: XmlElement): string {
    const skipped = SKIPPED[element.name];
    if (skipped !== undefined) {
      if (skipped !== '') this.#leftOut.add(skipped, spaced(element));
      return '';
    }
    const tag = TAGS[element.name];
    if (tag !== undefined) return `<${tag}>${this.#inside(element)}</${tag}>`;
    return SIGNS[element.name] ?? this.#special(element);
  }

  #special(element: XmlElement): string {
    const { name, attributes } = element;
    if (name === 'text:p') return this.#paragraph(element);
    if (name === 'text:h') return this.#heading(element);
    if (name === 'text:span') return this.#words(element, this.#styles.styleOf(attributes['text:style-name']));
    if (name === 'text:a') return `<a href="${escaped(attributes['xlink:href'] ?? '')}">${this.#inside(element)}</a>`;
    if (name === 'text:note' || name === 'office:annotation') return this.#note(element);
    if (name === 'text:list') return this.#inList(element);
    if (name === 'text:list-item') return this.#item(element);
    if (name === 'text:section' && attributes['text:display'] === 'none') return this.#hidden(element);
    if (name !== 'draw:text-box') return this.#inside(element);
    // What hung on the paragraph before it, this box, and what hung on a last line of the box.
    const before = this.#after;
    this.#after = '';
    const box = this.#inside(element);
    this.#after = before + box + this.#after;
    return '';
  }

  #heading(element: XmlElement): string {
    const rank = Math.min(6, Number(element.attributes['text:outline-level'] ?? 1) || 1);
    return this.#closed(`<h${rank}>${this.#inside(element)}</h${rank}>`);
  }

  #paragraph(element: XmlElement): string {
    const style = this.#styles.styleOf(element.attributes['text:style-name']);
    const marker = escaped(this.#before);
    this.#before = '';
    const words = marker + this.#words(element, style);
    if (/^(?:Title|Headline)$/i.test(style.name)) return this.#closed(`<h1>${words}</h1>`);
    if (/^(?:Subtitle|Standfirst)$/i.test(style.name))
      return this.#closed(`<div data-part="standfirst"><p>${words}</p></div>`);
    return this.#closed(`<p>${words}</p>`);
  }

  /** Text boxes come behind the paragraph on which they hang. */
  #closed(block: string): string {
    const after = this.#after;
    this.#after = '';
    return block + after;
  }

  #words(element: XmlElement, style: OdtStyle): string {
    if (style.is_hidden) return this.#hidden(element);
    const words = this.#inside(element);
    if (style.is_struck) return `<del>${words}</del>`;
    return style.raised ? `<${style.raised}>${words}</${style.raised}>` : words;
  }

  #hidden(element: XmlElement): string {
    this.#leftOut.add('Words formatted as hidden', spaced(element));
    return '';
  }

  #note(element: XmlElement): string {
    const [body] = findAll(element, 'text:note-body');
    const [author] = findAll(element, 'dc:creator');
    const lines = [...paragraphsIn(body ?? element)].map((line) => this.#inside(line));
    if (lines.every((line) => line.trim() === '')) return '';
    const whose = author === undefined ? '' : `Comment by ${escaped(textIn(author))}: `;
    this.#notes.push(whose + lines.join(' '));
    return `<a href="#note-${this.#notes.length}">[*]</a>`;
  }

  #inList(element: XmlElement): string {
    const outside = this.#list;
    const style = element.attributes['text:style-name'] ?? outside.style;
    const level = outside.level + 1;
    const goes_on =
      element.attributes['text:continue-numbering'] === 'true' || 'text:continue-list' in element.attributes;
    this.#list = { style, level, goes_on };
    if (!goes_on) this.#counted.delete(`${style} ${level}`);
    const written = `<ul style="list-style: none">${this.#inside(element)}</ul>`;
    this.#list = outside;
    return written;
  }

  #item(element: XmlElement): string {
    this.#before = this.#marker(element.attributes['text:start-value']);
    return `<li>${this.#inside(element)}</li>`;
  }

  #marker(start: string | undefined): string {
    const { style, level } = this.#list;
    const how = this.#styles.levelOf(style, level);
    if (how === undefined) return '';
    if (how.format === undefined) return '• ';
    const key = `${style} ${level}`;
    const number = start === undefined ? (this.#counted.get(key) ?? how.start - 1) + 1 : Number(start);
    this.#counted.set(key, number);
    const words = numbered(number, how.format);
    return words ? `${how.before}${words}${how.after} ` : '';
  }
}

const TAGS: Record<string, string> = { 'table:table': 'table', 'table:table-row': 'tr', 'table:table-cell': 'td' };
const SIGNS: Record<string, string> = {
  'text:s': ' ',
  'text:tab': '\t',
  'text:line-break': '<br>',
  'draw:image': '<img alt="">',
};

/** What is no text of the article; '' for what has no words. */
const SKIPPED: Record<string, string> = {
  'text:tracked-changes': '',
  'text:table-of-content': 'The table of contents',
  'text:alphabetical-index': 'The index',
  'text:ruby-text': 'Small readings above characters',
  'table:covered-table-cell': '',
  'text:sequence-decls': '',
  'text:variable-decls': '',
  'office:forms': '',
  'svg:title': '',
  'svg:desc': '',
  'office:annotation-end': '',
};

/** The paragraphs of a note; one that stands in another, as of a note in a note, is read with it. */
function* paragraphsIn(element: XmlElement): Generator<XmlElement> {
  for (const child of elementsOf(element))
    if (child.name === 'text:p') yield child;
    else yield* paragraphsIn(child);
}

/** The words in the tree, apart where elements part them. */
export function spaced(element: XmlElement): string {
  return elementsOf(element).length === 0
    ? textIn(element)
    : element.children.map((child) => (typeof child === 'string' ? child : spaced(child))).join(' ');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
