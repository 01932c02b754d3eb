// A source as a card of the library: its fields, made of one line or of a form, by one set of rules. Pure.
import { cutAtWord } from '#src/cut-at-word.ts';
import { RuleBroken } from '#src/errors.ts';
import { cleanLine, cleanText, foldKey } from '#src/text-fields.ts';
import { readSourceLine, type SourceLine } from '../line/source-line.ts';
import { cleanWebAddress, siteOf } from '../line/web-address.ts';
import type { SourceTable, SourceType } from '../tables.ts';
import { doiOf, doiOfAddress, urlKeyOf } from './same-source.ts';

/** What a card says of any source, in the order in which forms, files and reports have it. */
export const OPEN_FIELDS = [
  'title',
  'type',
  'url',
  'publisher',
  'author',
  'dated_on',
  'proximity',
  'interest',
  'doi',
] as const satisfies (keyof SourceTable)[];

/** What is said beside that of a confidential one. */
export const CONFIDENTIAL_FIELDS = [
  'is_confidential',
  'alias',
  'anonymity_reason',
  'granted_by',
] as const satisfies (keyof SourceTable)[];

/** All that a person says of a source. */
export const CARD_FIELDS = [...OPEN_FIELDS, ...CONFIDENTIAL_FIELDS] as const satisfies (keyof SourceTable)[];

export type SourceFields = Pick<SourceTable, (typeof CARD_FIELDS)[number]>;

/** What the program makes of a card, for finding it again. */
export type SourceKeys = Pick<SourceTable, 'title_key' | 'url_key' | 'search_text'>;

/** What was typed about a source beside its line; what is missing or empty comes from the line. */
export type SourceDetails = { [Field in keyof SourceFields]?: SourceFields[Field] | undefined };

/**
 * What one typed line says, and the card that it makes with what was typed beside it. RuleBroken with a sentence where it
 * says nothing or holds an address that the desk does not keep.
 */
export function cardOfLine(typed: string, details?: SourceDetails): { line: SourceLine; fields: SourceFields } {
  const line = readSourceLine(typed);
  if (line.refused !== '') throw new RuleBroken(line.refused, 'source_line');
  if (line.title === '')
    throw new RuleBroken(
      'Write the source in one line: an address, a title, or “call NAME TIME: what was said”.',
      'source_line',
    );
  return { line, fields: fieldsOfLine(line, details) };
}

/** The card that a line makes, with what was typed beside it standing before what the line says. */
export function fieldsOfLine(line: SourceLine, details: SourceDetails = {}): SourceFields {
  const url = details.url ? urlOf(details.url) : line.url;
  return {
    title: line.title,
    type: details.type ?? (line.type === 'other' && url !== '' ? 'web' : line.type),
    url,
    publisher: cleanLine(details.publisher ?? '') || line.publisher || (details.url ? siteOf(url) : ''),
    author: cleanLine(details.author ?? ''),
    dated_on: cleanLine(details.dated_on ?? ''),
    proximity: details.proximity ?? null,
    interest: cleanText(details.interest ?? ''),
    doi: details.doi ? doiIn(details.doi) : doiOfAddress(url),
    ...confidentialFields(details),
  };
}

/** A card's fields as they are stored. RuleBroken for an empty title or an address that the desk does not keep. */
export function cleanFields(fields: SourceFields): SourceFields {
  const title = cleanLine(fields.title);
  if (title === '') throw new RuleBroken('A source needs a title. Any words that set it apart will do.', 'title');
  const url = urlOf(fields.url);
  return {
    title,
    type: fields.type as SourceType,
    url,
    publisher: cleanLine(fields.publisher),
    author: cleanLine(fields.author),
    dated_on: cleanLine(fields.dated_on),
    proximity: fields.proximity,
    interest: cleanText(fields.interest),
    doi: fields.doi ? doiIn(fields.doi) : doiOfAddress(url),
    ...confidentialFields(fields),
  };
}

/** What a person says of a stored source, without what the program adds. */
export function cardOf(source: SourceTable): SourceFields {
  const { title, type, url, publisher, author, dated_on, proximity, interest, doi } = source;
  const { is_confidential, alias, anonymity_reason, granted_by } = source;
  const open = { title, type, url, publisher, author, dated_on, proximity, interest, doi };
  return { ...open, is_confidential, alias, anonymity_reason, granted_by };
}

/** The keys of a card, to be stored with it. */
export function keysOf(fields: SourceFields): SourceKeys {
  const { title, url, publisher, author, doi, alias, dated_on, interest } = fields;
  const words = [title, url, publisher, author, doi, alias, dated_on, interest].filter(Boolean);
  return { title_key: foldKey(title), url_key: urlKeyOf(url), search_text: foldKey(words.join(' ')) };
}

/** A card keeps these only while it is confidential; an empty alias is filled in when it is stored. */
function confidentialFields(typed: SourceDetails): Pick<SourceFields, (typeof CONFIDENTIAL_FIELDS)[number]> {
  if (!typed.is_confidential) return { is_confidential: 0, alias: '', anonymity_reason: '', granted_by: '' };
  const line = (field: 'alias' | 'anonymity_reason' | 'granted_by') => cleanLine(typed[field] ?? '');
  return {
    is_confidential: 1,
    alias: line('alias'),
    anonymity_reason: line('anonymity_reason'),
    granted_by: line('granted_by'),
  };
}

function doiIn(typed: string): string {
  const doi = doiOf(typed);
  if (doi === '')
    throw new RuleBroken(
      'A DOI begins with 10. and has a slash, as in 10.1000/182. Leave it empty if there is none.',
      'doi',
    );
  return doi;
}

function urlOf(typed: string): string {
  const address = cleanWebAddress(typed);
  if (!address.ok) throw new RuleBroken(address.message, 'url');
  return address.url;
}

/** The title as a notice says it: in quotation marks, cut where it is very long. */
export function namedInNotice(title: string): string {
  return `“${cutAtWord(title, 90)}”`;
}
