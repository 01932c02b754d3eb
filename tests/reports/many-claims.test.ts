// Every claim is in every file of a report, be it one or many.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { parse } from 'csv-parse/sync';
import type { Report } from '#src/reports/report.ts';
import { unpacked } from '#tests/sources/held-back/every-address.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import type { Visitor } from '#tests/support/visitor.ts';
import { checkedArticle } from '../../bench/checked-article.ts';

interface Selected {
  target: { selector: [{ exact: string }, { start: number; end: number }] };
}

describe('a report of one claim and one of many', () => {
  let desk: NewsroomDesk;
  let dina: Visitor;
  before(async () => {
    desk = await startNewsroom();
    dina = await desk.visitor('dina');
    await checkedArticle(desk, 1);
    await checkedArticle(desk, 24);
  });
  after(() => desk.close());

  for (const [article, claims] of [
    [1, 1],
    [2, 24],
  ] as const)
    test(`each file has all there is of ${claims}`, async () => {
      const file = async (name: string) => (await dina.visit(`/articles/${article}/report.${name}`)).body;
      const done = claims - Math.ceil((claims - 1) / 3);
      const report = JSON.parse(await file('json')) as Report;
      assert.deepEqual([report.findings.length, report.claims.done], [claims, done]);
      for (const [table, rows] of [
        ['claims', claims],
        ['evidence', claims],
        ['accounts', 0],
        ['checks', report.sign_off.checks.length],
      ] as const) {
        const read = parse(await file(`csv?table=${table}`), { columns: true, bom: true }) as object[];
        assert.equal(read.length, rows, table);
      }
      // Claims, evidence and checks, each under a row of names; accounts and ticks have such a row alone.
      const rows_of_workbook = 2 * (claims + 1) + (report.sign_off.checks.length + 1) + 2;
      await dina.visit(`/articles/${article}/report.xlsx`);
      assert.equal(unpacked(dina.bytes).match(/<row /g)?.length, rows_of_workbook);
      const reviews = JSON.parse(await file('jsonld')) as { '@graph': { url: string }[] };
      assert.equal(new Set(reviews['@graph'].map(({ url }) => url)).size, done);
      const { first } = JSON.parse(await file('annotations.json')) as { first: { items: Selected[] } };
      const letters = [...report.version.text];
      for (const { target } of first.items) {
        const [{ exact }, { start, end }] = target.selector;
        assert.equal(letters.slice(start, end).join(''), exact);
      }
      assert.equal(first.items.length, claims);
      assert.equal((await file('ris')).match(/^TY {2}- /gm)?.length, claims);
      assert.equal((JSON.parse(await file('csl.json')) as object[]).length, claims);
      const text = await file('md');
      for (const { number } of report.findings) assert.match(text, new RegExp(`Claim ${number}:|claim ${number},`));
    });

  test('an article without an address has reviews that name no page', async () => {
    await addressed('');
    const { body } = await dina.visit('/articles/1/report.jsonld');
    const { '@graph': reviews } = JSON.parse(body) as { '@graph': Record<string, unknown>[] };
    assert.ok(reviews.length > 0 && reviews.every((review) => !('url' in review) && !('@id' in review)));
    const annotations = await dina.visit('/articles/1/report.annotations.json');
    assert.match(annotations.body, /"source": "urn:uuid:/);
    await addressed('https://wire.example/tarn');
  });

  /** Changes the address without its verb, and the state of the article by which pages and files are remembered. */
  async function addressed(url: string): Promise<void> {
    await desk.db
      .updateTable('article')
      .set((eb) => ({ url, changed_seq: eb('changed_seq', '+', 1) }))
      .where('number', '=', 1)
      .execute();
  }
});
