// What the styles of a Word document say of its paragraphs and runs: headings, hidden and struck words. Pure.
import { childOf, elementsOf, saidIn, switchOf, type XmlElement } from './xml-tree.ts';

/** How a run looks, as far as it changes what is read. */
export interface RunLooks {
  is_hidden?: boolean | undefined;
  is_struck?: boolean | undefined;
  /** `superscript`, `subscript` or `baseline`. */
  raised?: string | undefined;
  /** The font of symbols that the letters stand in. */
  font?: string | undefined;
}

export interface Style extends RunLooks {
  name: string;
  /** 1 to 6 for a heading. */
  rank?: number | undefined;
  numbering?: Numbering | undefined;
}

export interface Numbering {
  id: string;
  level: number;
}

export interface Styles {
  /** The style of this id, with what it has from those it is based on. */
  styleOf(id: string | undefined): Style;
}

const NONE: Style = { name: '' };
const LONGEST_CHAIN = 20;

/** Of `word/styles.xml`; undefined where the document has none. */
export function readStyles(root: XmlElement | undefined): Styles {
  const elements = new Map<string, XmlElement>();
  let normal: string | undefined;
  for (const style of root ? elementsOf(childOf(root, 'w:styles') ?? root) : []) {
    const id = style.attributes['w:styleId'];
    if (style.name !== 'w:style' || id === undefined) continue;
    elements.set(id, style);
    if (style.attributes['w:type'] === 'paragraph' && style.attributes['w:default'] === '1') normal = id;
  }
  const known = new Map<string, Style>();
  const styleOf = (id: string | undefined, depth = 0): Style => {
    const style = elements.get(id ?? normal ?? '');
    if (style === undefined || depth > LONGEST_CHAIN) return NONE;
    const key = id ?? '';
    const found = known.get(key) ?? inherited(style, (base) => styleOf(base, depth + 1));
    known.set(key, found);
    return found;
  };
  return { styleOf: (id) => styleOf(id) };
}

function inherited(style: XmlElement, styleOf: (id: string) => Style): Style {
  const based = saidIn(style, 'w:basedOn');
  const paragraph = childOf(style, 'w:pPr');
  const name = saidIn(style, 'w:name') ?? '';
  const base = based === undefined ? NONE : styleOf(based);
  return {
    ...overlaid(base, looksOf(childOf(style, 'w:rPr'))),
    // What is based on a title is one, but under its own name a caption is a caption.
    name: partNames(name) === '' ? base.name || name : name,
    rank: rankOf(name, paragraph) ?? base.rank,
    numbering: numberingOf(paragraph, base.numbering),
  };
}

/** The built-in names that say what a paragraph is, by which a document in any language knows them. */
function partNames(name: string): string {
  return /^(?:title|headline|subtitle|standfirst|caption|heading [1-9])$/i.test(name) ? name : '';
}

function rankOf(name: string, paragraph: XmlElement | undefined): number | undefined {
  if (/^(?:title|headline)$/i.test(name)) return 1;
  const number = /^heading ([1-9])$/i.exec(name)?.[1];
  const level = saidIn(paragraph, 'w:outlineLvl');
  const rank = Number(number ?? (level === undefined || Number(level) > 8 ? 0 : Number(level) + 1));
  return rank > 0 ? Math.min(rank, 6) : undefined;
}

/** Where a paragraph is counted; a paragraph may name the level alone, or say that it is counted nowhere. */
export function numberingOf(paragraph: XmlElement | undefined, base: Numbering | undefined): Numbering | undefined {
  const own = childOf(paragraph, 'w:numPr');
  if (own === undefined) return base;
  const id = saidIn(own, 'w:numId') ?? base?.id;
  if (id === undefined || id === '0') return undefined;
  return { id, level: Number(saidIn(own, 'w:ilvl') ?? base?.level ?? 0) || 0 };
}

/** What the properties of a run say themselves. */
export function looksOf(properties: XmlElement | undefined): RunLooks {
  if (properties === undefined) return {};
  const fonts = childOf(properties, 'w:rFonts')?.attributes;
  const strikes = [switchOf(properties, 'w:strike'), switchOf(properties, 'w:dstrike')];
  return {
    is_hidden: switchOf(properties, 'w:vanish'),
    is_struck: strikes.includes(true) ? true : strikes.find((one) => one !== undefined),
    raised: saidIn(properties, 'w:vertAlign') ?? byPosition(saidIn(properties, 'w:position')),
    font: fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'],
  };
}

/** Some writers raise characters by points instead. */
function byPosition(halfPoints: string | undefined): string | undefined {
  const by = Number(halfPoints ?? 0);
  if (!(Math.abs(by) >= 4)) return undefined;
  return by > 0 ? 'superscript' : 'subscript';
}

/** The looks of `over` where it says something, else those of `under`. */
export function overlaid<Under extends RunLooks>(under: Under, over: RunLooks): Under {
  const said = Object.entries(over).filter(([, value]) => value !== undefined);
  return { ...under, ...Object.fromEntries(said) };
}
