// BibTeX as Zotero writes and reads it: @online with urldate. Pure, but for citation.js behind latex.ts.
import { type BibEntry, bibEntriesIn } from './bibtex-entries.ts';
import { authorsIn, dateOf, urlIn } from './bibtex-fields.ts';
import type { CardField, CardRead, Found } from './entry.ts';
import { latexOf, wordsOfLatex } from './latex.ts';
import { type Name, nameTurned } from './names.ts';
import { type CardGiven, carriedOf, extraLines, extrasIn, type Reference, referenceOf, sayParts } from './reference.ts';

const TYPE_OF_KIND: Record<string, string> = { webpage: 'online', 'article-newspaper': 'article', dataset: 'dataset' };

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

/** The card as an entry, with its empty line behind it. */
export function writeBibtex(card: CardGiven): string {
  const reference = referenceOf(card, (reference) => ({ ...reference, url: addressOf(reference.url) }));
  const { issued, keywords, extras, kind, publisher } = reference;
  const lines: [string, string][] = [
    ['title', `{${latexOf(reference.title)}}`],
    ['author', reference.authors.map(authorOf).join(' and ')],
    ['date', issued === null ? '' : sayParts(issued)],
    ['year', issued === null ? '' : String(issued.year).padStart(4, '0')],
    [kind === 'article-newspaper' ? 'journal' : kind === 'webpage' ? 'organization' : 'publisher', latexOf(publisher)],
    ['url', addressOf(reference.url)],
    ['urldate', reference.accessed],
    ['doi', latexOf(reference.doi)],
    ['type', latexOf(reference.genre)],
    ['keywords', latexOf(keywords.join(', '))],
    ['note', extraLines(extras).map(latexOf).join(LINE_BREAK)],
  ];
  const said = lines.filter(([, value]) => value !== '').map(([name, value]) => `  ${name} = {${value}},\n`);
  return `@${TYPE_OF_KIND[kind] ?? 'misc'}{${reference.id},\n${said.join('')}}\n\n`;
}

const LINE_BREAK = ' \\\\ ';

function authorOf(name: Name): string {
  if ('literal' in name) return `{${latexOf(name.literal)}}`;
  return latexOf(nameTurned(name));
}

/** Addresses stand as they are; only what would break the braces around them is escaped as addresses escape. */
function addressOf(url: string): string {
  return url.replace(/[{}\\]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** The entries of a BibTeX file, in order; what they take over from one another (crossref) is put in. */
export function* readBibtex(text: string): Generator<Found> {
  const entries = [...bibEntriesIn(text)];
  const by_key = new Map<string, BibEntry>();
  for (const entry of entries) {
    const before = by_key.get(entry.key.toLowerCase());
    if (before === undefined || entry.key === '') by_key.set(entry.key.toLowerCase(), entry);
    else
      entry.remarks.push({
        line: entry.line,
        field: 'key',
        message: `the key “${entry.key.slice(0, 60)}” stands on line ${before.line}, too.`,
      });
  }
  for (const entry of entries) {
    takeOver(entry, by_key);
    yield { entry: cardIn(entry) };
  }
  if (entries.length === 0) yield { remark: 'There is no entry of BibTeX in this file.' };
}

const TAKEN_OVER = ['publisher', 'organization', 'institution', 'year', 'month', 'date', 'url'];

function takeOver(entry: BibEntry, by_key: Map<string, BibEntry>): void {
  const wanted = entry.fields.get('crossref');
  if (wanted === undefined) return;
  const parent = by_key.get(wanted.value.trim().toLowerCase());
  if (parent === undefined || parent === entry) {
    const message = `there is no entry “${wanted.value.slice(0, 60)}” in this file to take anything over from.`;
    entry.remarks.push({ line: wanted.line, field: 'crossref', message });
    return;
  }
  for (const name of TAKEN_OVER) {
    const value = parent.fields.get(name);
    if (value !== undefined && !entry.fields.has(name)) entry.fields.set(name, value);
  }
  const title = parent.fields.get('title');
  if (title !== undefined && !entry.fields.has('booktitle')) entry.fields.set('booktitle', title);
}

const KNOWN = new Set(
  'title booktitle author editor date year month day journal journaltitle organization institution school publisher url howpublished urldate doi type keywords note crossref annote annotation'.split(
    ' ',
  ),
);

function cardIn(entry: BibEntry): CardRead {
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
  const others = [...raw.keys()].filter((name) => !KNOWN.has(name));
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
    url: urlIn(entry, said('url', 'url', 'howpublished')),
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
      message: 'its LaTeX is broken; the words were taken without it.',
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
