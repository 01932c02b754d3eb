// What Legal is offered at a stocked desk: each form, and each link, of all pages that they may open.
import { itemAt } from '#src/item-at.ts';
import type { Walk } from '#tests/support/walk.ts';
import { wantedBy } from './sent.ts';
import type { Stock } from './stocked-desk.ts';
import type { Row } from './table.ts';

export interface Offered {
  /** How many forms and links. */
  count: number;
  /** Forms that refuse them, and links to pages that do. */
  wrong: string[];
  /** Pages that could not be read. */
  unread: string[];
}

/** Files, and what every visitor gets. */
const NO_PAGES = /^\/(sign-(in|out)|browser|healthz|readyz|styleguide)|\.|\/(original|bytes|text|record|live|file)$/;

/** Reads all pages on this walk of Legal. */
export async function offeredToLegal(walk: Walk, stock: Stock, rows: readonly Row[]): Promise<Offered> {
  const mayOf = expectedOf(rows);
  const wrong = new Set<string>();
  const unread: string[] = [];
  let count = 0;
  for (const row of rows.filter(({ method, expected }) => method === 'GET' && expected.L === 'y')) {
    if (NO_PAGES.test(row.path)) continue;
    const { status, bytes } = itemAt(await walk.follow(wantedBy(stock, row, 'L').path), -1);
    const page = status === 200 ? /<main[\s\S]*<\/main>/.exec(bytes.toString('utf8'))?.[0] : undefined;
    if (page === undefined) {
      unread.push(row.name);
      continue;
    }
    for (const { method, path } of offersOf(page)) {
      count += 1;
      const expected = mayOf(method, path);
      if (method === 'POST' && expected !== 'y') wrong.add(`${row.name} offers POST ${path}`);
      if (method === 'GET' && expected === '-') wrong.add(`${row.name} leads to ${path}`);
    }
  }
  return { count, wrong: [...wrong], unread };
}

/** The forms of a page that are sent, and its links to pages of the desk. */
function offersOf(page: string): { method: Row['method']; path: string }[] {
  const forms = Array.from(page.matchAll(/<form([^>]*)>/g), ([, form = '']) => form);
  const sent = forms.filter((form) => /method="post"/.test(form));
  const links = page.matchAll(/<a [^>]*href="(\/[^"]*)"/g);
  return [
    ...sent.map((form) => ({ method: 'POST' as const, path: /action="([^"]*)"/.exec(form)?.[1] ?? '' })),
    ...Array.from(links, ([, path = '']) => ({ method: 'GET' as const, path })),
  ];
}

/** What the table says of an address for Legal: its row, of those that fit the one with the most words in its pattern. */
function expectedOf(rows: readonly Row[]): (method: string, path: string) => string | undefined {
  const patterns = rows
    .filter(({ which, query }) => which === '' && query === '')
    .map(({ method, path, expected }) => ({
      method,
      fits: new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/:[a-z_]+/g, '[^/]+')}$`),
      words: path.split('/').filter((part) => !part.startsWith(':')).length,
      expected: expected.L,
    }))
    .toSorted((one, other) => other.words - one.words);
  return (method, path) => {
    const bare = path.replace(/[?#].*$/, '');
    return patterns.find((one) => one.method === method && one.fits.test(bare))?.expected;
  };
}
