// Documents and addresses on the page of a new article.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import { takeArticleIn } from '#src/articles/commands.ts';
import { keepDocument, sweepDrafts } from '#src/articles/intake/commands.ts';
import { intakeJobs } from '#src/articles/intake/job.ts';
import { sweepFiles } from '#src/files/commands.ts';
import { type WorkerParts, workOnce } from '#src/jobs/worker.ts';
import { url } from '#src/paths.ts';
import { deleteMember, insertMember, updateMember } from '#src/people/member-store.ts';
import { ARTICLE, type HostileServer, startHostileServer } from '#tests/fetching/hostile-server.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import { htmlProblems } from '#tests/support/valid-html.ts';
import type { Visitor } from '#tests/support/visitor.ts';
import { makeDocx, makePdf } from './documents/documents.ts';

let desk: NewsroomDesk;
let server: HostileServer;
before(async () => {
  desk = await startNewsroom();
  server = await startHostileServer();
});
after(async () => {
  await server.close();
  await desk.close();
});

async function bring(bytes: Buffer, name = 'draft.docx'): Promise<Visitor> {
  const ben = await desk.visitor('ben');
  await ben.visit('/articles/new');
  return ben.attach('Or a file', name, bytes).press('Add article');
}

async function work(allow = server.allow): Promise<void> {
  const parts: WorkerParts = { db: desk.db, kinds: intakeJobs({ allow }), onError: assert.ifError };
  while (await workOnce(parts));
}

async function count(table: 'article' | 'intake_draft' | 'file'): Promise<number> {
  return (await desk.db.selectFrom(table).select('id').execute()).length;
}

async function newest() {
  return desk.db.selectFrom('article').selectAll().orderBy('number', 'desc').limit(1).executeTakeFirstOrThrow();
}

test('Ben looks over what was read out of a Word document before it is an article', async () => {
  const before = await count('article');
  const ben = await bring(makeDocx());
  assert.match(ben.path, /^\/articles\/new\?draft=/);
  assert.deepEqual(await htmlProblems(ben.body), []);
  assert.equal(await count('article'), before, 'nothing is an article yet');
  assert.match(ben.text(), /From “draft\.docx” Word document/);
  assert.match(ben.text(), /Used The headline\. The standfirst\. The text: 3 paragraphs\. 1 caption\./);
  assert.match(ben.text(), /Left out Words deleted with tracked changes: “deleted”/);
  assert.match(ben.text(), /Proposed sources 2 “the harbour log”/);
  assert.match(ben.text(), /Comments in the document 1 .*“the ninth delay” L\. Marsh: Harbour log, pages 3 to 5\./);
  assert.equal(ben.value('Headline'), 'The ferry was late again');
  assert.equal(ben.value('Standfirst'), 'Ninety minutes on Sunday');
  assert.equal(ben.value('Captions'), 'The pier on Sunday');
  assert.equal(ben.value('Byline'), 'L. Marsh & T. Oduya');
  assert.equal(ben.value('Language'), 'en-GB');
});

test('he mends it and takes it in: the original is kept, its suggestions stand on the words as they are now', async () => {
  const bytes = makeDocx();
  const ben = await bring(bytes);
  const text = ben
    .value('Text')
    .replace('The ferry to Vessel Bay was late. ', '')
    .replace('More than 240 passengers waited.', '');
  await ben.fill('Text', text).fill('Writer', 'Lena, 0700 123').press('Add article');
  assert.match(ben.notice(), /^Article added/);
  const article = await newest();
  const [original] = await desk.db
    .selectFrom('version_original')
    .innerJoin('file', 'file.id', 'file_id')
    .selectAll('file')
    .where('file.linked_at', 'is not', null)
    .orderBy('file.id', 'desc')
    .execute();
  assert.equal(original?.sha256, createHash('sha256').update(bytes).digest('hex'));
  await ben.visit(url('article_details', { id: article.number }));
  assert.deepEqual(await htmlProblems(ben.body), []);
  assert.equal(ben.value('Writer'), 'Lena, 0700 123');
  assert.match(ben.text(), new RegExp(`draft\\.docx .*${original?.sha256}`));
  assert.match(ben.text(), /“the ninth delay” Comment by L\. Marsh/);
  assert.match(ben.text(), /Its words are no longer in the text Counted by Ines Korhal/);
  const suggestion = await desk.db
    .selectFrom('proposed_source')
    .innerJoin('version', 'version.id', 'version_id')
    .select(['start', 'end', 'text'])
    .where('article_id', '=', article.id)
    .orderBy('position')
    .executeTakeFirstOrThrow();
  assert.equal(suggestion.text?.slice(suggestion.start ?? 0, suggestion.end ?? 0), 'the ninth delay');
  await ben.visit(url('article_original', { id: article.number }));
  assert.ok(ben.bytes.equals(bytes));
  assert.match(ben.headers['content-disposition'] ?? '', /^attachment; filename="?draft\.docx"?$/);
  const log = await desk.db.selectFrom('log_detail').select(['before', 'after']).execute();
  assert.ok(log.some(({ after }) => after.includes(`"original_sha256":"${original?.sha256}"`)));
  assert.ok(!log.some(({ after, before }) => (after + before).includes('0700 123')), 'the phone is not in the log');
});

