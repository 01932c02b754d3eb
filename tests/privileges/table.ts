// The table of privileges, read: a row for each route, a column for each of those who ask.
//
//   y  they may            -  403: known here, but not for them      ?  404: the page of a typo      >  the sign-in page
//
// Behind a route may stand a query, or in brackets which thing of its kind is meant.
import { LETTERS, type Letter } from './people.ts';
import { ROWS_OF_ARTICLES } from './rows-of-articles.ts';
import { ROWS_OF_PEOPLE } from './rows-of-people.ts';
import { ROWS_OF_REVIEWS } from './rows-of-reviews.ts';
import { ROWS_OF_SOURCES } from './rows-of-sources.ts';

export interface Row {
  /** As the table has it: "POST /sources/:number (confidential)". */
  name: string;
  method: 'GET' | 'POST';
  path: string;
  /** `?audience=internal`, or ''. */
  query: string;
  /** `confidential`, or ''. */
  which: string;
  expected: Record<Letter, string>;
}

const ROW = /^((GET|POST) +(\/[^ ?]*)(\?\S+)?(?: \((\w+)\))?) +((?:[y?>-] ){8}[y?>-])$/;

/** All rows. Throws where a line is none. */
export function privileges(): Row[] {
  const lines = [ROWS_OF_PEOPLE, ROWS_OF_ARTICLES, ROWS_OF_REVIEWS, ROWS_OF_SOURCES].flatMap((rows) =>
    rows.split('\n'),
  );
  const head = LETTERS.join(' ');
  return lines.filter((line) => line.trim() !== '' && line.trim() !== head).map(rowOf);
}

function rowOf(line: string): Row {
  const [, named = '', method, path = '', query = '', which = '', cells = ''] = ROW.exec(line) ?? [];
  if (method !== 'GET' && method !== 'POST') throw new Error(`This line of the table is no row: ${line}`);
  const expected = Object.fromEntries(cells.split(' ').map((cell, at) => [LETTERS[at], cell])) as Row['expected'];
  return { name: named.replace(/ +/, ' ').trim(), method, path, query, which, expected };
}
