// Lists of sources in XML as RIS, each record at the line where it stands. Pure.
import { lowered, raised } from '#src/articles/documents/raised.ts';
import { elementsOf, findAll, parseXml, textIn, type XmlElement } from '#src/articles/documents/word/xml-tree.ts';
import { cleanLine } from '#src/text-fields.ts';
import { unreadable } from './card-read.ts';

/** The records of these names as RIS. RuleBroken where the text is not well formed; `whose` says what list it is. */
export function risOfXml(
  text: string,
  { whose, names, linesOf }: { whose: string; names: string[]; linesOf: (record: XmlElement) => string[] },
): string {
  const root = parsed(text, whose);
  const records = names.flatMap((name) => [...findAll(root, name)]).sort((a, b) => a.start - b.start);
  const lines: string[] = [];
  let [line, counted] = [0, 0];
  for (const record of records) {
    for (let at = text.indexOf('\n', counted); at >= 0 && at < record.start; at = text.indexOf('\n', counted)) {
      line += 1;
      counted = at + 1;
    }
    while (lines.length < line) lines.push('');
    lines.push(...linesOf(record), 'ER  - ');
  }
  return lines.join('\n');
}

function parsed(text: string, whose: string): XmlElement {
  try {
    return parseXml(text.trimStart());
  } catch (error) {
    const [first = ''] = String((error as Error).message).split('\n');
    throw unreadable(
      `This ${whose} list is no well-formed XML (${cleanLine(first).slice(0, 80)}). Export it again, or as RIS.`,
    );
  }
}

/** The elements at a path, the last of which may come several times. */
export function elementsAt(element: XmlElement, path: string): XmlElement[] {
  let found = [element];
  for (const name of path.split('/'))
    found = found.flatMap((one) => elementsOf(one).filter((child) => child.name === name));
  return found;
}

/** The words at a path, a line each; raised and lowered figures stay apart from those before them. */
export function saidAt(element: XmlElement, path: string): string[] {
  return elementsAt(element, path)
    .map((one) => cleanLine(wordsIn(one)))
    .filter((words) => words !== '');
}

function wordsIn(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : wordsOfLook(child))).join('');
}

function wordsOfLook(element: XmlElement): string {
  const { name, attributes } = element;
  const look = name === 'style' ? (attributes.face ?? '') : name;
  if (/^sup$|superscript/.test(look)) return raised(textIn(element));
  return /^sub$|subscript/.test(look) ? lowered(textIn(element)) : wordsIn(element);
}
