// The reference that the tagged lines of a RIS record say. Pure.
import type { CardField, Remark } from './card-read.ts';
import { namesOfTurned } from './names.ts';
import { plainWords } from './plain-words.ts';
import type { Reference } from './reference.ts';
import { dateIn, partsOf, sayParts, undated } from './reference-dates.ts';
import { extrasIn } from './reference-extras.ts';
import { KIND_OF_TAG } from './ris-kinds.ts';
import type { TaggedLine } from './ris-records.ts';

const KNOWN = new Set(
  'TY ID TI T1 CT BT T2 JO JF JA J2 AU A1 A2 A3 A4 ED DA PY Y1 UR L2 DO PB M3 KW N1 Y2 LK ER'.split(' '),
);

interface ReferenceFound {
  reference: Reference;
  at: Partial<Record<CardField, { line: number; field: string }>>;
  left_out: string[];
}

/** The reference that the lines of a record say; remarks on it are added. */
export function referenceIn(lines: TaggedLine[], remarks: Remark[]): ReferenceFound {
  const first = (...tags: string[]) => firstOf(lines, tags);
  const at: ReferenceFound['at'] = { title: { line: lines[0]?.line ?? 1, field: 'TI' } };
  const said = (field: CardField, found: TaggedLine | undefined) => {
    if (found !== undefined) at[field] = { line: found.line, field: found.tag };
    return found?.value ?? '';
  };
  const notes = extrasIn(lines.filter(({ tag }) => tag === 'N1').flatMap(({ value }) => value.split('\n')));
  const authors = allOf(lines, CREATORS);
  said('author', authors[0]);
  const dated = dateOf(lines, remarks);
  said('dated_on', dated.line);
  const [url = ''] = urlsIn(said('url', first('UR', 'L2', 'LK')));
  const reference: Reference = {
    id: first('ID')?.value ?? '',
    kind: kindOf(first('TY'), remarks),
    title: plainWords(said('title', first('TI', 'T1', 'CT', 'BT', 'T2'))),
    authors: authors.flatMap(({ value }) => namesOfTurned(value)),
    issued: dated.issued,
    url,
    doi: said('doi', first('DO') ?? lines.find(isDoi)),
    publisher: plainWords(said('publisher', first('PB'))),
    container: plainWords(first('T2', 'JO', 'JF', 'JA', 'J2')?.value ?? ''),
    genre: lines.find(({ tag, value }) => tag === 'M3' && value !== '' && !isDoi({ tag, value }))?.value ?? '',
    keywords: lines.filter(({ tag }) => tag === 'KW').map(({ value }) => value),
    accessed: '',
    extras: { ...(dated.words !== '' && { dated_on: dated.words }), ...notes.extras },
  };
  return { reference, at, left_out: leftOutOf(lines, { url, notes: notes.others, authors: authors[0]?.tag }) };
}

const ADDRESSES = ['UR', 'L2', 'LK'];
const CREATORS = ['AU', 'A1', 'A2', 'ED', 'A3', 'A4'];

function leftOutOf(
  lines: TaggedLine[],
  { url, notes, authors }: { url: string; notes: number; authors: string | undefined },
): string[] {
  const others = lines.filter(
    ({ tag, value }) => value !== '' && (CREATORS.includes(tag) ? tag !== authors : !KNOWN.has(tag)),
  );
  const addresses = new Set(lines.filter(({ tag }) => ADDRESSES.includes(tag)).flatMap(({ value }) => urlsIn(value)));
  const more = [...addresses].filter((one) => one !== url && one !== '').map((one) => `address ${one}`);
  return [...others.map(({ tag }) => tag), ...(notes > 0 ? ['N1'] : []), ...more];
}

/** Older programs put the DOI where the kind of work stands. */
function isDoi({ tag, value }: Pick<TaggedLine, 'tag' | 'value'>): boolean {
  return tag === 'M3' && /^\s*(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)?10\.\d{4,9}\/\S+\s*$/i.test(value);
}

/** The first of these tags that says something. */
function firstOf(lines: TaggedLine[], tags: string[]): TaggedLine | undefined {
  return tags.map((tag) => lines.find((one) => one.tag === tag && one.value !== '')).find(Boolean);
}

/** All lines of the first of these tags that there are any of. */
function allOf(lines: TaggedLine[], tags: string[]): TaggedLine[] {
  return tags.map((tag) => lines.filter((one) => one.tag === tag)).find((found) => found.length > 0) ?? [];
}

/** Several addresses may stand in one field, parted by semicolons or spaces. */
function urlsIn(value: string): string[] {
  return value.trim().split(/(?:\s*;\s*|\s+)(?=https?:)/);
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
    const parts = partsIn(found.value) ?? dateIn(found.value.trim()) ?? dayOfYear(found.value, lines);
    if (parts === null) remarks.push(undated(found.value, { line: found.line, field: tag }));
    if (parts !== null && (issued === null || sayParts(parts).length > sayParts(issued).length)) issued = parts;
    if (parts === null && words === '') words = found.value;
    line ??= found;
  }
  return { issued, line, words: issued === null ? words : '' };
}

/** "May 7" beside a year in its own line. */
function dayOfYear(value: string, lines: TaggedLine[]): Reference['issued'] {
  const year = /^\s*(\d{4})/.exec(firstOf(lines, ['PY', 'Y1'])?.value ?? '')?.[1];
  const [, month, day] = /^\s*([A-Za-z]{3,9})\.? (\d{1,2})\s*$/.exec(value) ?? [];
  return year === undefined || month === undefined ? null : dateIn(`${day} ${month} ${year}`);
}

function partsIn(value: string): Reference['issued'] {
  // "2015/october" and the like.
  const named = /^\s*(\d{4})[/ -]([A-Za-z]{3,9})(?:[/ -](\d{1,2}))?\/*\s*$/.exec(value);
  if (named !== null) return dateIn([named[3], named[2], named[1]].filter(Boolean).join(' '));
  const [, year, month, day] =
    /^\s*(\d{4})(?:[/.-](\d{1,2})?(?:[/.-](\d{1,2})?(?:[/. T-].*)?)?)?\/*\s*$/.exec(value) ?? [];
  return partsOf(year, month, day);
}