test('guests and other desks see neither the original nor the notes about the writer', async () => {
  const ben = await bring(makeDocx());
  await ben.fill('Writer', 'Lena, 0700 999').press('Add article');
  const { number } = await newest();
  for (const [name, status] of [
    ['dina', 404],
    ['emil', 404],
    ['cleo', 200],
  ] as const) {
    const other = await desk.visitor(name);
    await other.visit(url('article_original', { id: number }));
    assert.equal(other.status, status, name);
    await other.visit(url('article_details', { id: number }));
    if (name !== 'cleo') assert.doesNotMatch(other.body, /0700 999|draft\.docx/);
  }
});

test('a draft is its person’s alone, and only while it is kept', async () => {
  const ben = await bring(makeDocx());
  for (const name of ['ada', 'cleo', 'dina', 'emil'] as const) {
    const other = await desk.visitor(name);
    await other.visit(ben.path);
    assert.ok([403, 404].includes(other.status), name);
  }
  const path = ben.path;
  await desk.db.updateTable('intake_draft').set({ expires_at: desk.at }).execute();
  await ben.press('Add article');
  assert.equal(ben.status, 422);
  assert.match(ben.errors().join(), /document you chose is no longer here.*Your text is still here/);
  assert.match(ben.value('Text'), /^The ferry to Vessel Bay/);
  await ben.press('Add article');
  assert.match(ben.notice(), /^Article added/);
  await ben.visit(path);
  assert.equal(ben.status, 404);
});

test('whoever is a guest by now looks over no draft of before, though they work at another desk', async (t) => {
  const path = (await bring(makeDocx())).path;
  const { foreign, weekend } = desk.desks;
  const ben = { person_id: desk.persons.ben.id };
  const article = await takeArticleIn(desk.ctxOf('ada'), foreign.slug, { headline: 'Ferry', body: 'It sank.' });
  const document = { name: 'next.docx', bytes: makeDocx() };
  const kept = { desk_id: foreign.id, article_id: article.id, document, typed: {} };
  const next = url('versions', { id: article.number }, { draft: await keepDocument(desk.ctxOf('ben'), kept) });
  const person = await desk.visitor('ben');
  await person.visit(next);
  assert.match(person.text(), /From “next\.docx”/);
  await updateMember(desk.db, { ...ben, desk_id: foreign.id }, 'guest');
  await insertMember(desk.db, { ...ben, desk_id: weekend.id, role: 'editor', since: desk.at });
  t.after(async () => {
    await deleteMember(desk.db, { ...ben, desk_id: weekend.id });
    await updateMember(desk.db, { ...ben, desk_id: foreign.id }, 'reviewer');
  });
  await person.visit(path);
  assert.equal(person.status, 404);
  await person.visit(next);
  assert.doesNotMatch(person.body, /next\.docx/);
  const draft = new URL(path, 'http://desk').searchParams.get('draft') ?? '';
  await person.send('/articles', { desk: weekend.slug, headline: 'Mine', body: 'It sank.', draft });
  assert.equal(person.status, 422);
});

test('a plain file is taken in at once, and kept as it came; what is wrong besides loses neither', async () => {
  const ben = await desk.visitor('ben');
  const bytes = Buffer.from('The ferry was *early*.\r\n');
  await ben.visit('/articles/new');
  await ben.fill('Address', 'nowhere').attach('Or a file', 'early.txt', bytes).press('Add article');
  assert.equal(ben.status, 422);
  await ben.visit('/articles/new');
  await ben.attach('Or a file', 'early.txt', bytes).press('Add article');
  assert.match(ben.notice(), /^Article added/);
  const { number } = await newest();
  await ben.visit(url('article_original', { id: number }));
  assert.ok(ben.bytes.equals(bytes));
  assert.match(ben.headers['content-type'] ?? '', /^text\/plain/);
  assert.equal(ben.headers['x-content-type-options'], 'nosniff');
});

test('the same look sent twice makes one article, and its document goes into one', async () => {
  const ben = await bring(makeDocx());
  const before = await count('article');
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(ben.body)?.[1] ?? '';
  const fields = { id: hidden('id'), draft: hidden('draft'), desk: hidden('desk'), body: ben.value('Text') };
  for (const _ of [1, 2]) await ben.send('/articles', fields);
  assert.match(ben.notice(), /^Article added/);
  assert.equal(await count('article'), before + 1);
});

