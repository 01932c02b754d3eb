// The redline goes out, the writer works in it, and what they did is understood when it comes in again.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { askFix, decideFix } from '#src/reviews/fixes/commands.ts';
import { listFixes } from '#src/reviews/fixes/store.ts';
import { askQuery } from '#src/reviews/queries/commands.ts';
import { listQueries } from '#src/reviews/queries/store.ts';
import { makeDocx } from '#tests/articles/documents/documents.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import { htmlProblems } from '#tests/support/valid-html.ts';
import type { Visitor } from '#tests/support/visitor.ts';
import { WriterAtWork } from './as-the-writer.ts';
import { partsOf } from './redline/accept.ts';

let desk: NewsroomDesk;
before(async () => {
  desk = await startNewsroom();
});
after(() => desk.close());

interface Sent {
  id: string;
  number: number;
  ben: Visitor;
  redline: Buffer;
}

/** An article from the writer's document, with four agreed fixes, one that nobody decided, and two queries; the redline of it. */
async function sent(): Promise<Sent> {
  const ben = await desk.visitor('ben');
  await ben.visit('/articles/new');
  await ben.attach('Or a file', 'ferry.docx', makeDocx()).press('Add article');
  await ben.press('Add article');
  const number = Number(ben.path.split('/')[2]);
  const { id } = await desk.db
    .selectFrom('article')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  const as = desk.ctxOf('ben');
  for (const [old_words, new_words, reason] of [
    ['240 passengers', '420 passengers', 'the log'],
    ['ninth', 'tenth', 'the log'],
    ['hurt', 'injured', 'style'],
    ['Vessel Bay', 'Lusk Bay', 'the map'],
    ['harbour log', 'log', ''],
  ] as const)
    await askFix(as, id, { old_words, new_words, reason });
  for (const fix of (await listFixes(desk.db, id)).filter((one) => one.number < 5))
    await decideFix(desk.ctxOf('ada'), id, { fix_id: fix.id, decision: 'agreed' });
  await askQuery(as, id, { to_whom: 'writer', question: 'Who counted\nthe passengers?' });
  await askQuery(as, id, { to_whom: 'writer', question: 'Which harbour?' });
  await ben.visit(`/articles/${number}/fixes.docx?as=redline`);
  return { id, number, ben, redline: ben.bytes };
}

async function lookOver({ ben, number }: Sent, bytes: Buffer): Promise<Visitor> {
  await ben.visit(`/articles/${number}/versions`);
  return ben.attach('Or a file', 'ferry.docx', bytes).press(/^Add version/);
}

async function fixesOf(id: string) {
  const fixes = await listFixes(desk.db, id);
  return fixes.map(({ number, state, writer_word, writer_line }) => [number, state, writer_word, writer_line]);
}

