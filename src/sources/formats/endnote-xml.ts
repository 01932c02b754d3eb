// Lists of EndNote in XML as RIS, each record at the line where it stands. Pure.
import { childOf, type XmlElement } from '#src/articles/documents/word/xml-tree.ts';
import { risOfXml, saidAt } from './records-of-xml.ts';
import { typeOfEndnote } from './tagged-lists.ts';

/** Whether a text is such a list, by its first lines. */
export function isEndnoteXml(text: string): boolean {
  return /^\s*<(?:\?xml|xml>|records>)/.test(text) && /<ref-type\b/.test(text.slice(0, 200_000));
}

/** RuleBroken where it is not well formed. */
export function risOfEndnoteXml(text: string): string {
  return risOfXml(text, { whose: 'EndNote', names: ['record'], linesOf });
}

/** Where each tag of RIS is told: a path of elements, the last of which may come several times. */
const FIELDS: [tag: string, path: string][] = [
  ['TI', 'titles/title'],
  ['AU', 'contributors/authors/author'],
  ['A2', 'contributors/secondary-authors/author'],
  ['T2', 'titles/secondary-title'],
  ['PB', 'publisher'],
  ['DO', 'electronic-resource-num'],
  ['UR', 'urls/related-urls/url'],
  ['UR', 'urls/web-urls/url'],
  ['PY', 'dates/year'],
  ['DA', 'dates/pub-dates/date'],
  ['Y2', 'access-date'],
  ['KW', 'keywords/keyword'],
  ['VL', 'volume'],
  ['IS', 'number'],
  ['SP', 'pages'],
  ['SN', 'isbn'],
  ['AB', 'abstract'],
  ['N1', 'notes'],
];

function linesOf(record: XmlElement): string[] {
  const type = childOf(record, 'ref-type')?.attributes.name ?? '';
  const fields = FIELDS.flatMap(([tag, path]) => saidAt(record, path).map((words) => `${tag}  - ${words}`));
  const isNamed = saidAt(record, 'titles/secondary-title').length > 0;
  const [periodical] = isNamed ? [] : saidAt(record, 'periodical/full-title');
  return [`TY  - ${typeOfEndnote(type)}`, ...fields, ...(periodical === undefined ? [] : [`T2  - ${periodical}`])];
}
