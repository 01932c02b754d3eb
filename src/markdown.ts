// Words of people as they may stand in Markdown: every mark is only a mark. Pure.
import { isolated } from './direction.ts';

/**
 * One line of text in which nothing is markup, a link or an entity, and which turns no words beside it round. Outer spaces
 * stay, since the words of a sentence stand beside each other.
 */
export function plainMarkdown(text: string): string {
  const line = text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>#+|~!$^]/g, '\\$&')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2')
    .replace(/^(\s*)([-=])/, '$1\\$2')
    .replace(/&(?=#?\w+;)/g, '&amp;')
    // Many programs make links of addresses that nobody marked as such.
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/(?<!:)\/(?=\/)/g, '\\/')
    .replace(/(?<=\b[Ww]{3})\./g, '\\.')
    .replace(/(?<=\w)@(?=\w)/g, '\\@');
  return isolated(line);
}

/** A link, or its words alone where there is no address. */
export function markdownLink(words: string, address: string): string {
  if (!/^https?:\/\//i.test(address)) return plainMarkdown(words);
  const safe = address.replace(/[\s<>\\`]/g, (sign) => encodeURIComponent(sign)).replace(/[()]/g, '\\$&');
  return `[${plainMarkdown(words)}](${safe})`;
}
