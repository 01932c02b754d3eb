// RIS: written as reference managers read it, read as old tools wrote it. Pure.
import { oneOrCounted } from '#src/counted.ts';
import type { CardField, Found, Remark } from './entry.ts';
import { nameOfTurned, nameTurned } from './names.ts';
import {
  type CardGiven,
  carriedOf,
  extraLines,
  extrasIn,
  partsOf,
  type Reference,
  referenceOf,
  sayParts,
  undated,
} from './reference.ts';
import { KIND_OF_TAG, TAG_OF_KIND } from './ris-kinds.ts';

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

interface TaggedLine {
  tag: string;
  value: string;
  line: number;
}

interface RisRecord {
  line: number;
  lines: TaggedLine[];
  remarks: Remark[];
}

const TAGGED = /^\s*([A-Za-z][A-Za-z0-9])(?: {1,3}-(?: ?(.*))?|-\s+(.*))$/;

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
      remark: `${oneOrCounted(strays, 'One line stands', 'lines stand')} outside any entry and was not read.`,
    };
}

function* recordsIn(text: string, onStray: () => void): Generator<RisRecord> {
  let record: RisRecord | undefined;
  let number = 0;
  for (const whole of linesOf(text)) {
    number += 1;
    const [, name, spaced, close] = TAGGED.exec(whole) ?? [];
    if (name === undefined) {
      if (whole.trim() !== '') joinOn(record, whole, onStray);
      continue;
    }
    const tag = name.toUpperCase();
    const value = (spaced ?? close ?? '').trimEnd();
    if (tag === 'ER') {
      if (record !== undefined) yield record;
      record = undefined;
    } else if (tag === 'TY' && record !== undefined) {
      yield withRemark(
        record,
        `there is no ER line before the next entry begins on line ${number}; it was ended there.`,
      );
      record = { line: number, lines: [{ tag, value, line: number }], remarks: [] };
    } else {
      record ??= begun(tag, number);
      record.lines.push({ tag, value, line: number });
    }
  }
  if (record !== undefined) yield withRemark(record, 'the file ends before its ER line; what stands here was taken.');
}

function* linesOf(text: string): Generator<string> {
  for (let from = 0; from <= text.length; ) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    yield text.slice(from, to);
    from = to + 1;
  }
}

function begun(tag: string, line: number): RisRecord {
  const remarks =
    tag === 'TY' ? [] : [{ line, field: tag, message: 'the entry begins without a TY line; its kind was guessed.' }];
  return { line, lines: [], remarks };
}

function joinOn(record: RisRecord | undefined, words: string, onStray: () => void): void {
  const last = record?.lines.at(-1);
  if (last === undefined) onStray();
  else last.value += `${isNote(last.tag) ? '\n' : ' '}${words.trim()}`;
}

function withRemark(record: RisRecord, message: string): RisRecord {
  return { ...record, remarks: [...record.remarks, { line: record.line, field: '', message }] };
}

function isNote(tag: string): boolean {
  return tag === 'N1';
}

const KNOWN = new Set(
  'TY ID TI T1 CT BT T2 JO JF JA J2 AU A1 A2 A3 A4 ED DA PY Y1 UR L2 DO PB M3 KW N1 Y2 ER'.split(' '),
);

interface ReferenceFound {
  reference: Reference;
  at: Partial<Record<CardField, { line: number; field: string }>>;
  left_out: string[];
}

/** The reference that the lines of a record say; remarks on it are added. */
function referenceIn(lines: TaggedLine[], remarks: Remark[]): ReferenceFound {
  const first = (...tags: string[]) => firstOf(lines, tags);
  const at: ReferenceFound['at'] = { title: { line: lines[0]?.line ?? 1, field: 'TI' } };
  const said = (field: CardField, found: TaggedLine | undefined) => {
    if (found !== undefined) at[field] = { line: found.line, field: found.tag };
    return found?.value ?? '';
  };
  const notes = extrasIn(lines.filter(({ tag }) => tag === 'N1').flatMap(({ value }) => value.split('\n')));
  const authors = allOf(lines, ['AU', 'A1', 'A2', 'ED', 'A3', 'A4']);
  said('author', authors[0]);
  const dated = dateOf(lines, remarks);
  said('dated_on', dated.line);
  const [url, more_urls] = urlsIn(said('url', first('UR', 'L2')));
  const reference: Reference = {
    id: first('ID')?.value ?? '',
    kind: kindOf(first('TY'), remarks),
    title: said('title', first('TI', 'T1', 'CT', 'BT', 'T2')),
    authors: authors.flatMap(({ value }) => (value === '' ? [] : [nameOfTurned(value)])),
    issued: dated.issued,
    url,
    doi: said('doi', first('DO')),
    publisher: said('publisher', first('PB')),
    container: first('T2', 'JO', 'JF', 'JA', 'J2')?.value ?? '',
    genre: first('M3')?.value ?? '',
    keywords: lines.filter(({ tag }) => tag === 'KW').map(({ value }) => value),
    accessed: '',
    extras: { ...(dated.words !== '' && { dated_on: dated.words }), ...notes.extras },
  };
  const others = lines.filter(({ tag, value }) => !KNOWN.has(tag) && value !== '').map(({ tag }) => tag);
  const left_out = [...others, notes.others > 0 && 'N1', more_urls && 'UR'].filter((one) => one !== false);
  return { reference, at, left_out };
}

/** The first of these tags that says something. */
function firstOf(lines: TaggedLine[], tags: string[]): TaggedLine | undefined {
  return tags.map((tag) => lines.find((one) => one.tag === tag && one.value !== '')).find(Boolean);
}

/** All lines of the first of these tags that there are any of. */
function allOf(lines: TaggedLine[], tags: string[]): TaggedLine[] {
  return tags.map((tag) => lines.filter((one) => one.tag === tag)).find((found) => found.length > 0) ?? [];
}

/** Several addresses may stand in one field, parted by semicolons. */
function urlsIn(value: string): [first: string, more: boolean] {
  const parts = value.split(/;\s+(?=https?:)|;(?=https?:)/);
  return [parts[0] ?? '', parts.length > 1];
}

function kindOf(found: TaggedLine | undefined, remarks: Remark[]): string {
  const tag = found?.value.trim().toUpperCase() ?? '';
  if (found !== undefined && !(tag in KIND_OF_TAG))
    remarks.push({
      line: found.line,
      field: 'TY',
      message: `RIS has no type “${tag.slice(0, 40)}”; the kind was guessed.`,
    });
  return KIND_OF_TAG[tag] ?? '';
}

function dateOf(lines: TaggedLine[], remarks: Remark[]) {
  let words = '';
  let line: TaggedLine | undefined;
  let issued: Reference['issued'] = null;
  for (const tag of ['DA', 'PY', 'Y1']) {
    const found = lines.find((one) => one.tag === tag && one.value.trim() !== '');
    if (found === undefined) continue;
    const parts = partsIn(found.value);
    if (parts === null) remarks.push(undated(found.value, { line: found.line, field: tag }));
    if (parts !== null && (issued === null || sayParts(parts).length > sayParts(issued).length)) issued = parts;
    if (parts === null && words === '') words = found.value;
    line ??= found;
  }
  return { issued, line, words: issued === null ? words : '' };
}

function partsIn(value: string): Reference['issued'] {
  const [, year, month, day] =
    /^\s*(\d{4})(?:[/.-](\d{1,2})?(?:[/.-](\d{1,2})?(?:[/. T-].*)?)?)?\/*\s*$/.exec(value) ?? [];
  return partsOf(year, month, day);
}
