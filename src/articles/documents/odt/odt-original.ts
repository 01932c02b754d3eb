// An OpenDocument text as it was before its tracked changes. Pure.
import type { LeftOut } from '../left-out.ts';
import type { XmlElement } from '../word/xml-tree.ts';
import { ChangeWalk, isParagraph, type Region, wordsOf } from './odt-changes.ts';

type Children = XmlElement['children'];

const INSERTED = 'Words inserted with tracked changes';
/** What is nothing where all in it was put in. */
const HOLDERS: ReadonlySet<string> = new Set(['text:list', 'text:list-item', 'text:section']);
const BREAK: XmlElement = { name: 'text:line-break', attributes: {}, children: [], start: 0, end: 0 };

/** The text without what was put in, and with what was deleted; words that go are named. */
export function originalOf(text: XmlElement, regions: ReadonlyMap<string, Region>, left_out: LeftOut): XmlElement {
  return new Original(regions, left_out).of(text);
}

class Original {
  readonly #walk: ChangeWalk;
  readonly #leftOut: LeftOut;
  /** A paragraph whose end was put in: what it holds stands at the beginning of the next. */
  #carried: XmlElement | undefined;

  constructor(regions: ReadonlyMap<string, Region>, left_out: LeftOut) {
    this.#walk = new ChangeWalk(regions);
    this.#leftOut = left_out;
  }

  of(text: XmlElement): XmlElement {
    const children = this.#within(text.children);
    return { ...text, children: this.#carried ? [...children, this.#carried] : children };
  }

  #within(children: Children): Children {
    const kept: Children = [];
    for (const child of children) {
      if (typeof child !== 'string') kept.push(...this.#element(child));
      else if (this.#walk.insertion === undefined) kept.push(child);
      else this.#leftOut.add(INSERTED, child);
    }
    return kept;
  }

  #element(element: XmlElement): Children {
    if (this.#walk.takes(element)) return [];
    const deletion = this.#walk.deletionAt(element);
    if (deletion) return this.#deleted(deletion);
    if (isParagraph(element)) return this.#paragraph(element);
    const was_in = this.#walk.insertion !== undefined;
    const children = this.#within(element.children);
    const isGone = was_in && this.#walk.insertion !== undefined;
    const isEmptied = HOLDERS.has(element.name) && element.children.length > 0;
    return children.length === 0 && (isGone || isEmptied) ? [] : [{ ...element, children }];
  }

  /** Deleted paragraphs where they stood: between two of them a paragraph ends. What was put in before was never there. */
  #deleted({ is_both, paragraphs }: Region): Children {
    if (!is_both && this.#walk.insertion === undefined)
      return paragraphs.flatMap(({ children }, at) => (at === 0 ? children : [BREAK, BREAK, ...children]));
    for (const one of paragraphs) this.#leftOut.add(INSERTED, wordsOf(one));
    return [];
  }

  #paragraph(element: XmlElement): Children {
    const before = this.#carried;
    this.#carried = undefined;
    const first = before !== undefined && before.children.length > 0 ? before : element;
    const whole = { ...first, children: [...(before?.children ?? []), ...this.#within(element.children)] };
    if (this.#walk.insertion === undefined) return [whole];
    this.#carried = whole;
    return [];
  }
}
