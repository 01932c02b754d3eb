// The PDF of a signed report: its number on each page, its seal, and nobody named where nobody is to be.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { getDocumentProxy } from 'unpdf';
import { changeStatement } from '#src/people/desks/statement-commands.ts';
import { getReport } from '#src/reports/signing/store.ts';
import type { NewsroomDesk } from '#tests/support/newsroom.ts';
import { HALF_CHECKED, type HalfChecked, HEADLINE } from '../half-checked.ts';
import { sign } from '../signed-article.ts';

const SAID = { interests: '', complaints_to: 'desk@wire.example', answer_days: 10, names_public: false };

let desk: NewsroomDesk & HalfChecked;
let id: string;
before(async () => {
  desk = await HALF_CHECKED.start();
  ({ id } = desk);
  await changeStatement(desk.ctxOf('ada'), desk.desks.foreign.slug, { ...SAID, revision: 1 });
  await sign(desk.ctxOf('ada'), id);
});
after(() => desk.close());

async function pagesOf(audience: string): Promise<string[]> {
  const ben = await desk.visitor('ben');
  await ben.visit(`/articles/1/reports/1/report.pdf?audience=${audience}`);
  assert.equal(ben.status, 200);
  const pdf = await getDocumentProxy(new Uint8Array(ben.bytes));
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
  }
  return pages;
}

test('each page says which report it is, and the last ones what vouches for it', async () => {
  const pages = await pagesOf('internal');
  for (const page of pages) assert.ok(page.includes(`Report 1 · ${HEADLINE}`));
  const whole = pages.join('');
  assert.match(whole, /Signed by Ada Lind/);
  assert.match(whole, /What was asked before signing/);
  assert.match(whole, /Signature \(Ed25519\)/);
  const { internal_sha256 } = await getReport(desk.db, id, 1);
  assert.ok(whole.includes(internal_sha256));
});

test('the public learns that an editor of the desk signed, and no name', async () => {
  const whole = (await pagesOf('public')).join('');
  assert.match(whole, /Signed by an editor of the desk/);
  assert.match(whole, /Person A set the verdict of 2 claims\./);
  assert.doesNotMatch(whole, /Lind|Okafor|Rahimi|INTERNAL/);
});
