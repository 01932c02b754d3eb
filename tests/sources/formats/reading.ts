// What the tests of formats start from: a text read as a file, and cards that try every field.
import type { SourceFields } from '#src/sources/card/source.ts';
import { sayRemark } from '#src/sources/formats/card-read.ts';
import type { Entry } from '#src/sources/formats/entry.ts';
import { readSources, type SourcesGiven } from '#src/sources/formats/read-sources.ts';
import type { CardGiven } from '#src/sources/formats/reference.ts';
import { writeSources } from '#src/sources/formats/write-sources.ts';
import { SOURCE_FORMATS, type SourceFormat } from '#src/sources/library/source-formats.ts';

export { SOURCE_FORMATS };

export interface WholeRead {
  entries: Entry[];
  refused: string;
  file: { format: SourceFormat | ''; remarks: string[]; columns: { name: string; field: string | null }[] };
}

/** Reads a text, or bytes, right here. */
export function read(content: string | Uint8Array, given: Partial<SourcesGiven> = {}): WholeRead {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const whole: WholeRead = { entries: [], refused: '', file: { format: '', remarks: [], columns: [] } };
  for (const piece of readSources({ name: '', bytes, ...given })) {
    if ('refused' in piece) whole.refused = piece.refused;
    else if ('file' in piece) whole.file = piece.file;
    else whole.entries.push(...piece.entries);
  }
  return whole;
}

/** Every remark on the entries, as people read them. */
export function remarksOf({ entries }: WholeRead): string[] {
  return entries.flatMap((entry) => entry.remarks.map(sayRemark));
}

/** The file of these cards. */
export function written(format: SourceFormat, cards: CardGiven[], with_confidential = true): string {
  return [...writeSources(format, cards, with_confidential)].join('');
}

export const PLAIN: SourceFields = {
  title: 'Bulletin 31 of the governor',
  type: 'statement',
  url: '',
  publisher: '',
  author: '',
  dated_on: '',
  proximity: null,
  interest: '',
  doi: '',
  is_confidential: 0,
  alias: '',
  anonymity_reason: '',
  granted_by: '',
};

/** Cards of every kind, with what formats stumble over. */
export const CARDS: SourceFields[] = [
  PLAIN,
  {
    ...PLAIN,
    title: 'Raid on Karsa: “more than 100”, 50 % & $5 {sic} #3 back\\slash ~tilde^ under_score',
    type: 'web',
    url: 'https://karsa.example/a%20b/raid_one?x=1&y={2}#top',
    publisher: 'karsa.example',
    author: 'Ada Lind; Jan van der Berg; Ministry of Defence, press office',
    dated_on: '2026-03-14',
    proximity: 'secondary',
    interest: 'Owns a third of the mine.\nHas said so before: "never" -- ``once\'\'.',
    doi: '10.1000/182_a',
  },
  { ...PLAIN, title: 'Call with Sorov, 15:40', type: 'call', dated_on: '12 March, 15:40', proximity: 'primary' },
  { ...PLAIN, title: 'سخنگوی والی', type: 'person', author: 'فرماندار', dated_on: '12 March 2026' },
  { ...PLAIN, title: 'Wire at noon', type: 'wire', publisher: 'Karsa Press', author: 'AFP', dated_on: '2026-03' },
  { ...PLAIN, title: '=HYPERLINK("x")', type: 'data', author: 'Müller, Łukasz', dated_on: '1999' },
  { ...PLAIN, title: 'Photograph, "front page"; the third', type: 'image', url: 'https://karsa.example/p.jpg' },
  {
    ...PLAIN,
    title: 'A leaked letter',
    type: 'document',
    url: 'https://karsa.example/l',
    is_confidential: 1,
    alias: 'Source A',
    anonymity_reason: 'would lose his post',
    granted_by: 'Ada Lind',
  },
  { ...PLAIN, title: '-5', type: 'other', interest: 'Claimdesk title: not this' },
];

export function given(card: SourceFields, index: number): CardGiven {
  return { ...card, number: index + 1, added_on: '2026-03-15' };
}
