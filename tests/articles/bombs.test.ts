// Bombs brought by hand and from the web: each ends with a sentence, and the desk goes on.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { intakeJobs } from '#src/articles/intake/job.ts';
import { type WorkerParts, workOnce } from '#src/jobs/worker.ts';
import { url } from '#src/paths.ts';
import { type HostileServer, startHostileServer } from '#tests/fetching/hostile-server.ts';
import { addedSource } from '#tests/sources/copies.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import { readInAProcess, readWhenTold } from '#tests/support/readers-here.ts';
import { captureJobs } from '#tests/support/source-verbs.ts';
import {
  deepPage,
  docxBomb,
  docxOfMarkup,
  endlessTextPdf,
  mailWithAttachments,
  nestedDocx,
  nestedMail,
  pdfBomb,
  pdfOfObjects,
  pdfWithPicture,
  tangledDocx,
  widePage,
  wideTable,
} from './documents/bombs.ts';
import { makeDocx } from './documents/documents.ts';

const GIGABYTE = 1_000_000_000;
const TOO_MUCH = /too large when unpacked|ran out of the memory|took too long|broke off/;

let desk: NewsroomDesk;
let server: HostileServer;
let bomb: Buffer;
before(async () => {
  // Larger than a reader may be, and smaller than the 5 MB of an article's page.
  bomb = endlessTextPdf(250_000_000);
  desk = await startNewsroom();
  server = await startHostileServer({
    '/run-length.pdf': (_req, res) => res.writeHead(200, { 'Content-Type': 'application/pdf' }).end(bomb.subarray()),
  });
});
after(async () => {
  await server.close();
  await desk.close();
});

/** Somebody else opens a page meanwhile; it has to come before the document has been read. */
async function whileOthersRead<T>(work: Promise<T>): Promise<T> {
  const cleo = await desk.visitor('cleo');
  await cleo.visit('/articles');
  assert.equal(cleo.status, 200);
  return await work;
}

async function bring(bytes: Buffer, name: string) {
  const ben = await desk.visitor('ben');
  await ben.visit('/articles/new');
  await whileOthersRead(ben.attach('Or a file', name, bytes).press('Add article'));
  return ben;
}

type Bomb = [what: string, words: RegExp, make: () => Buffer | Promise<Buffer>];

/** By the bounds of its process. */
const REFUSED: Bomb[] = [
  ['a Word document of 25 MB of empty marks', TOO_MUCH, () => docxOfMarkup(25_000_000)],
  ['a PDF packed in a way that is not counted', /ran out of the memory/, () => bomb],
];

