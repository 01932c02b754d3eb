// The names, addresses and dates of BibTeX entries. Pure, but for citation.js behind latex.ts.
import type { BibEntry } from './bibtex-entries.ts';
import { wordsOfLatex } from './latex.ts';
import { type Name, namesOfTurned } from './names.ts';
import { dateIn, partsOf, undated } from './reference-dates.ts';

/** Names are parted by "and" outside braces; a name in braces is one word, as those of offices are. */
export function authorsIn(entry: BibEntry, field: string): Name[] {
  const value = (entry.fields.get(field)?.value ?? '').replace(/\s+/g, ' ').replace(/ and\s*$/i, '');
  return namesParted(value).flatMap((part): Name[] => {
    const isWhole = isInBraces(part);
    const words = wordsOfLatex(part) ?? part.replace(/[{}\\$]/g, '');
    if (words === '') return [];
    return isWhole ? [{ literal: words }] : namesOfTurned(words === 'others' ? 'et al.' : words);
  });
}

/** Whether one pair of braces holds all of it. */
function isInBraces(part: string): boolean {
  let depth = 0;
  for (const { 0: mark, index } of part.matchAll(/\\[\s\S]|[{}]/g)) {
    if (mark === '{') depth += 1;
    else if (mark === '}') depth -= 1;
    if (depth === 0) return part.startsWith('{') && index === part.length - 1;
  }
  return false;
}

function namesParted(value: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (const { 0: mark, index } of value.matchAll(/\\[\s\S]|[{}]| and(?= )/gi)) {
    if (mark === '{') depth += 1;
    else if (mark === '}') depth -= 1;
    else if (!mark.startsWith('\\') && depth === 0) {
      parts.push(value.slice(from, index).trim());
      from = index + mark.length;
    }
  }
  return [...parts, value.slice(from).trim()];
}

/** An address as it stands, without what LaTeX makes of it; of several the first, which is said. */
export function urlIn(entry: BibEntry, name: string): string {
  const { line = 0, value: whole = '' } = entry.fields.get(name) ?? {};
  const value = whole.trim();
  const others = [...value.matchAll(/https?:[^\s{}<>"]+/g)].length - 1;
  if (others > 0 && !FREE_WORDS.includes(name))
    entry.remarks.push({ line, field: name, message: 'there is more than one address; the first was used.' });
  const inner = /\\(?:url|href)\s*\{([^{}]*)\}/.exec(value)?.[1] ?? value.replace(/^\{(.*)\}$/s, '$1');
  const url = inner
    .replace(/\\([&%$#_{}])/g, '$1')
    .replace(/\{?\\(?:textasciitilde|~)(?:\{\})?\}?/g, '~')
    .trim()
    .replace(/^<(.*)>$/, '$1')
    .replace(/^(https?:\S+)\s[\s\S]*$/, '$1');
  return FREE_WORDS.includes(name) && !/^(?:https?:|www\.)/i.test(url) ? addressAmong(url) : url;
}

/** Fields of words, among which an address may stand. */
const FREE_WORDS = ['howpublished', 'note'];

function addressAmong(words: string): string {
  return /https?:\/\/[^\s{}<>"]+[^\s{}<>",.;:)]/.exec(words)?.[0] ?? '';
}

/** The date of an entry, or its words where they are none; then it is said. */
export function dateOf(entry: BibEntry) {
  const text = (name: string) => entry.fields.get(name)?.value.replace(/[{}]/g, '').trim() ?? '';
  const field = text('date') === '' ? 'year' : 'date';
  const words = text('date') || [text('day'), text('month'), text('year')].filter(Boolean).join(' ');
  if (words === '') return { issued: null, words: '' };
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?$/.exec(text('date')) ?? [];
  const about = aboutIn(text(field));
  if (about !== '') return { issued: null, words: about };
  const inMonth = monthIn(text('month'));
  const told =
    field === 'date' ? dateIn(text('date')) : partsOf(text('year'), inMonth?.month, inMonth?.day ?? text('day'));
  const issued = partsOf(year, month, day) ?? told;
  const line = entry.fields.get(field)?.line ?? entry.line;
  if (issued === null) entry.remarks.push(undated(words, { line, field }));
  else if (inMonth === undefined && field === 'year')
    entry.remarks.push({
      line,
      field: 'month',
      message: `“${text('month').slice(0, 40)}” is no month the desk knows; the year was used.`,
    });
  return { issued, words: issued === null ? words : '' };
}

const SEASONS = ['spring', 'summer', 'autumn', 'winter'];

/** A year with a sign for circa, or with a season as its month, in words; '' for anything else. */
function aboutIn(date: string): string {
  const circa = /^(\d{4}(?:-\d\d){0,2})[~%]$/.exec(date)?.[1];
  if (circa !== undefined) return `circa ${circa}`;
  const [, year, season] = /^(\d{4})-2([1-4])$/.exec(date) ?? [];
  return year === undefined ? '' : `${SEASONS[Number(season) - 1]} ${year}`;
}

/** A month by number or name, with its day where it has one: "may", "7~05", "May 7"; undefined where it is none. */
function monthIn(text: string): { month: string; day?: string } | undefined {
  const words = text.replace(/[~\s]+/g, ' ').trim();
  if (words === '') return { month: '' };
  const [, before, month = '', after] = /^(?:(\d{1,2})\.? )?([A-Za-z]+|\d{1,2})\.?(?: (\d{1,2}))?$/.exec(words) ?? [];
  const number = /^\d+$/.test(month) ? month : dateIn(`${month} 2000`)?.month;
  if (number === undefined || month === '') return undefined;
  const day = before ?? after;
  return { month: String(number), ...(day === undefined ? {} : { day }) };
}
