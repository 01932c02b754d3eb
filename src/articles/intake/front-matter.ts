// The fields at the head of a Markdown file (front matter): what they say of the article, and the rest. Pure.
import { cleanLine } from '#src/text-fields.ts';
import { languageTag } from '../documents/canonical.ts';

/** '' where the file says nothing. */
export interface FrontMatter {
  title: string;
  standfirst: string;
  byline: string;
  dated_on: string;
  language: string;
}

const NONE: FrontMatter = { title: '', standfirst: '', byline: '', dated_on: '', language: '' };

const NAMES: Record<string, keyof FrontMatter> = {
  title: 'title',
  headline: 'title',
  subtitle: 'standfirst',
  description: 'standfirst',
  standfirst: 'standfirst',
  author: 'byline',
  authors: 'byline',
  byline: 'byline',
  date: 'dated_on',
  lang: 'language',
  language: 'language',
};

const LONGEST = 20_000;

/**
 * The text without the fields at its head, and what they say; `other` are the lines that no field of an article takes.
 * Only plain fields are read, one a line: a title on two lines is among the others.
 */
export function withoutFrontMatter(source: string): { facts: FrontMatter; rest: string; other: string } {
  const found = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(source.slice(0, LONGEST));
  const lines = found?.[1]?.split(/\r?\n/) ?? [];
  // A rule and a line below it are no fields: at least one has a name.
  if (found === null || !lines.some((line) => /^[A-Za-z][\w-]*:(?:\s|$)/.test(line)))
    return { facts: NONE, rest: source, other: '' };
  const facts = { ...NONE };
  const other: string[] = [];
  for (const line of lines) {
    const [, name = '', value = ''] = /^([A-Za-z][\w-]*):\s*(.*)$/.exec(line) ?? [];
    const field = NAMES[name.toLowerCase()];
    const words = plain(value);
    if (field === undefined || words === '' || facts[field] !== '') other.push(line);
    else facts[field] = field === 'language' ? languageTag(words) : field === 'dated_on' ? dateIn(words) : words;
  }
  return { facts, rest: source.slice(found[0].length), other: other.join(' ') };
}

/** A value without its quotation marks; of a list in one line the values. */
function plain(value: string): string {
  const bare = value.trim().replace(/^\[(.*)\]$/, '$1');
  return cleanLine(
    bare
      .replace(/^(["'])(.*)\1$/, '$2')
      .replace(/(["'])\s*,\s*\1/g, ', ')
      .replace(/^["']|["']$/g, ''),
  );
}

function dateIn(value: string): string {
  return /^\d{4}-\d\d-\d\d/.exec(value)?.[0] ?? '';
}