test('what the writer accepted, refused, left, wrote otherwise and answered is understood, and noted by a press', async () => {
  const out = await sent();
  const back = new WriterAtWork(out.redline)
    .accept('420')
    .refuse('tenth')
    .insteadOf('injured', 'wounded')
    .reply('Fix 2', 'I counted them', 'twice.')
    .reply('Query 1', 'Ines Korhal did.')
    .writeInto('Query 2', 'The old one.');
  const ben = await lookOver(out, back.send());
  assert.deepEqual(await htmlProblems(ben.body), []);
  const said = ben.text();
  assert.match(
    said,
    /Fixes and queries in it Of 5 fixes 1 made, 2 not made, 1 changed otherwise, 1 not decided\. 2 queries answered\./,
  );
  assert.match(said, /Fix 1 .*?The new words are in the document/);
  assert.match(
    said,
    /Fix 2 .*?Refused: the old words stand, and our change is gone\. L\. Marsh, 1 December 2026, 09:00: I counted them twice\./,
  );
  assert.match(said, /Fix 3 .*?Changed otherwise\. There it reads: “Nobody was wounded\.”/);
  assert.match(said, /Fix 4 .*?still our tracked change/);
  assert.match(said, /Fix 5 .*?The old words stand\./);
  assert.equal(ben.value('Answer to query 1'), 'Ines Korhal did.');
  assert.equal(ben.value('Answer to query 2'), 'The old one.');
  assert.match(
    said,
    /Comments in the document 1 .*Harbour log, pages 3 to 5/,
    'the desk’s own comments are no sources',
  );
  assert.deepEqual(
    (await fixesOf(out.id)).map(([, , word]) => word),
    [null, null, null, null, null],
    'nothing is noted before the press',
  );
  await ben.fill('Answer to query 2', 'The old harbour.').press('Add version 2');
  assert.match(ben.notice(), /Noted from the document: the writer’s word on 3 fixes and 2 answers\./);
  assert.deepEqual(await fixesOf(out.id), [
    [1, 'in_copy', 'agree', ''],
    [2, 'agreed', 'refuse', 'I counted them twice.'],
    [3, 'agreed', 'refuse', 'Wrote instead: Nobody was wounded.'],
    [4, 'in_copy', null, ''],
    [5, 'asked', null, ''],
  ]);
  const answers = (await listQueries(desk.db, out.id)).map((query) =>
    query.answers.map(({ answer, name, how }) => [answer, name, how]),
  );
  assert.deepEqual(answers, [
    [['Ines Korhal did.', 'L. Marsh', 'message']],
    [['The old harbour.', 'the writer', 'message']],
  ]);
  const titles = await desk.db
    .selectFrom('proposed_source')
    .innerJoin('version', 'version.id', 'version_id')
    .select('title')
    .where('article_id', '=', out.id)
    .execute();
  assert.ok(!titles.some(({ title }) => /Fix|Query|Version/.test(title)), 'nor do they become any');
  const typed = new WriterAtWork(out.redline)
    .writeOntoLead('Query 1', 'Nobody did.')
    .writeOntoLead('Query 2', 'The new one.', 'instead')
    .writeOntoLead('Fix 2', 'Never.');
  const onLead = await lookOver(out, typed.send());
  assert.deepEqual(
    [onLead.value('Answer to query 1'), onLead.value('Answer to query 2')],
    ['Nobody did.', 'The new one.'],
  );
  assert.match(onLead.text(), /Fix 2 .*Never\./);
  // The same document once more says nothing new.
  const again = await lookOver(out, back.refuse('Lusk').send());
  assert.doesNotMatch(again.text(), /Answer to query 1/);
});

test('a document that has lost all ids is understood by its words; replies to findings are asked when somebody says so', async () => {
  const out = await sent();
  const back = new WriterAtWork(out.redline)
    .accept('420')
    .reply('Query 1', 'Ines Korhal did.')
    .reply('Version 1', 'I am away until Monday.')
    .throughGoogle();
  const ben = await lookOver(out, back.send());
  assert.match(ben.text(), /Of 5 fixes 1 made, 1 not made, 3 not decided\. One query answered\.|1 query answered\./);
  assert.equal(ben.value('Answer to query 1'), 'Ines Korhal did.');
  assert.match(ben.text(), /Comments in the document 2 .*I am away until Monday\./);
  await ben.press('Add version 2');
  assert.match(ben.notice(), /One comment is asked as a query\./);
  const asked = (await listQueries(desk.db, out.id)).at(-1);
  assert.equal(asked?.to_whom, 'editor');
  assert.match(asked?.question ?? '', /^On “Version 1, as of .*”:\nI am away until Monday\.$/);
});

test('a document that was never a redline shows no such list', async () => {
  const out = await sent();
  const ben = await lookOver(out, makeDocx({ body: '<w:p><w:r><w:t>The ferry was early for once.</w:t></w:r></w:p>' }));
  assert.doesNotMatch(ben.text(), /Fixes and queries in it/);
});

test('a document that goes out a second time says the same once, and keeps what was answered', async () => {
  const out = await sent();
  const ben = await lookOver(
    out,
    new WriterAtWork(out.redline).accept('420').reply('Query 1', 'Ines Korhal did.').send(),
  );
  await ben.press('Add version 2');
  await ben.visit(`/articles/${out.number}/fixes.docx?as=redline`);
  const comments = partsOf(ben.bytes)['word/comments.xml']?.match(/<w:comment .*?<\/w:comment>/gs) ?? [];
  const said = comments.map((comment) => comment.replace(/<[^>]*>/g, ''));
  const count = (lead: string) => said.filter((line) => line.startsWith(lead)).length;
  assert.deepEqual([count('Query 1'), count('Query 2'), count('Fix 5'), count('Ines')], [2, 1, 1, 1]);
  assert.deepEqual([count('Harbour log'), count('Version')], [1, 1]);
  const back = await lookOver(out, ben.bytes);
  assert.doesNotMatch(back.text(), /Answer to query/, 'what is noted is not asked again');
});
