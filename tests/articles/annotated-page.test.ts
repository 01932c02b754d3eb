// A writer’s annotated document, looked over before it is an article or a version.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readDocx } from '#src/articles/documents/word/docx.ts';
import { itemAt } from '#src/item-at.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import { htmlProblems } from '#tests/support/valid-html.ts';
import type { Visitor } from '#tests/support/visitor.ts';
import { annotated, commented, deleted, inserted, run } from './documents/annotated.ts';

const LENA = 'w:author="L. Marsh" w:date="2026-03-01T10:00:00Z"';
const TOM = 'w:author="T. Oduya"';
const BODY = [
  `<w:p>${run('The ferry was late. It carried ')}${deleted('240', LENA)}${inserted('420', LENA)}${run(' people, ')}${commented('the harbour master', 0, 1)}${run(' said.')}</w:p>`,
  `<w:p><w:pPr><w:rPr><w:del w:id="5" ${TOM}/></w:rPr></w:pPr>${run('It was the ')}${commented('ninth delay', 2)}${run('.')}</w:p>`,
  `<w:p>${run(' Nobody was ')}${commented('hurt', 3)}${run('.')}</w:p>`,
].join('');
const COMMENTS = [
  { author: 'L. Marsh', lines: ['Which one?', 'There are two.'], paragraph: '0A000001' },
  {
    author: 'T. Oduya',
    date: '2026-03-03T08:00:00Z',
    lines: ['Ines Korhal'],
    paragraph: '0A000002',
    parent: '0A000001',
  },
  { author: 'L. Marsh', lines: ['https://harbour.example/delays'], paragraph: '0A000003' },
  { author: 'T. Oduya', lines: ['Checked by phone.'], paragraph: '0A000004', is_done: true },
];
const DOCUMENT = annotated(BODY, COMMENTS);

let desk: NewsroomDesk;
before(async () => {
  desk = await startNewsroom();
});
after(() => desk.close());

async function bring(bytes: Buffer): Promise<Visitor> {
  const ben = await desk.visitor('ben');
  await ben.visit('/articles/new');
  return ben.attach('Or a file', 'annotated.docx', bytes).press('Add article');
}

async function rowsOf(number: number) {
  const { id } = await desk.db
    .selectFrom('article')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  const queries = await desk.db
    .selectFrom('query')
    .selectAll()
    .where('article_id', '=', id)
    .orderBy('number')
    .execute();
  const sources = await desk.db
    .selectFrom('proposed_source')
    .innerJoin('version', 'version.id', 'version_id')
    .select(['title', 'url', 'start', 'end', 'version.text'])
    .where('article_id', '=', id)
    .execute();
  return {
    queries: queries.map(({ to_whom, question, words, state }) => ({ to_whom, question, words, state })),
    sources: sources.map(({ title, url, start, end, text }) => [title, url, text?.slice(start ?? 0, end ?? 0)]),
  };
}

test('tracked changes are shown where they stand, by whom and when, and either text can be taken', async () => {
  const ben = await bring(DOCUMENT);
  assert.deepEqual(await htmlProblems(ben.body), []);
  const text = ben.text();
  assert.match(text, /Tracked changes 3 tracked changes, not accepted or refused yet\. The text below has all of them/);
  assert.match(text, /It carried removed: 240 added: 420 people/);
  assert.match(text, /L\. Marsh, 1 March 2026, 10:00: “240” deleted, “420” inserted/);
  assert.match(text, /T\. Oduya: the end of the paragraph deleted/);
  assert.equal(
    ben.value('Text'),
    'The ferry was late. It carried 420 people, the harbour master said.\n\nIt was the ninth delay. Nobody was hurt.',
  );
  await ben.follow('Take the text as it was before them');
  assert.match(ben.text(), /The text below is as it was before them/);
  assert.match(ben.value('Text'), /It carried 240 people.*delay\.\n\nNobody/s);
  await ben.fill('Date', 'never').press('Add article');
  assert.equal(ben.status, 422);
  assert.match(ben.text(), /The text below is as it was before them/, 'the choice stays where something else is wrong');
  await ben.fill('Date', '').press('Add article');
  const number = Number(ben.path.split('/')[2]);
  const { sources } = await rowsOf(number);
  assert.deepEqual(sources[0]?.[2], 'the harbour master', 'sources stand on the words of the text that was taken');
  const article = await desk.db.selectFrom('version').select('text').orderBy('id', 'desc').executeTakeFirstOrThrow();
  assert.match(article.text ?? '', /240 people/);
});