/** By what is counted before anything is made of it. */
const COUNTED: Bomb[] = [
  ['a Word document that unpacks to 100 MB', /too large when unpacked \(limit: 30 MB/, () => docxBomb(100_000_000)],
  ['a PDF whose words unpack to a gigabyte', /too large when unpacked \(limit: 30 MB/, () => pdfBomb(GIGABYTE)],
  ['the same, packed twice', /too large when unpacked/, () => pdfBomb(GIGABYTE, 2)],
  [
    'a Word document that says one long note a thousand times',
    /more than 4,000,000 letters/,
    () => tangledDocx(1_000, 5_000),
  ],
  ['a page of a megabyte of marks inside each other', /thousands deep/, () => deepPage(20_000, 1_000_000)],
  ['a mail of 5,000 parts inside each other', /damaged|no words/, () => nestedMail(5_000)],
];

describe('what is brought by hand', () => {
  for (const [what, words, make] of [...REFUSED, ...COUNTED])
    test(`${what}: refused in words, nothing stored`, async (t) => {
      if (REFUSED.some(([one]) => one === what)) readInAProcess(t);
      const ben = await bring(await make(), 'draft.docx');
      assert.equal(ben.status, 422);
      assert.match(ben.errors().join(), words);
      assert.match(ben.errors().join(), /Nothing was stored/);
      assert.equal((await desk.db.selectFrom('file').select('id').execute()).length, 0);
    });

  const READ: [what: string, make: () => Buffer | Promise<Buffer>][] = [
    ['a PDF with a picture of 100 MB', () => pdfWithPicture(100_000_000)],
    ['a PDF of 100,000 objects', () => pdfOfObjects(100_000)],
    // Some of them: trials/memory.ts brings all.
    ['a Word document of 20,000 moved words, each with the same footnote', () => tangledDocx(1_500)],
    ['a mail with 16 MB of pictures', () => mailWithAttachments(16_000_000, 4)],
  ];
  for (const [what, make] of READ)
    test(`${what} is no bomb: its words are read`, async (t) => {
      readInAProcess(t);
      const ben = await bring(await make(), 'draft.pdf');
      assert.match(ben.value('Text'), /The ferry was late again/);
    });

  test('a document that holds a bomb it does not need is read without it, or refused', async () => {
    const ben = await bring(nestedDocx(3), 'draft.docx');
    assert.match(ben.value('Text') || ben.errors().join(), /ferry|too large when unpacked/);
  });

  test('a list of sources with far too many columns is refused or said, and the desk goes on', async (t) => {
    readInAProcess(t);
    const ben = await desk.visitor('ben');
    await ben.visit(url('source_import'));
    await whileOthersRead(ben.attach('File', 'list.csv', wideTable(500_000)).press('Review list'));
    assert.ok(ben.status === 200 || ben.status === 422, String(ben.status));
  });
});

describe('what comes from the web', () => {
  const parts = (): WorkerParts => ({
    db: desk.db,
    kinds: { ...intakeJobs({ allow: server.allow }), ...captureJobs({ allow: server.allow, bytes: 25_000_000 }) },
    onError: assert.ifError,
  });

  test('a reading that dies ends its job with a sentence, and others that waited are done', async (t) => {
    readInAProcess(t);
    const ask = async (path: string) => {
      const ben = await desk.visitor('ben');
      await ben.visit('/articles/new');
      await ben.fill('Or an article on the web', server.origin + path).press('Add article');
      return ben;
    };
    const dying = await ask('/run-length.pdf');
    const plain = await ask('/ferry');
    await Promise.all([workOnce(parts()), workOnce(parts())]);
    await dying.follow('Reload page');
    assert.match(dying.text(), /That did not work/);
    assert.match(dying.text(), TOO_MUCH);
    await plain.follow('Reload page');
    assert.equal(plain.value('Headline'), 'The ferry was late again');
  });

  test('the page of a job says that another document is read first, and then what it does', {
    timeout: 30_000,
  }, async (t) => {
    const goOn = readWhenTold(t);
    const slow = await desk.visitor('ben');
    await slow.visit('/articles/new');
    const bringing = slow.attach('Or a file', 'log.docx', makeDocx()).press('Add article');
    const cleo = await desk.visitor('cleo');
    await cleo.visit('/articles/new');
    await cleo.fill('Or an article on the web', `${server.origin}/ferry`).press('Add article');
    const work = workOnce(parts());
    const job = () => desk.db.selectFrom('job').select('message').orderBy('id', 'desc').executeTakeFirstOrThrow();
    while (!/another document|Done/.test((await job()).message))
      await new Promise((resolve) => setTimeout(resolve, 10));
    await cleo.follow('Reload page');
    assert.match(cleo.text(), /Waiting: another document is being read\./);
    assert.match(cleo.headers.refresh ?? '', /^2/);
    goOn();
    await Promise.all([bringing, work]);
    await cleo.follow('Reload page');
    assert.equal(cleo.value('Headline'), 'The ferry was late again');
  });

  test('a copy keeps the bytes of a bomb, and says why there are no words', async (t) => {
    readInAProcess(t);
    const number = await addedSource(desk, `${server.origin}/run-length.pdf The log`);
    const ben = await desk.visitor('ben');
    await ben.visit(url('source', { number }));
    await ben.press('Save a copy of the page');
    await workOnce(parts());
    const { number: copy, size } = await desk.db
      .selectFrom('snapshot')
      .select(['number', 'size'])
      .executeTakeFirstOrThrow();
    await ben.visit(url('snapshot', { number: copy }));
    assert.match(ben.text(), /No text could be read from it: it /);
    assert.match(ben.text(), TOO_MUCH);
    assert.equal(size, bomb.length);
  });

  test('a Word document whose list of kinds is a bomb is told by its bytes, without being unpacked', async (t) => {
    readInAProcess(t);
    const number = await addedSource(desk, 'https://ferry.example/log The other log');
    const ben = await desk.visitor('ben');
    await ben.visit(url('source_snapshots', { number }));
    const types = makeDocx({ more: { '[Content_Types].xml': new Uint8Array(31_000_000) } });
    await whileOthersRead(ben.attach('File', 'log.docx', types).press('Save copy'));
    assert.match(ben.text() + ben.errors().join(), /too large when unpacked|zip archive/);
  });

  test('a page of very many small elements is read, or refused with a sentence', async () => {
    const ben = await bring(widePage(30_000), 'page.html');
    assert.match(ben.value('Text') || ben.errors().join(), /aaa|no article|60,002 pieces/);
  });
});
