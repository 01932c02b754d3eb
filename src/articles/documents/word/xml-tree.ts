// The XML of a Word document as a tree that knows where each element stands in it. Pure.
import { SaxesParser } from 'saxes';

export interface XmlElement {
  /** With the usual prefix of its namespace, whatever the document calls it: `w:p`. */
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (XmlElement | string)[];
  /** Where it stands in the XML, in UTF-16 code units, half open. */
  start: number;
  end: number;
}

const DEEPEST = 400;
const NO_ATTRIBUTES = Object.freeze({});
const NO_CHILDREN: XmlElement['children'] = [];

/** How things look is most of a Word document; nothing of it is read, and a tree that kept it would be ten times as large. */
const LOOKS = new Set(
  `b bCs bdr bidi bookmarkEnd bookmarkStart color cs effect i iCs ind jc keepLines keepNext kern lang
  lastRenderedPageBreak noProof pBdr pPrChange proofErr rPrChange rtl sectPr shd snapToGrid spacing sz szCs tabs tblGrid
  tblPr tblPrEx tcPr u w widowControl`
    .split(/\s+/)
    .map((name) => `w:${name}`),
);

/** Of the usual prefixes: those of the standard, and those of its strict variant. */
const PREFIXES: Record<string, string> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/package/2006/relationships': '',
  'urn:schemas-microsoft-com:vml': 'v',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
  'http://schemas.microsoft.com/office/word/2012/wordml': 'w15',
};

/** Throws where the XML is not well formed, or nested deeper than any writer nests. */
export function parseXml(xml: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [], start: 0, end: xml.length };
  const open = [root];
  const parser = new SaxesParser({ xmlns: true });
  let start = 0;
  const last = () => open.at(-1) ?? root;
  parser.on('opentagstart', () => {
    start = xml.lastIndexOf('<', parser.position - 1);
  });
  parser.on('opentag', ({ local, prefix, uri, attributes }) => {
    const name = usual(PREFIXES[uri] ?? prefix, local);
    const element = { name, attributes: plain(attributes), children: [], start, end: start };
    if (!LOOKS.has(name)) last().children.push(element);
    open.push(element);
    if (open.length > DEEPEST) throw new Error('The XML is nested too deep.');
  });
  parser.on('closetag', () => {
    const closed = open.pop();
    if (closed === undefined) return;
    closed.end = parser.position;
    // A list that grew keeps room for as much again, which of a hundred thousand elements is most of the tree.
    closed.children = closed.children.length === 0 ? NO_CHILDREN : closed.children.slice();
  });
  parser.on('text', (text) => last().children.push(text));
  parser.on('cdata', (text) => last().children.push(text));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml.replace(/^\uFEFF/, ' ')).close();
  return root;
}

type Attributes = Record<string, { local: string; prefix: string; uri: string; value: string } | string>;

function plain(attributes: Attributes): Record<string, string> {
  let found: Record<string, string> = NO_ATTRIBUTES;
  for (const one of Object.values(attributes)) {
    // How often a text was saved stands on each of its runs, and says nothing.
    if (typeof one === 'string' || one.local.startsWith('rsid')) continue;
    if (found === NO_ATTRIBUTES) found = {};
    found[usual(PREFIXES[one.uri] ?? one.prefix, one.local)] = one.value;
  }
  return found;
}

function usual(prefix: string, local: string): string {
  return prefix === '' ? local : `${prefix}:${local}`;
}

/** The elements among the children. */
export function elementsOf(element: XmlElement): XmlElement[] {
  return element.children.filter((child) => typeof child !== 'string');
}

/** The first child of this name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => typeof child !== 'string' && child.name === name) as XmlElement | undefined;
}

/** What a child says in its `w:val`; undefined where there is none. */
export function saidIn(element: XmlElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.attributes['w:val'];
}

/** Whether a property is on: it is there, and does not say that it is off. */
export function switchOf(element: XmlElement | undefined, name: string): boolean | undefined {
  const child = childOf(element, name);
  if (child === undefined) return undefined;
  return !/^(0|false|off|none)$/.test(child.attributes['w:val'] ?? '1');
}

/** All elements of this name in the tree, in their order; those inside one that was found, too. */
export function* findAll(element: XmlElement, name: string): Generator<XmlElement> {
  for (const child of elementsOf(element)) {
    if (child.name === name) yield child;
    yield* findAll(child, name);
  }
}

/** All text in the tree. */
export function textIn(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('');
}

/** The words of runs in the tree, a paragraph apart from the next; deleted ones, too. */
export function wordsOf(element: XmlElement): string {
  if (element.name === 'w:t' || element.name === 'w:delText') return textIn(element);
  const words = elementsOf(element).map(wordsOf).join('');
  return element.name === 'w:p' ? `${words} ` : words;
}
