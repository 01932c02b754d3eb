// The names by which columns of sources go, here and elsewhere, and the field that each is. Pure.
import { cleanLine } from '#src/text-fields.ts';
import { SOURCE_TYPE_LABELS, SOURCE_TYPES } from '../card/source-type.ts';
import type { SourceType } from '../tables.ts';
import type { CardField } from './card-read.ts';

const NAMES: Record<CardField, string> = {
  title: 'title, headline, name, heading, titel, titre, source',
  type: 'type, kind, item type, source type, medium',
  url: 'url, link, address, web address, web, website, uri, href',
  publisher:
    'publisher, publication title, publication, outlet, site, journal, newspaper, organisation, organization, container title',
  author: 'author, authors, author or speaker, speaker, by, creator, creators, byline, written by',
  dated_on: 'dated_on, date, dated, published, publication date, date published, issued, year, publication year, datum',
  proximity: 'proximity, nearness, how near, primary or secondary',
  interest: 'interest, its own interest, own interest, conflict of interest',
  doi: 'doi',
  is_confidential: 'is_confidential, confidential',
  alias: 'alias',
  anonymity_reason: 'anonymity_reason, why it has no name',
  granted_by: 'granted_by, anonymity granted by',
};

/** Columns that the desk writes and makes anew: nothing is lost with them. */
const OWN = ['number', 'added_on', 'desk', 'audience'];

const FIELD_OF = new Map(
  Object.entries(NAMES).flatMap(([field, names]) => names.split(', ').map((name) => [name, field as CardField])),
);

/** Of a longer name no more is shown or compared. */
const LONGEST_NAME = 200;

export interface Column {
  name: string;
  /** What it is on the card; null where it has no place there. */
  field: CardField | null;
}

/** The columns by their names; of two that would be the same field, the one named more plainly is it. */
export function columnsOf(header: string[]): Column[] {
  const names = header.map((cell) => cleanLine(cell.slice(0, LONGEST_NAME).toWellFormed()));
  const wanted = names.map(fieldNamed);
  const taken = new Map<CardField, number>();
  for (const [index, field] of wanted.entries()) {
    const before = field === undefined ? undefined : taken.get(field);
    if (field !== undefined && (before === undefined || rankOf(names[index], field) < rankOf(names[before], field)))
      taken.set(field, index);
  }
  return names.map((name, index) => {
    const field = wanted[index];
    return {
      name: name || `column ${index + 1}`,
      field: field !== undefined && taken.get(field) === index ? field : null,
    };
  });
}

/** "Title, short" and "Date (published)" are what their first words say. */
function fieldNamed(name: string): CardField | undefined {
  const key = name.toLowerCase();
  return FIELD_OF.get(key) ?? FIELD_OF.get(key.replaceAll('_', ' ')) ?? FIELD_OF.get(firstWords(key));
}

/** The day of a visit is no day of a source. */
const NOT_OF_IT = /access|retriev|visit|added|modif|check|archiv/;

function firstWords(key: string): string {
  return NOT_OF_IT.test(key) ? '' : (key.split(/\s*[,(:/]/, 1)[0] ?? '');
}

function rankOf(name: string | undefined, field: CardField): number {
  const rank = NAMES[field].split(', ').indexOf((name ?? '').toLowerCase());
  return rank < 0 ? NAMES[field].length : rank;
}

export function isOwnColumn(name: string): boolean {
  return OWN.includes(name.toLowerCase());
}

const TYPE_NAMES = new Map<string, SourceType>([
  ...SOURCE_TYPES.map((type): [string, SourceType] => [type, type]),
  ...SOURCE_TYPES.map((type): [string, SourceType] => [SOURCE_TYPE_LABELS[type], type]),
  ...(['webpage', 'blogpost', 'forumpost', 'website', 'page'] as const).map((name): [string, SourceType] => [
    name,
    'web',
  ]),
  ...[
    'newspaperarticle',
    'magazinearticle',
    'journalarticle',
    'book',
    'report',
    'thesis',
    'manuscript',
    'booksection',
    'conferencepaper',
    'case',
    'bill',
    'statute',
    'hearing',
    'patent',
    'preprint',
    'attachment',
  ].map((name): [string, SourceType] => [name, 'document']),
  ...['letter', 'email', 'instantmessage', 'telephone', 'phone', 'message', 'phone call'].map(
    (name): [string, SourceType] => [name, 'call'],
  ),
  ...['interview', 'witness'].map((name): [string, SourceType] => [name, 'person']),
  ...[
    'artwork',
    'videorecording',
    'audiorecording',
    'film',
    'photo',
    'picture',
    'map',
    'podcast',
    'radiobroadcast',
    'tvbroadcast',
    'video',
    'recording',
  ].map((name): [string, SourceType] => [name, 'image']),
  ...['presentation', 'press release', 'briefing'].map((name): [string, SourceType] => [name, 'statement']),
  ['dataset', 'data'],
  ['agency', 'wire'],
]);

/** The kind of source that a word of a table means; the word itself where it is none. */
export function typeNamed(word: string): string {
  return TYPE_NAMES.get(cleanLine(word).toLowerCase()) ?? cleanLine(word);
}
