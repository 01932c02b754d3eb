// A new version that comes as a document or from an address.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import { takeArticleIn } from '#src/articles/commands.ts';
import { keepDocument } from '#src/articles/intake/commands.ts';
import { intakeJobs } from '#src/articles/intake/job.ts';
import { markClaim } from '#src/claims/marking/commands.ts';
import { reviseArticle } from '#src/claims/revision/commands.ts';
import { verifyFiles } from '#src/files/verify.ts';
import { workOnce } from '#src/jobs/worker.ts';
import { makeDocx, makeMail, makePdf, PDF_PAGES } from '#tests/articles/documents/documents.ts';
import { type HostileServer, startHostileServer } from '#tests/fetching/hostile-server.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { type NewsroomDesk, openNewsroom, startNewsroom } from '#tests/support/newsroom.ts';
import { htmlProblems } from '#tests/support/valid-html.ts';
import type { Visitor } from '#tests/support/visitor.ts';

const HEADLINE = 'The ferry was late again';
const BODY =
  'The ferry to Vessel Bay was late. It was the eighth delay this month, as the harbour log shows.\n\nMore than 240 passengers waited. Nobody was hurt.';

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

/** A new article of Ben's with two claims; gives back the address of its versions. */
async function ferry(): Promise<string> {
  const ben = desk.ctxOf('ben');
  const typed = { headline: HEADLINE, body: BODY, captions: ['The pier'], credits: 'Photo: L. Marsh' };
  const article = await takeArticleIn(ben, desk.desks.foreign.slug, typed);
  await markClaim(ben, article.id, { selection: { sentence: 3 } });
  await markClaim(ben, article.id, { selection: { sentence: 4 } });
  return `/articles/${article.number}/versions`;
}

async function bring(path: string, name: string, bytes: Buffer, who: 'ada' | 'ben' = 'ben'): Promise<Visitor> {
  const visitor = await desk.visitor(who);
  await visitor.visit(path);
  return visitor.attach('Or a file', name, bytes).press('Add version 2');
}

async function work(): Promise<void> {
  while (await workOnce({ db: desk.db, kinds: intakeJobs({ allow: server.allow }), onError: assert.ifError }));
}

async function count(table: 'version' | 'intake_draft' | 'file' | 'version_original'): Promise<number> {
  return (await desk.db.selectFrom(table).selectAll().execute()).length;
}

test('Ben looks a Word document over before it is a version: what was taken, left out, kept, and what it would change', async () => {
  const path = await ferry();
  const before = await count('version');
  const ben = await bring(path, 'second.docx', makeDocx());
  assert.match(ben.path, /\/versions\?draft=/);
  assert.deepEqual(await htmlProblems(ben.body), []);
  assert.equal(await count('version'), before, 'nothing is a version yet');
  assert.equal(ben.heading(), 'Version 2, to review');
  const text = ben.text();
  assert.match(text, /From “second\.docx” Word document/);
  assert.match(text, /Used The headline\. The standfirst\. The text: 3 paragraphs\. 1 caption\./);
  assert.match(text, /Left out Words deleted.*What it says of itself .*stay as they are/);
  assert.match(text, /Kept from version 1 The document has nothing for the credits/);
  assert.match(text, /Sentences against version 1: 2 changed, 2 new\. Of 2 claims 1 keeps its verdict, 1 is touched/);
  assert.deepEqual([ben.value('Headline'), ben.value('Credits')], [HEADLINE, 'Photo: L. Marsh']);
  assert.match(ben.value('Text'), /It was the ninth delay/);
});

