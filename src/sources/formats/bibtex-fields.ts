// The names, addresses and dates of BibTeX entries. Pure, but for citation.js behind latex.ts.
import type { BibEntry } from './bibtex-entries.ts';
import { wordsOfLatex } from './latex.ts';
import { type Name, nameOfTurned } from './names.ts';
import { dateIn, partsOf, undated } from './reference-dates.ts';

/** Names are parted by "and" outside braces; a name in braces is one word, as those of offices are. */
export function authorsIn(entry: BibEntry, field: string): Name[] {
  const value = (entry.fields.get(field)?.value ?? '').replace(/\s+/g, ' ');
  return namesParted(value).flatMap((part): Name[] => {
    const isWhole = isInBraces(part);
    const words = wordsOfLatex(part) ?? part.replace(/[{}\\$]/g, '');
    if (words === '') return [];
    return [isWhole ? { literal: words } : nameOfTurned(words === 'others' ? 'et al.' : words)];
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

/** An address as it stands, without what LaTeX makes of it. */
export function urlIn(entry: BibEntry, name: string): string {
  const value = entry.fields.get(name)?.value.trim() ?? '';
  const inner = /\\url\s*\{([^{}]*)\}/.exec(value)?.[1] ?? value.replace(/^\{(.*)\}$/s, '$1');
  const url = inner
    .replace(/\\([&%$#_{}])/g, '$1')
    .replace(/\{?\\(?:textasciitilde|~)(?:\{\})?\}?/g, '~')
    .trim();
  return name === 'howpublished' && !/^(?:https?:|www\.)/i.test(url) ? '' : url;
}

/** The date of an entry, or its words where they are none; then it is said. */
export function dateOf(entry: BibEntry) {
  const text = (name: string) => entry.fields.get(name)?.value.replace(/[{}]/g, '').trim() ?? '';
  const field = text('date') === '' ? 'year' : 'date';
  const words = text('date') || [text('day'), text('month'), text('year')].filter(Boolean).join(' ');
  if (words === '') return { issued: null, words: '' };
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?$/.exec(text('date')) ?? [];
  const told = field === 'date' ? dateIn(text('date')) : partsOf(text('year'), monthIn(text('month')), text('day'));
  const issued = partsOf(year, month, day) ?? told;
  const line = entry.fields.get(field)?.line ?? entry.line;
  if (issued === null) entry.remarks.push(undated(words, { line, field }));
  return { issued, words: issued === null ? words : '' };
}

function monthIn(text: string): string {
  return String(dateIn(`${text} 2000`)?.month ?? text);
}
