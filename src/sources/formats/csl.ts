// CSL-JSON: a list of objects by the schema of citation styles, our own fields in `custom`. Pure.
import { cleanLine } from '#src/text-fields.ts';
import type { CardField, CardRead, Found, Remark } from './card-read.ts';
import { datedIn } from './csl-dates.ts';
import { type JsonPiece, piecesOfJson } from './json-pieces.ts';
import type { Name } from './names.ts';
import { plainWords } from './plain-words.ts';
import { type CardGiven, carriedOf, type Reference, referenceOf } from './reference.ts';
import { type DateParts, partsOf, undated } from './reference-dates.ts';

/** The card as an item of CSL-JSON, in one line. */
export function writeCsl(card: CardGiven): string {
  return JSON.stringify(itemOf(referenceOf(card, (reference) => reference)));
}

function itemOf(reference: Reference): Record<string, unknown> {
  const { id, kind, title, authors, issued, url, doi, publisher, container, genre, keywords, accessed, extras } =
    reference;
  const item = {
    id,
    type: kind,
    title: marked(title),
    author: authors,
    issued: issued ? datesOf(issued) : extras.dated_on ? { literal: extras.dated_on } : '',
    'container-title': marked(container),
    publisher: marked(publisher),
    URL: url,
    DOI: doi,
    accessed: accessed === '' ? '' : datesOf(partsIn(accessed) as DateParts),
    genre,
    keyword: keywords.join(', '),
    note: noteOf(reference),
    custom: Object.keys(extras).length > 0 ? { claimdesk: extras } : '',
  };
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== '' && !isEmptyList(value)));
}

/** Words that would be read as markup, so that they come back as they are. */
function marked(words: string): string {
  return plainWords(words) === words ? words : words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function noteOf({ remark, extras }: Reference): string {
  return [remark, extras.interest && `Interest: ${extras.interest}`].filter(Boolean).join(' · ');
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function datesOf({ year, month, day }: DateParts) {
  return { 'date-parts': [[year, month, day].filter((part) => part !== undefined)] };
}

function partsIn(iso: string): DateParts | null {
  const [year, month, day] = iso.split('-');
  return partsOf(year, month, day);
}

/** The items of a file of CSL-JSON, in order: a list, one item, an item a line, or a list within an object. */
export function* readCsl(text: string): Generator<Found> {
  let count = 0;
  for (const piece of piecesOfJson(withinCrossref(text))) {
    count += 1;
    yield { entry: entryIn(piece) };
  }
  if (count === 0) yield { remark: 'The file is JSON, but there is no list of sources in it.' };
}

/** What Crossref answers stands within an envelope: the work, or the list of works. */
function withinCrossref(text: string): string {
  if (!/^\s*\{\s*"status"\s*:/.test(text.slice(0, 200))) return text;
  try {
    const { message } = JSON.parse(text) as { message?: Item };
    return JSON.stringify(message?.items ?? message ?? {});
  } catch {
    return text;
  }
}

type Item = Record<string, unknown>;

function entryIn(piece: JsonPiece): CardRead {
  const { line } = piece;
  if ('broken' in piece) {
    const remarks = [{ line: piece.broken_line, field: '', message: piece.broken }];
    return { line, fields: {}, at: {}, remarks, left_out: [], is_broken: true };
  }
  const remarks: Remark[] = [];
  const place = (name: string) => ({ line: piece.lines.get(name) ?? line, field: name });
  const item = piece.value as Item;
  const { reference, left_out } = referenceIn(item, (name, message) => remarks.push({ ...place(name), message }));
  const dated = datedIn(item.issued);
  if (dated.remark !== '') remarks.push({ ...place('issued'), message: dated.remark });
  else if (dated.issued === null && dated.words === '' && 'issued' in item && !dated.is_empty)
    remarks.push(undated('What stands here', place('issued')));
  const own = extrasIn(item);
  const said = dated.words === '' ? {} : { dated_on: dated.words };
  const carried = carriedOf({ ...reference, issued: dated.issued, extras: { ...said, ...own } });
  return { line, fields: carried.fields, at: placesOf(place), remarks, left_out: [...left_out, ...carried.left_out] };
}

const NAMES: Partial<Record<CardField, string>> = {
  title: 'title',
  type: 'type',
  url: 'URL',
  publisher: 'publisher',
  author: 'author',
  dated_on: 'issued',
  doi: 'DOI',
  interest: 'custom',
};

function placesOf(place: (name: string) => { line: number; field: string }): CardRead['at'] {
  return Object.fromEntries(Object.entries(NAMES).map(([field, name]) => [field, place(name)]));
}

const KNOWN = new Set(
  'id type title author issued container-title publisher URL DOI accessed genre keyword custom note citation-key'.split(
    ' ',
  ),
);

type Remarking = (name: string, message: string) => void;

function referenceIn(item: Item, remark: Remarking): { reference: Reference; left_out: string[] } {
  const text = (name: string) => {
    const value = item[name];
    // Crossref has a list of titles, of which the first is the title.
    if (Array.isArray(value) && textIn(value[0]) !== '') return textIn(value[0]);
    if (Array.isArray(value) && value.length === 0) return '';
    if (value !== undefined && value !== null && typeof value === 'object')
      remark(name, 'this should be words, and it is a list or an object; it was left out.');
    return textIn(value);
  };
  const reference = {
    id: text('id'),
    kind: text('type'),
    title: plainWords(text('title')),
    authors: namesOf(item.author ?? [], remark),
    issued: null,
    url: text('URL'),
    doi: text('DOI'),
    publisher: plainWords(text('publisher')),
    container: plainWords(text('container-title')),
    genre: text('genre'),
    keywords: cleanLine(text('keyword'))
      .split(/\s*[,;]\s*/)
      .filter(Boolean),
    accessed: '',

    extras: {},
  };
  const left_out = Object.keys(item).filter((name) => !KNOWN.has(name));
  const note = text('note');
  const isOwn = note === '' || note === `Interest: ${extrasIn(item).interest ?? ''}`;
  return { reference, left_out: isOwn ? left_out : [...left_out, 'note'] };
}

function textIn(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

function namesOf(value: unknown, remark: Remarking): Name[] {
  if (typeof value === 'string') return [{ literal: value }];
  if (!Array.isArray(value)) {
    remark('author', 'this should be a list of names; it was left out.');
    return [];
  }
  return value.flatMap((one): Name[] => {
    if (typeof one === 'string') return [{ literal: one }];
    if (typeof one !== 'object' || one === null) return [];
    const part = (name: string) => textIn((one as Item)[name]);
    const whole = part('literal') || part('name');
    if (whole !== '') return [{ literal: whole }];
    const family = ['dropping-particle', 'non-dropping-particle', 'family', 'suffix']
      .map(part)
      .filter(Boolean)
      .join(' ');
    return family === '' && part('given') === '' ? [] : [{ family, given: part('given') }];
  });
}

function extrasIn(item: Item): Partial<Record<CardField, string>> {
  const own = (item.custom as Item | undefined)?.claimdesk;
  if (typeof own !== 'object' || own === null) return {};
  const texts = Object.entries(own).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  return Object.fromEntries(texts);
}
