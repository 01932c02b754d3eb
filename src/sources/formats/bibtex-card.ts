// The card that a BibTeX entry makes. Pure, but for citation.js behind latex.ts.
import type { BibEntry } from './bibtex-entries.ts';
import { authorsIn, dateOf, urlIn } from './bibtex-fields.ts';
import type { CardField, CardRead } from './card-read.ts';
import { wordsOfLatex } from './latex.ts';
import { carriedOf, type Reference } from './reference.ts';
import { extrasIn } from './reference-extras.ts';

const KIND_OF_TYPE: Record<string, string> = {
  online: 'webpage',
  electronic: 'webpage',
  www: 'webpage',
  article: 'article-journal',
  dataset: 'dataset',
  software: 'software',
  letter: 'personal_communication',
  image: 'graphic',
  artwork: 'graphic',
  audio: 'song',
  video: 'motion_picture',
  movie: 'motion_picture',
};

const KNOWN = new Set(
  'title booktitle author editor date year month day journal journaltitle organization institution school publisher url howpublished urldate doi type keywords note crossref annote annotation'.split(
    ' ',
  ),
);

/** The card of an entry, with what is remarked and left out. */
export function cardIn(entry: BibEntry): CardRead {
  const { line, remarks, fields: raw } = entry;
  const at: CardRead['at'] = {};
  const said = (field: CardField, ...names: string[]) => {
    const name = names.find((one) => raw.has(one));
    if (name !== undefined) at[field] = { line: raw.get(name)?.line ?? line, field: name };
    return name ?? '';
  };
  const notes = extrasIn(notesIn(entry));
  const dated = dateOf(entry);
  said('dated_on', 'date', 'year');
  const extras = { ...(dated.words !== '' && { dated_on: dated.words }), ...notes.extras };
  const carried = carriedOf({ ...referenceIn(entry, said), issued: dated.issued, extras });
  // Where there are authors, whoever edited the volume is on no card.
  const beside_authors = raw.has('author') ? ['editor'] : [];
  const others = [...raw.keys()].filter((name) => !KNOWN.has(name) || beside_authors.includes(name));
  const left_out = [...others, ...(notes.others > 0 ? ['note'] : []), ...carried.left_out];
  const is_broken = entry.is_cut && carried.fields.title === '';
  return { line, fields: carried.fields, at, remarks, left_out, ...(is_broken && { is_broken }) };
}

/** `said` notes which of the names a field of the card comes from, and gives it back. */
function referenceIn(
  entry: BibEntry,
  said: (field: CardField, ...names: string[]) => string,
): Omit<Reference, 'issued' | 'extras'> {
  const { fields: raw } = entry;
  const words = (...names: string[]) => {
    const name = names.find((one) => raw.has(one));
    return name === undefined ? '' : decoded(entry, name);
  };
  const author = said('author', 'author', 'editor');
  return {
    id: entry.key,
    kind: kindOf(entry),
    title: words(said('title', 'title', 'booktitle')),
    authors: author === '' ? [] : authorsIn(entry, author),
    url: urlIn(entry, said('url', 'url', 'howpublished')) || urlIn(entry, 'note'),
    doi: words(said('doi', 'doi')),
    publisher: words(said('publisher', 'organization', 'institution', 'school', 'publisher')),
    container: words('journal', 'journaltitle', raw.has('title') ? 'booktitle' : ''),
    genre: words('type'),
    keywords: words('keywords')
      .split(/\s*[,;]\s*/)
      .filter(Boolean),
    accessed: '',
  };
}

function kindOf({ type, fields }: BibEntry): string {
  const known = KIND_OF_TYPE[type];
  if (known !== undefined) return known;
  return type === 'misc' && /https?:/.test(`${fields.get('url')?.value}${fields.get('howpublished')?.value}`)
    ? 'webpage'
    : 'document';
}

function decoded(entry: BibEntry, name: string): string {
  const field = entry.fields.get(name);
  if (field === undefined) return '';
  const words = wordsOfLatex(field.value);
  if (words === null)
    entry.remarks.push({
      line: field.line,
      field: name,
      message: 'its LaTeX is broken; the words were used without it.',
    });
  return (
    words ??
    field.value
      .replace(/[{}\\$]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
  );
}

function notesIn(entry: BibEntry): string[] {
  const lines = ['note', 'annote', 'annotation'].flatMap(
    (name) =>
      entry.fields
        .get(name)
        ?.value.replace(/\s+/g, ' ')
        .split(/ ?\\\\ /) ?? [],
  );
  return lines.map((line) => wordsOfLatex(line) ?? line);
}