test('he mends it and brings it in: the original is kept with its version, to be fetched and verified', async () => {
  const path = await ferry();
  const bytes = makeDocx();
  const left = await bring(path, 'second.docx', bytes);
  const cleo = await desk.visitor('cleo');
  await cleo.visit(path);
  assert.doesNotMatch(cleo.body, /second\.docx/, 'what waits is seen by whoever brought it');
  await left.visit(path);
  const ben = await left.follow(/Review document/);
  const words = ben.value('Text').replace('\n\nOld words stay out: kept.', '');
  await ben.fill('Text', words).fill('Note', 'from the wire').press('Add version 2');
  assert.equal(ben.path, `${path}/2/changes`);
  assert.match(ben.notice(), /^Version 2 is added/);
  await ben.visit(path);
  assert.deepEqual(await htmlProblems(ben.body), []);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  assert.match(ben.text(), new RegExp(`from second\\.docx, \\d+ (kB|bytes) ?SHA-256 ${sha256}`));
  await ben.visit(`${path}/2/original`);
  assert.ok(ben.bytes.equals(bytes));
  assert.match(ben.headers['content-disposition'] ?? '', /^attachment/);
  assert.equal(ben.headers['x-content-type-options'], 'nosniff');
  await ben.visit(`${path}/1/original`);
  assert.equal(ben.status, 404);
  assert.deepEqual((await verifyFiles(desk.db)).faults, []);
  const log = await desk.db.selectFrom('log_detail').select('after').execute();
  assert.ok(log.some((entry) => entry.after.includes(`"original_sha256":"${sha256}"`)));
  for (const name of ['dina', 'emil'] as const) {
    const other = await desk.visitor(name);
    await other.visit(`${path}/2/original`);
    assert.equal(other.status, 404, name);
    await other.visit(path);
    assert.doesNotMatch(other.body, /second\.docx/);
  }
});

test('every kind of document is taken as for a first version', async () => {
  const page = Buffer.from(
    `<!doctype html><html><body><article><h1>${HEADLINE}</h1><p>${'The ferry to Vessel Bay was ninety minutes late on Sunday. '.repeat(8)}</p></article></body></html>`,
  );
  for (const [name, bytes, kind] of [
    ['second.pdf', makePdf(PDF_PAGES), 'PDF'],
    ['second.eml', makeMail(), 'mail'],
    ['second.rtf', Buffer.from('{\\rtf1 The ferry was {\\v not} early.\\par}'), 'rich text document'],
    ['second.html', page, 'web page'],
    ['second.txt', Buffer.from('The ferry was early.'), 'plain text'],
    ['second.md', Buffer.from('# Ferry early\n\nThe *ferry* was early.'), 'Markdown'],
  ] as const) {
    const path = await ferry();
    const ben = await bring(path, name, bytes);
    assert.match(ben.text(), new RegExp(`From “${name}” ${kind}`), name);
    await ben.press('Add version 2');
    assert.match(ben.notice(), /^Version 2 is added/, name);
    await ben.visit(`${path}/2/original`);
    assert.ok(ben.bytes.equals(bytes), name);
  }
});

