// RIS: written as reference managers read it, read as old tools wrote it. Pure.
import { oneOrCounted, wordFor } from '#src/counted.ts';
import type { Found } from './card-read.ts';
import { nameTurned } from './names.ts';
import { type CardGiven, carriedOf, type Reference, referenceOf } from './reference.ts';
import { extraLines } from './reference-extras.ts';
import { TAG_OF_KIND } from './ris-kinds.ts';
import { recordsIn } from './ris-records.ts';
import { referenceIn } from './ris-reference.ts';

/** The card as a record, with its empty line behind it. */
export function writeRis(card: CardGiven): string {
  return `${recordOf(referenceOf(card, (reference) => readBack(recordOf(reference))))}\r\n`;
}

function recordOf(reference: Reference): string {
  const { issued, authors, keywords, extras } = reference;
  const date = issued === null ? [] : [issued.year, issued.month ?? '', issued.day ?? ''];
  const two = (part: number | string) => (part === '' ? '' : String(part).padStart(2, '0'));
  const lines: [string, string | undefined][] = [
    ['TY', TAG_OF_KIND[reference.kind] ?? 'GEN'],
    ['ID', reference.id],
    ['TI', reference.title],
    ...authors.map((name): [string, string] => ['AU', nameTurned(name)]),
    ['PY', issued === null ? '' : String(issued.year).padStart(4, '0')],
    [
      'DA',
      date.length === 0
        ? ''
        : `${[String(date[0]).padStart(4, '0'), two(date[1] ?? ''), two(date[2] ?? '')].join('/')}/`,
    ],
    ['T2', reference.container],
    ['PB', reference.publisher],
    ['DO', reference.doi],
    ['UR', reference.url],
    ['Y2', reference.accessed === '' ? '' : `${reference.accessed.replaceAll('-', '/')}/`],
    ['M3', reference.genre],
    ...keywords.map((word): [string, string] => ['KW', word]),
    ['N1', reference.remark ?? ''],
    ...extraLines(extras).map((line): [string, string] => ['N1', line]),
  ];
  const said = lines.filter(([, value]) => value !== '').map(([tag, value]) => `${tag}  - ${value}\r\n`);
  return `${said.join('')}ER  - \r\n`;
}

function readBack(record: string): Reference {
  const lines = record
    .split('\r\n')
    .map((line, index) => ({ tag: line.slice(0, 2), value: line.slice(6), line: index }));
  return referenceIn(lines, []).reference;
}

/** The entries of a RIS file, in order. An entry without its end, and words between tags, are understood and said. */
export function* readRis(text: string): Generator<Found> {
  let strays = 0;
  for (const record of recordsIn(text, () => {
    strays += 1;
  })) {
    const { reference, at, left_out } = referenceIn(record.lines, record.remarks);
    const carried = carriedOf(reference);
    const entry = { line: record.line, at, remarks: record.remarks, fields: carried.fields };
    yield { entry: { ...entry, left_out: [...new Set([...left_out, ...carried.left_out])] } };
  }
  if (strays > 0)
    yield {
      remark: `${oneOrCounted(strays, 'One line is', 'lines are')} outside any entry and ${wordFor(strays, 'was', 'were')} not read.`,
    };
}