test('what was typed beside the document stays and wins', async () => {
  const ben = await desk.visitor('ben');
  await ben.visit('/articles/new');
  await ben
    .fill('Headline', 'Ours')
    .fill('Asked by', 'Ada Lind')
    .attach('Or a file', 'draft.docx', makeDocx())
    .press('Add article');
  assert.deepEqual([ben.value('Headline'), ben.value('Asked by')], ['Ours', 'Ada Lind']);
  await ben.fill('Address', 'nowhere').press('Add article');
  assert.equal(ben.status, 422);
  assert.match(ben.text(), /From “draft\.docx”/);
  assert.equal(ben.value('Asked by'), 'Ada Lind');
});

test('a document that cannot be read is refused with a sentence, nothing is stored, what was typed stays', async () => {
  const before = [await count('file'), await count('intake_draft'), await count('article')];
  for (const [bytes, words] of [
    [makePdf([{ lines: [] }]), /“scan\.docx”: This PDF has only pictures/],
    [makeDocx({ more: { 'word/vbaProject.bin': Buffer.from('m') } }), /macros/],
  ] as const) {
    const ben = await desk.visitor('ben');
    await ben.visit('/articles/new');
    await ben.fill('Byline', 'L. Marsh').attach('Or a file', 'scan.docx', bytes).press('Add article');
    assert.equal(ben.status, 422);
    assert.match(ben.errors().join(), words);
    assert.equal(ben.value('Byline'), 'L. Marsh');
    assert.deepEqual(await htmlProblems(ben.body), []);
  }
  assert.deepEqual([await count('file'), await count('intake_draft'), await count('article')], before);
});

test('an address is fetched as stored work, with its progress shown, and looked over', async () => {
  const ben = await desk.visitor('ben');
  await ben.visit('/articles/new');
  await ben
    .fill('Or an article on the web', `${server.origin}/moved`)
    .fill('Asked by', 'Ada Lind')
    .press('Add article');
  assert.match(ben.path, /^\/jobs\//);
  assert.match(ben.text(), /Adding an article from 127\.0\.0\.1.*Waiting for its turn/);
  await work();
  await ben.follow('Reload page');
  assert.match(ben.path, /^\/articles\/new\?draft=/);
  assert.equal(ben.value('Headline'), 'The ferry was late again');
  assert.deepEqual(
    [ben.value('Outlet'), ben.value('Date'), ben.value('Time zone'), ben.value('Asked by')],
    ['Northern Wire', '2026-03-12', 'UTC', 'Ada Lind'],
  );
  await ben.press('Add article');
  assert.match(ben.notice(), /^Article added/);
  const article = await newest();
  assert.deepEqual(
    [article.outlet, article.dated_on, article.url],
    ['Northern Wire', '2026-03-12T16:40', `${server.origin}/ferry`],
  );
  await ben.visit(url('article_original', { id: article.number }));
  assert.equal(ben.body, ARTICLE);
  assert.match(ben.headers['content-security-policy'] ?? '', /sandbox/);
});

test('an address that cannot be fetched says why beside all that was typed', async () => {
  const ben = await desk.visitor('ben');
  for (const [path, words] of [
    ['/to-metadata', /not an address of the public internet/],
    ['/gone', /no page at this address \(404\)/],
    ['/bomb', /larger than the 5 MB/],
  ] as const) {
    await ben.visit('/articles/new');
    await ben
      .fill('Or an article on the web', server.origin + path)
      .fill('Byline', 'L. Marsh')
      .press('Add article');
    await work();
    await ben.follow('Reload page');
    assert.match(ben.text(), words);
    await ben.follow(/go back/i);
    assert.match(ben.errors().join(), words);
    assert.equal(ben.value('Or an article on the web'), server.origin + path);
    assert.equal(ben.value('Byline'), 'L. Marsh');
    assert.deepEqual(await htmlProblems(ben.body), []);
  }
  await ben.visit('/articles/new');
  await ben.fill('Or an article on the web', 'javascript:alert(1)').press('Add article');
  assert.match(ben.errors().join(), /whole address/);
  await ben
    .fill('Or an article on the web', `${server.origin}/ferry`)
    .fill('Text', 'Words besides.')
    .press('Add article');
  assert.match(ben.errors().join(), /also a text or a file/);
});

test('without an exception the desk’s own machine is not asked', async () => {
  const ben = await desk.visitor('ben');
  await ben.visit('/articles/new');
  const asked = server.asked.get('/ferry');
  await ben.fill('Or an article on the web', `${server.origin}/ferry`).press('Add article');
  await work([]);
  await ben.follow('Reload page');
  assert.match(ben.text(), /not an address of the public internet/);
  assert.equal(server.asked.get('/ferry'), asked);
});

test('drafts that nobody looked over go, and then their documents', async () => {
  await bring(makeDocx());
  desk.wait(25 * 60);
  await sweepDrafts(desk.ctx());
  assert.ok((await sweepFiles(desk.ctx())) > 0);
  assert.equal(await count('intake_draft'), 0);
});
