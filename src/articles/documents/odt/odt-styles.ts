// What the styles of an OpenDocument text say: titles, hidden, struck and raised words, lists. Pure.
import { childOf, elementsOf, findAll, type XmlElement } from '../word/xml-tree.ts';

export interface OdtStyle {
  /** The built-in name of the style, its own or the one it is made from. */
  name: string;
  is_hidden: boolean;
  is_struck: boolean;
  raised: 'sup' | 'sub' | undefined;
}

export interface OdtLevel {
  /** By the names that lists are numbered by here; undefined for a bullet. */
  format: string | undefined;
  before: string;
  after: string;
  start: number;
}

const PLAIN: OdtStyle = { name: '', is_hidden: false, is_struck: false, raised: undefined };
const LONGEST_CHAIN = 20;
const FORMATS: Record<string, string> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
};

export class OdtStyles {
  readonly #styles = new Map<string, XmlElement>();
  readonly #lists = new Map<string, Map<number, OdtLevel>>();

  constructor(parts: readonly XmlElement[]) {
    for (const part of parts) {
      for (const style of findAll(part, 'style:style')) this.#styles.set(style.attributes['style:name'] ?? '', style);
      for (const list of findAll(part, 'text:list-style'))
        this.#lists.set(list.attributes['style:name'] ?? '', levelsOf(list));
    }
  }

  styleOf(name: string | undefined, depth = 0): OdtStyle {
    const style = this.#styles.get(name ?? '');
    if (style === undefined || depth > LONGEST_CHAIN) return { ...PLAIN, name: name ?? '' };
    const base = this.styleOf(style.attributes['style:parent-style-name'], depth + 1);
    const looks = childOf(style, 'style:text-properties')?.attributes ?? {};
    const position = looks['style:text-position'];
    const line = looks['style:text-line-through-style'];
    return {
      name: base.name || (name ?? ''),
      is_hidden: looks['text:display'] === undefined ? base.is_hidden : looks['text:display'] === 'none',
      is_struck: line === undefined ? base.is_struck : line !== 'none',
      raised: position === undefined ? base.raised : raisedBy(position),
    };
  }

  levelOf(list: string | undefined, level: number): OdtLevel | undefined {
    return this.#lists.get(list ?? '')?.get(level);
  }
}

function raisedBy(position: string): 'sup' | 'sub' | undefined {
  if (/^(?:super|[1-9]\d*%)/.test(position)) return 'sup';
  return /^(?:sub|-[1-9]\d*%)/.test(position) ? 'sub' : undefined;
}

function levelsOf(list: XmlElement): Map<number, OdtLevel> {
  return new Map(
    elementsOf(list).map(({ name, attributes }) => {
      const format =
        name === 'text:list-level-style-number' ? FORMATS[attributes['style:num-format'] ?? ''] : undefined;
      const isNumbered = name === 'text:list-level-style-number';
      return [
        Number(attributes['text:level'] ?? 1),
        {
          format: isNumbered ? (format ?? 'none') : undefined,
          before: attributes['style:num-prefix'] ?? '',
          after: attributes['style:num-suffix'] ?? '',
          start: Number(attributes['text:start-value'] ?? 1) || 1,
        },
      ];
    }),
  );
}
