// The changes that an OpenDocument text tracks, by their ids, and where they stand in it. Pure.
import { cleanLine } from '#src/text-fields.ts';
import { childOf, elementsOf, findAll, textIn, type XmlElement } from '../word/xml-tree.ts';

export interface Region {
  kind: 'come' | 'gone';
  /** What was put in and then deleted stands in neither text. */
  is_both: boolean;
  author: string;
  dated: string;
  /** Of what was deleted, its paragraphs. */
  paragraphs: XmlElement[];
}

/** The changes by their ids; none where the document tracks none. */
export function regionsIn(text: XmlElement): Map<string, Region> {
  const regions = new Map<string, Region>();
  for (const element of findAll(text, 'text:changed-region')) {
    const [insertion, deletion] = [childOf(element, 'text:insertion'), childOf(element, 'text:deletion')];
    const change = deletion ?? insertion;
    if (change === undefined) continue;
    const info = childOf(change, 'office:change-info');
    const said = (name: string) => cleanLine(textIn(childOf(info, name) ?? NOTHING));
    const [author, dated] = [said('dc:creator'), said('dc:date')];
    const is_both = insertion !== undefined && deletion !== undefined;
    const paragraphs = [...paragraphsIn(change)];
    const id = element.attributes['xml:id'] ?? element.attributes['text:id'] ?? `none ${regions.size}`;
    regions.set(id, { kind: deletion ? 'gone' : 'come', is_both, author, dated, paragraphs });
  }
  return regions;
}

const NOTHING: XmlElement = { name: '', attributes: {}, children: [], start: 0, end: 0 };

function* paragraphsIn(element: XmlElement): Generator<XmlElement> {
  for (const child of elementsOf(element))
    if (isParagraph(child)) yield child;
    else if (child.name !== 'office:change-info') yield* paragraphsIn(child);
}

export function isParagraph({ name }: XmlElement): boolean {
  return name === 'text:p' || name === 'text:h';
}

/** Walks over a text in its order, and knows what was put in where it stands. Each deletion is met once, whoever names it. */
export class ChangeWalk {
  readonly #regions: ReadonlyMap<string, Region>;
  readonly #open = new Set<string>();
  readonly #met = new Set<string>();

  constructor(regions: ReadonlyMap<string, Region>) {
    this.#regions = regions;
  }

  /** The insertion in which it stands. */
  get insertion(): Region | undefined {
    for (const id of this.#open) return this.#regions.get(id);
    return undefined;
  }

  /** Whether the element is a sign of a change, which it takes note of. */
  takes({ name, attributes }: XmlElement): boolean {
    const id = attributes['text:change-id'] ?? '';
    if (name === 'text:change-start' && this.#regions.get(id)?.kind === 'come') this.#open.add(id);
    if (name === 'text:change-end') this.#open.delete(id);
    return name === 'text:change-start' || name === 'text:change-end' || name === 'text:tracked-changes';
  }

  /** What was deleted here. */
  deletionAt({ name, attributes }: XmlElement): Region | undefined {
    const id = attributes['text:change-id'] ?? '';
    const region = name === 'text:change' && !this.#met.has(id) ? this.#regions.get(id) : undefined;
    this.#met.add(name === 'text:change' ? id : '');
    return region?.kind === 'gone' ? region : undefined;
  }
}

/** What stands for a sign of the text. */
export const SIGNS: Readonly<Record<string, string>> = { 'text:s': ' ', 'text:tab': ' ', 'text:line-break': '\n' };

/** The words of a paragraph with its spaces; the pieces of notes in it, too. */
export function wordsOf(element: XmlElement): string {
  return element.children
    .map((child) => (typeof child === 'string' ? child : (SIGNS[child.name] ?? wordsOf(child))))
    .join('');
}
