// What Legal is offered at a stocked desk: no form that refuses them, no link to a page that does.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { WebClient } from '#tests/support/web-client.ts';
import { resolvePath } from '#tests/support/web-client.ts';
import { copiesOf, type RunningCopy } from './desk-copies.ts';
import { wantedBy } from './sent.ts';
import { type Stock, stockDesk } from './stocked-desk.ts';
import { privileges } from './table.ts';

let stock: Stock;
let copies: Awaited<ReturnType<typeof copiesOf>>;
let copy: RunningCopy;
before(async () => {
  stock = await stockDesk();
  copies = await copiesOf(stock.desk);
  copy = await copies.open();
});
after(async () => {
  await copy.close();
  await copies.remove();
  await stock.desk.close();
});

const rows = privileges();

/** The row of the table for this address, of those with the most words in their pattern. */
function mayOf(method: string, path: string): string | undefined {
  const bare = path.replace(/[?#].*$/, '');
  const fitting = rows.filter((row) => {
    const pattern = row.path.replace(/[.]/g, '\\.').replace(/:[a-z_]+/g, '[^/]+');
    return row.method === method && row.which === '' && row.query === '' && new RegExp(`^${pattern}$`).test(bare);
  });
  return fitting.sort((one, other) => wordsIn(other.path) - wordsIn(one.path))[0]?.expected.L;
}

function wordsIn(pattern: string): number {
  return pattern.split('/').filter((part) => !part.startsWith(':')).length;
}

async function pageAt(client: WebClient, path: string): Promise<string> {
  const answer = await client.ask({ method: 'GET', path, headers: { 'Sec-Fetch-Site': 'none' } });
  if (answer.status === 303) return pageAt(client, resolvePath(answer.headers.location as string, path));
  return answer.status === 200 ? answer.bytes.toString('utf8') : '';
}

/** Files, and what every visitor gets. */
const NO_PAGES = /^\/(sign-(in|out)|browser|healthz|readyz|styleguide)|\.|\/(original|bytes|text|record|live|file)$/;

test('no page that Legal may open offers what would refuse them', async (t) => {
  const client = copy.clientOf('L');
  const wrong = new Set<string>();
  const unread: string[] = [];
  let offers = 0;
  for (const row of rows.filter(({ method, expected }) => method === 'GET' && expected.L === 'y')) {
    if (NO_PAGES.test(row.path)) continue;
    const page = /<main[\s\S]*<\/main>/.exec(await pageAt(client, wantedBy(stock, row, 'L').path))?.[0];
    if (page === undefined) {
      unread.push(row.name);
      continue;
    }
    for (const [, form = ''] of page.matchAll(/<form([^>]*)>/g)) {
      const action = /action="([^"]*)"/.exec(form)?.[1] ?? '';
      if (!/method="post"/.test(form)) continue;
      offers += 1;
      if (mayOf('POST', action) !== 'y') wrong.add(`${row.name} offers POST ${action}`);
    }
    for (const [, href = ''] of page.matchAll(/<a [^>]*href="(\/[^"]*)"/g)) {
      offers += 1;
      if (mayOf('GET', href) === '-') wrong.add(`${row.name} leads to ${href}`);
    }
  }
  assert.deepEqual([...wrong], []);
  assert.deepEqual(unread, [], 'every page was read');
  t.diagnostic(`${offers} forms and links that are offered to Legal`);
});