test('a reply to a reply is said below the first comment, and none is lost where they go round in a circle', async () => {
  const [first, second] = [itemAt(COMMENTS, 0), itemAt(COMMENTS, 1)];
  const third = { author: 'L. Marsh', lines: ['Thanks.'], paragraph: '0A000005', parent: '0A000002' };
  for (const parent of [undefined, '0A000005']) {
    const { proposed_sources } = await readDocx(
      annotated(BODY, [{ ...first, ...(parent ? { parent } : {}) }, second, third]),
    );
    const said = proposed_sources.map(({ comment }) => comment?.replies.map(({ lines }) => lines));
    assert.deepEqual(said, [[['Ines Korhal'], ['Thanks.']]]);
  }
});

test('each comment is listed with its replies and becomes a query, a proposed source, or nothing', async () => {
  const ben = await bring(DOCUMENT);
  const said = ben.text();
  assert.match(said, /Comments in the document 3/);
  assert.match(
    said,
    /“the harbour master” L\. Marsh, 2 March 2026, 09:30: Which one\? There are two\. Reply, T\. Oduya, 3 March 2026, 08:00: Ines Korhal/,
  );
  assert.match(said, /“hurt” marked as done T\. Oduya/);
  assert.equal(ben.value('Comment 3 becomes'), 'left');
  await ben.choose('Comment 1 becomes', 'Query to the writer').press('Add article');
  assert.match(ben.notice(), /One comment is asked as a query\./);
  const number = Number(ben.path.split('/')[2]);
  const { queries, sources } = await rowsOf(number);
  assert.deepEqual(queries, [
    {
      to_whom: 'writer',
      question: 'Which one?\nThere are two.\nReply: Ines Korhal',
      words: 'the harbour master',
      state: 'open',
    },
  ]);
  assert.deepEqual(sources, [
    ['Comment by L. Marsh: https://harbour.example/delays', 'https://harbour.example/delays', 'ninth delay'],
  ]);
  await ben.visit(`/articles/${number}/queries`);
  assert.match(ben.text(), /Which one\? There are two\./);
  assert.equal((await desk.db.selectFrom('evidence').selectAll().execute()).length, 0, 'nothing enters a claim');
});

test('so it is for the next version, where what is asked already is not asked again', async () => {
  const ben = await bring(DOCUMENT);
  await ben
    .choose('Comment 1 becomes', 'Query to the editor')
    .choose('Comment 2 becomes', 'Leave it')
    .press('Add article');
  const number = Number(ben.path.split('/')[2]);
  await ben.visit(`/articles/${number}/versions`);
  await ben.attach('Or a file', 'second.docx', DOCUMENT).press('Add version 2');
  assert.match(ben.text(), /Comments in the document 3/);
  await ben.follow('Take the text as it was before them');
  assert.match(ben.path, /\/versions\?draft=.*changes=original/);
  assert.deepEqual(await htmlProblems(ben.body), []);
  await ben
    .choose('Comment 1 becomes', 'Query to the editor')
    .choose('Comment 2 becomes', 'Query to the writer')
    .press('Add version 2');
  assert.match(ben.notice(), /^Version 2 is added: .*One comment is asked as a query\.$/);
  const { queries } = await rowsOf(number);
  assert.deepEqual(
    queries.map(({ to_whom, words }) => [to_whom, words]),
    [
      ['editor', 'the harbour master'],
      ['writer', 'ninth delay'],
    ],
  );
});

test('where a document does not know replies, later comments on the very same words are', async () => {
  const { proposed_sources } = await readDocx(annotated(BODY, COMMENTS, { extended: false }));
  assert.deepEqual(
    proposed_sources.map(({ comment }) => comment?.replies.map(({ author }) => author)),
    [['T. Oduya'], [], []],
  );
  assert.equal(itemAt(proposed_sources, 0).note, 'Which one? There are two.\nReply: Ines Korhal');
});
