// Lists of EndNote in XML as RIS, each record at the line where it stands. Pure.
import {
  childOf,
  elementsOf,
  findAll,
  parseXml,
  textIn,
  type XmlElement,
} from '#src/articles/documents/word/xml-tree.ts';
import { cleanLine } from '#src/text-fields.ts';
import { unreadable } from './entry.ts';
import { typeOfEndnote } from './tagged-lists.ts';

/** Whether a text is such a list, by its first lines. */
export function isEndnoteXml(text: string): boolean {
  return /^\s*<(?:\?xml|xml>|records>)/.test(text) && /<ref-type\b/.test(text.slice(0, 200_000));
}

/** RuleBroken where it is not well formed. */
export function risOfEndnoteXml(text: string): string {
  const lines: string[] = [];
  let [line, counted] = [0, 0];
  for (const record of findAll(parsed(text), 'record')) {
    for (let at = text.indexOf('\n', counted); at >= 0 && at < record.start; at = text.indexOf('\n', counted)) {
      line += 1;
      counted = at + 1;
    }
    while (lines.length < line) lines.push('');
    lines.push(...linesOf(record), 'ER  - ');
  }
  return lines.join('\n');
}

function parsed(text: string): XmlElement {
  try {
    return parseXml(text.trimStart());
  } catch (error) {
    const [first = ''] = String((error as Error).message).split('\n');
    throw unreadable(
      `This EndNote list is no well-formed XML (${cleanLine(first).slice(0, 80)}). Export it again, or as RIS.`,
    );
  }
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

function saidAt(element: XmlElement, path: string): string[] {
  let found = [element];
  for (const name of path.split('/'))
    found = found.flatMap((one) => elementsOf(one).filter((child) => child.name === name));
  return found.map((one) => cleanLine(textIn(one))).filter((words) => words !== '');
}
