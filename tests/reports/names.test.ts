// Whether the public reads who checked: only where the desk says so.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { getArticle } from '#src/articles/store.ts';
import { changeStatement } from '#src/people/desks/statement-commands.ts';
import { answerQuery, askQuery } from '#src/reviews/queries/commands.ts';
import { listQueries } from '#src/reviews/queries/store.ts';
import { unpacked } from '#tests/sources/held-back/every-address.ts';
import type { NewsroomDesk } from '#tests/support/newsroom.ts';
import { everyFile } from './every-file.ts';
import { HALF_CHECKED, type HalfChecked } from './half-checked.ts';

const SAID = { interests: '', complaints_to: 'desk@wire.example', answer_days: 10, names_public: false };

let desk: NewsroomDesk & HalfChecked;
let article_id: string;
before(async () => {
  desk = await HALF_CHECKED.start();
  article_id = desk.id;
});
after(() => desk.close());

test('where the desk names its people, a reader learns who checked how much, and how to complain', async () => {
  const dina = await desk.visitor('dina');
  await dina.visit('/articles/1/report');
  assert.match(dina.text(), /Ben Okafor set the verdict of 2 claims\. Cleo Rahimi read 2 claims second/);
  assert.match(dina.text(), /Nobody has signed this yet\./);
  assert.match(
    dina.text(),
    /Foreign desk answers within 10 days, and says what it decided and why\. desk@wire\.example/,
  );
  assert.match(dina.text(), /✓ Confirmed the sources say so/);
  assert.match(dina.body, /href="mailto:desk@wire\.example"/);
});

test('where it does not, each is a letter in every public file, and the desk reads on who it was', async () => {
  await changeStatement(desk.ctxOf('ada'), desk.desks.foreign.slug, { ...SAID, revision: 1 });
  const dina = await desk.visitor('dina');
  await dina.visit('/articles/1/report');
  assert.match(dina.text(), /checked by Person A, read by Person B/);
  const reader = desk.ctxOf('ben');
  const files = await everyFile(reader, await getArticle(reader, 1), 'public');
  assert.ok(files.length > 10, `${files.length} files`);
  for (const { text, called } of files) assert.doesNotMatch(text, /Okafor|Rahimi/, called);
  await dina.visit('/articles/1/fixes.docx?as=redline');
  const redline = unpacked(dina.bytes);
  assert.match(redline, /somebody of the desk/);
  assert.doesNotMatch(redline, /Okafor|Rahimi|Ada Lind/);
  const ask = { to_whom: 'writer', question: 'Who counted?' } as const;
  await askQuery(desk.ctxOf('ben'), article_id, ask);
  const [query] = await listQueries(desk.db, article_id);
  const answer = { answer: 'The harbour.', answered_by: 'writer', name: 'M. Voss', how: 'phone' } as const;
  await answerQuery(desk.ctxOf('cleo'), article_id, { ...answer, query_id: query?.id ?? '' });
  const cleo = await desk.visitor('cleo');
  for (const list of ['fixes/list', 'fixes.docx', 'fixes.md']) {
    await cleo.visit(`/articles/1/${list}`);
    const text = list === 'fixes/list' ? cleo.text() : unpacked(cleo.bytes);
    assert.match(text, /proposed by somebody of the desk/, list);
    assert.match(text, /M\. Voss, by phone/, list);
    assert.doesNotMatch(text, /Okafor|Rahimi|Ada Lind/, list);
    await cleo.visit(`/articles/1/${list}?audience=internal`);
    assert.match(list === 'fixes/list' ? cleo.text() : unpacked(cleo.bytes), /Rahimi/, list);
  }
  const ben = await desk.visitor('ben');
  await ben.visit('/articles/1/report');
  assert.match(ben.text(), /Ben Okafor set the verdict of 2 claims/);
});
