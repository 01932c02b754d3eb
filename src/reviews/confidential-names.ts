// What names a confidential source in words that the writer is to read. Pure.
import { placesOf } from './words.ts';

/** What the desk knows its confidential sources by. */
export interface ConfidentialNames {
  /** Addresses, publishers, passages: each is looked for as it stands. */
  whole: string[];
  /** Titles, authors, people who were asked: each proper name in them counts by itself, too. */
  named: string[];
}

/** Shorter words say nothing. */
const SHORTEST = 4;

/** With these a title begins that is no name. */
const BEGINNINGS = new Set(
  'Call Calls Letter Memo Note Notes Email Mail Report Interview Message Messages Meeting Document Documents Minutes Draft Internal Confidential List Photo Video Audio From With The'.split(
    ' ',
  ),
);

/**
 * The names of confidential sources that stand in these words. What the article prints itself is no secret and is passed
 * over.
 */
export function confidentialIn(words: string, names: ConfidentialNames, article_text: string): string[] {
  const said = words.toLowerCase();
  const printed = article_text.toLowerCase();
  const sought = [...new Set([...names.whole, ...names.named, ...names.named.flatMap(properNames)])];
  const found = sought.filter((name) => {
    const key = name.trim().toLowerCase();
    return key.length >= SHORTEST && standsIn(said, key) && !standsIn(printed, key);
  });
  return found.filter((name) => !found.some((other) => other !== name && other.includes(name)));
}

/** "Pavel Sorov" is named by "Sorov". */
function properNames(name: string): string[] {
  const capitals = name.match(/\p{Lu}[\p{L}\p{M}’'-]+/gu) ?? [];
  return capitals.filter((one) => one.length >= SHORTEST && !BEGINNINGS.has(one));
}

function standsIn(text: string, words: string): boolean {
  return placesOf(text, words).some(
    ({ start, end }) => !/[\p{L}\p{N}]/u.test(text[start - 1] ?? '') && !/[\p{L}\p{N}]/u.test(text[end] ?? ''),
  );
}
