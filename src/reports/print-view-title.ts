// What the paper of a report is called: its headline, and the title of its window or file. Pure.
import { cutAtWord } from '#src/cut-at-word.ts';
import { INTERNAL } from '#src/sources/held-back/audience.ts';
import type { Report } from './report.ts';

/** With what the layout adds, window titles stay within the seventy characters that lists of tabs and files show. */
const TITLE_SHOWN = 42;

/** The headline as it stands in the text, where the title is but its beginning. */
export function headlineOf({ article, galley }: Report): string {
  const headline = galley.filter(({ part }) => part === 'headline');
  const words = headline.map(({ segments }) => segments.map(({ text }) => text).join('')).join(' ');
  const beginning = article.title.replace(/…$/, '').trimEnd();
  return beginning !== article.title && words.startsWith(beginning) ? words : article.title;
}

export function shortTitle(title: string, { internal, kind }: { internal: boolean; kind: string }): string {
  const named = kind === 'Draft' ? 'Draft report' : kind;
  const before = internal ? `${INTERNAL} ${named.charAt(0).toLowerCase()}${named.slice(1)}` : named;
  return `${before}: ${cutAtWord(title, TITLE_SHOWN - before.length + 'Draft report'.length)}`;
}
