// An entry of a file of sources: the card that it would make, and every remark on it. Pure.
import { firstOf } from '#src/counted.ts';
import { cleanLine, cleanText } from '#src/text-fields.ts';
import { doiOf, doiOfAddress } from '../card/same-source.ts';
import { CARD_FIELDS, type SourceFields } from '../card/source.ts';
import { SOURCE_TYPES } from '../card/source-type.ts';
import { guessType } from '../line/guess-type.ts';
import { cleanWebAddress, titleOfAddress } from '../line/web-address.ts';
import type { SourceType } from '../tables.ts';
import type { CardField, CardRead, Remark } from './card-read.ts';

export interface Entry {
  line: number;
  /** What the entry is called, for whoever looks for it in the file. */
  title: string;
  /** Null where no card can be made of it. */
  card: SourceFields | null;
  remarks: Remark[];
  left_out: string[];
}

const LENGTHS: Partial<Record<CardField, number>> = {
  title: 2000,
  url: 2000,
  publisher: 300,
  author: 300,
  dated_on: 100,
  interest: 2000,
  doi: 300,
  alias: 100,
  anonymity_reason: 500,
  granted_by: 200,
};

/** So many remarks and names of what is left out are kept of one entry: nobody reads more, and a page has to hold them. */
const MOST_REMARKS = 20;
const MOST_LEFT_OUT = 50;

/** The entry with its card, by the rules of the library. What a rule refuses is left out with a remark; only an entry without any title is broken. */
export function entryOf(read: CardRead): Entry {
  const { line } = read;
  const left_out = firstOf(read.left_out, MOST_LEFT_OUT, (more) => `and ${more} more`);
  const remarks = firstOf(read.remarks, MOST_REMARKS, (more) => ({
    line,
    field: '',
    message: `and ${more} more remarks on this entry.`,
  }));
  const remark = (field: CardField, message: string) => {
    const { line, field: name } = read.at[field] ?? { line: read.line, field: field };
    remarks.push({ line, field: name, message });
  };
  const texts = textsOf(read, remark);
  const url = urlOf(texts.url, remark);
  const doi = texts.doi === '' ? '' : doiOf(texts.doi);
  if (texts.doi !== '' && doi === '') remark('doi', `${quoted(texts.doi)} is not a DOI; it was left out.`);
  if (texts.title === '' && url !== '' && !read.is_broken) {
    texts.title = titleOfAddress(url);
    remark('title', 'there is no title; the address is used as one.');
  }
  const is_broken = read.is_broken === true || texts.title === '';
  if (is_broken && !read.is_broken)
    remark('title', 'there is no title, so there is nothing to call this source by. The entry is not offered.');
  const card = is_broken ? null : { ...texts, url, doi: doi || doiOfAddress(url), ...choicesOf(texts, url, remark) };
  return { line, title: texts.title, card: card && withoutSpareAlias(card), remarks, left_out };
}

type Texts = Record<CardField, string>;
type Remarking = (field: CardField, message: string) => void;

function textsOf(read: CardRead, remark: Remarking): Texts {
  const texts = {} as Texts;
  for (const field of CARD_FIELDS) {
    const typed = read.fields[field] ?? '';
    const text = field === 'interest' ? cleanText(typed) : cleanLine(typed);
    const most = LENGTHS[field] ?? 100;
    texts[field] = text.length > most ? text.slice(0, most).toWellFormed().trimEnd() : text;
    if (text.length > most)
      remark(field, `it is longer than the ${most} letters that the card keeps; the rest was left out.`);
  }
  return texts;
}

function urlOf(typed: string, remark: Remarking): string {
  const address = cleanWebAddress(typed);
  if (address.ok) return address.url;
  remark('url', `${address.message} The address was left out.`);
  return '';
}

function choicesOf(texts: Texts, url: string, remark: Remarking) {
  const type = SOURCE_TYPES.find((one) => one === texts.type);
  if (type === undefined && texts.type !== '')
    remark('type', `the desk knows no kind of source that is called ${quoted(texts.type)}; it was guessed.`);
  const proximity = (['primary', 'secondary'] as const).find((one) => one === texts.proximity.toLowerCase()) ?? null;
  if (proximity === null && texts.proximity !== '')
    remark('proximity', `${quoted(texts.proximity)} is neither primary nor secondary; it was left out.`);
  const is_confidential: 0 | 1 = SAID_YES.test(texts.is_confidential) ? 1 : 0;
  return { type: type ?? guessedType(texts.title, url), proximity, is_confidential };
}

const SAID_YES = /^(?:yes|true|1|y|x|confidential)$/i;

function guessedType(title: string, url: string): SourceType {
  const guessed = guessType(title);
  return guessed === 'other' && url !== '' ? 'web' : guessed;
}

function withoutSpareAlias(card: SourceFields): SourceFields {
  return card.is_confidential === 1 ? card : { ...card, alias: '', anonymity_reason: '', granted_by: '' };
}

/** Words of the file as a remark repeats them: in quotation marks, cut where they are long. */
function quoted(words: string): string {
  const letters = [...cleanLine(words)];
  return letters.length > 60 ? `“${letters.slice(0, 60).join('')} …”` : `“${letters.join('')}”`;
}
