// BibTeX as Zotero writes and reads it: @online with urldate. Pure, but for citation.js behind latex.ts.
import { cardIn } from './bibtex-card.ts';
import { type BibEntry, bibEntriesIn } from './bibtex-entries.ts';
import type { Found } from './card-read.ts';
import { latexOf } from './latex.ts';
import { type Name, nameTurned } from './names.ts';
import { type CardGiven, referenceOf } from './reference.ts';
import { sayParts } from './reference-dates.ts';
import { extraLines } from './reference-extras.ts';

const TYPE_OF_KIND: Record<string, string> = { webpage: 'online', 'article-newspaper': 'article', dataset: 'dataset' };

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
        message: `the key “${entry.key.slice(0, 60)}” is on line ${before.line}, too.`,
      });
  }
  for (const entry of entries) {
    takeOver(entry, by_key);
    yield { entry: cardIn(entry) };
  }
  if (entries.length === 0) yield { remark: 'There is no BibTeX entry in this file.' };
}

const TAKEN_OVER = ['publisher', 'organization', 'institution', 'year', 'month', 'date', 'url'];

function takeOver(entry: BibEntry, by_key: Map<string, BibEntry>): void {
  const wanted = entry.fields.get('crossref');
  if (wanted === undefined) return;
  const parent = by_key.get(wanted.value.trim().toLowerCase());
  if (parent === undefined || parent === entry) {
    const message = `there is no entry “${wanted.value.slice(0, 60)}” in this file to copy from.`;
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