test('what cannot be read is refused in the same words, nothing is stored, and the text in the form stays', async () => {
  const path = await ferry();
  const before = [await count('file'), await count('intake_draft'), await count('version')];
  for (const [name, bytes, words] of [
    ['scan.pdf', makePdf([{ lines: [] }]), /“scan\.pdf”: This PDF has only pictures/],
    ['locked.pdf', makePdf(PDF_PAGES, { encrypt: true }), /“locked\.pdf”: .*password/],
    ['macros.docx', makeDocx({ more: { 'word/vbaProject.bin': Buffer.from('m') } }), /macros/],
    ['bomb.docx', makeDocx({ more: { 'word/bomb.xml': Buffer.alloc(40_000_000) } }), /unpack|large|bigger/i],
    ['half.docx', makeDocx().subarray(0, 900), /damaged|not whole|broken/i],
    ['empty.txt', Buffer.from(' \n'), /nothing but white space/],
    ['picture.docx', Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1'), /is a picture|no text|not written/],
  ] as const) {
    const ben = await bring(path, name, bytes);
    assert.equal(ben.status, 422, name);
    assert.match(ben.errors().join(), words, name);
    assert.match(ben.value('Text'), /the eighth delay/);
    assert.deepEqual(await htmlProblems(ben.body), []);
  }
  assert.deepEqual([await count('file'), await count('intake_draft'), await count('version')], before);
});

test('an address is fetched as a job, looked over and brought in; one that cannot be fetched says why', async () => {
  const path = await ferry();
  const ben = await desk.visitor('ben');
  await ben.visit(path);
  await ben.fill('Or its page on the web', `${server.origin}/gone`).fill('Note', 'as it ran').press('Add version 2');
  assert.match(ben.text(), /Fetching a new version of article \d+ from 127\.0\.0\.1/);
  await work();
  await ben.follow('Reload page');
  await ben.follow(/go back/i);
  assert.match(ben.errors().join(), /no page at this address \(404\)/);
  assert.equal(ben.value('Note'), 'as it ran');
  await ben.fill('Or its page on the web', `${server.origin}/ferry`).press('Add version 2');
  await work();
  await ben.follow('Reload page');
  assert.match(ben.path, /\/versions\?draft=/);
  assert.equal(ben.value('Note'), 'as it ran');
  await ben.press('Add version 2');
  assert.match(ben.notice(), /^Version 2 is added/);
  await ben.visit(path);
  await ben.fill('Or its page on the web', 'ferry').press(/^Add version/);
  assert.match(ben.errors().join(), /whole address/);
  await ben.visit(path);
  await ben
    .fill('Or its page on the web', `${server.origin}/ferry`)
    .attach('Or a file', 'second.txt', Buffer.from('Words.'))
    .press(/^Add version/);
  assert.match(ben.errors().join(), /Keep one of them/);
});

test('a form sent again, a draft taken up twice and two people at once double nothing', async () => {
  const path = await ferry();
  const ben = await bring(path, 'second.docx', makeDocx());
  const look = ben.path;
  const cleo = await desk.visitor('cleo');
  await cleo.visit(look);
  assert.match(cleo.text(), /document is no longer here/, 'a draft is its person’s alone');
  const ada = await bring(path, 'other.txt', Buffer.from('The ferry was early, for once.'), 'ada');
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(ben.body)?.[1] ?? '';
  const fields = { version: '1', draft: hidden('draft'), body: ben.value('Text') };
  for (const _ of [1, 2]) {
    await ben.send(path, fields);
    assert.equal(ben.path, `${path}/2/changes`);
  }
  assert.equal(ben.notice(), 'Version 2 already has this text.');
  await ada.press('Add version 2');
  assert.equal(ada.status, 409);
  assert.match(ada.text(), /The ferry was early, for once\..*the ninth delay/s);
  await ben.send(path, { ...fields, version: '2', body: 'Other words.' });
  assert.equal(ben.status, 422);
  assert.match(ben.errors().join(), /added already.*Your text is still here/);
  assert.equal(ben.value('Text'), 'Other words.');
  await ben.visit(look);
  assert.match(ben.text(), /document is no longer here/);
  assert.ok(ben.offers(/^Add version/), 'the form of the next version is there');
  await ben.visit(look.replace(/^.*\?/, '/articles/new?'));
  assert.equal(ben.status, 404);
});

test('guests and strangers bring no document', async () => {
  const path = await ferry();
  const before = await count('file');
  for (const [name, status] of [
    ['dina', 403],
    ['emil', 404],
  ] as const) {
    const other = await desk.visitor(name);
    await other.send(path, { version: '1', address: 'https://wire.example/' });
    assert.equal(other.status, status, name);
  }
  const nobody = await desk.visitor();
  await nobody.send(path, { version: '1', address: 'https://wire.example/' });
  assert.match(nobody.path, /^\/sign-in/);
  assert.equal(await count('file'), before);
});

onEachEngine((engine) => {
  test('two posts of one look side by side make one version with one original', async () => {
    const newsroom = await openNewsroom(engine);
    const ben = newsroom.ctxOf('ben');
    const desk_id = newsroom.desks.foreign.id;
    const article = await takeArticleIn(ben, newsroom.desks.foreign.slug, { headline: HEADLINE, body: BODY });
    const document = { name: 'second.docx', bytes: makeDocx() };
    const draft = await keepDocument(ben, { desk_id, article_id: article.id, document, typed: {} });
    const input = { headline: HEADLINE, body: `${BODY} It rained.`, version: 1, draft };
    const both = await Promise.all([reviseArticle(ben, article.id, input), reviseArticle(ben, article.id, input)]);
    assert.deepEqual(both.map((one) => one.is_new).sort(), [false, true]);
    assert.equal((await newsroom.db.selectFrom('version_original').selectAll().execute()).length, 1);
    const other = await keepDocument(ben, { desk_id, article_id: article.id, document, typed: {} });
    await assert.rejects(
      takeArticleIn(ben, newsroom.desks.foreign.slug, { body: 'New.', draft: other }),
      /no longer here/,
    );
    await assert.rejects(reviseArticle(ben, article.id, { body: 'New.', version: 2, draft }), /no longer here/);
  });
});
