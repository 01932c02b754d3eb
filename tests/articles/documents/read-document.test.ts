// What is read out of real documents, and what a person is told of those that cannot be read.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import type { Draft } from '#src/articles/documents/draft.ts';
import { kindOf } from '#src/articles/documents/kind.ts';
import { readDocument } from '#src/articles/documents/read-document.ts';
import { RuleBroken } from '#src/errors.ts';
import type { ProcessBounds } from '#src/workers/run-in-process.ts';
import { ARTICLE } from '#tests/fetching/hostile-server.ts';
import { readInAProcess } from '#tests/support/readers-here.ts';
import { bookInPdf, bookInWord } from './bombs.ts';
import { makeDocx, makeMail, makePdf, PDF_PAGES } from './documents.ts';

function read(bytes: Buffer | string, url?: string): Promise<Draft> {
  return readDocument({ name: 'draft', bytes: Buffer.from(bytes as string), ...(url ? { url } : {}) });
}

async function refusal(bytes: Buffer | string, bounds: ProcessBounds = {}): Promise<string> {
  const error = await readDocument({ name: 'draft', bytes: Buffer.from(bytes as string) }, bounds).then(
    (draft) => assert.fail(`it was read: ${JSON.stringify(draft.parts).slice(0, 200)}`),
    (error) => error,
  );
  assert.ok(error instanceof RuleBroken, String(error));
  assert.equal(error.field, 'file');
  assert.match(error.message, /Nothing was stored/);
  return error.message;
}

/** The words that each suggestion stands on, and where it leads. */
function suggestions(draft: Draft): string[][] {
  return draft.proposed_sources.map(({ part, start, end, url, title }) => [
    draft.parts[part]?.text.slice(start, end) ?? '',
    url || title,
  ]);
}

function partsOf(draft: Draft): string[][] {
  return draft.parts.map(({ role, text }) => [role, text]);
}

test('a Word document: its parts by their styles, notes and links on their words, deletions left out', async () => {
  const draft = await read(makeDocx());
  assert.deepEqual(partsOf(draft), [
    ['headline', 'The ferry was late again'],
    ['standfirst', 'Ninety minutes on Sunday'],
    [
      'body',
      'The ferry to Vessel Bay was late. It was the ninth delay this month, as the harbour log shows.\n\nMore than 240 passengers waited. Nobody was hurt.\n\nOld words stay out: kept.',
    ],
    ['caption', 'The pier on Sunday'],
  ]);
  assert.deepEqual(suggestions(draft), [
    ['the ninth delay', 'Comment by L. Marsh: Harbour log, pages 3 to 5.'],
    ['the harbour log', 'https://harbour.example/log'],
    ['More than 240 passengers waited.', 'https://kiosk.example/count'],
  ]);
  assert.deepEqual([draft.byline, draft.language], ['L. Marsh & T. Oduya', 'en-GB']);
  assert.match(draft.left_out.join(), /deleted with tracked changes/);
});

test('a PDF: lines become paragraphs, the largest the headline, page numbers and divided words are named', async () => {
  const draft = await read(makePdf(PDF_PAGES));
  assert.deepEqual(partsOf(draft), [
    ['headline', 'The ferry was late again'],
    [
      'body',
      'The ferry to Vessel Bay was ninety minutes late on Sunday, the ninth delay this month.\n\nMore than 240 passengers waited.\n\nNobody was hurt.',
    ],
  ]);
  assert.deepEqual(suggestions(draft), [['More than 240', 'https://harbour.example/log']]);
  assert.match(draft.left_out.join(), /“1”, “2”.*One word .*joined: “Sunday”/);
  assert.equal(draft.language, 'en-GB');
});

test('a web page: the article alone, links made whole, and what the page says of itself', async () => {
  const draft = await read(ARTICLE, 'https://wire.example/2026/ferry?from=letter');
  assert.deepEqual(partsOf(draft)[0], ['headline', 'The ferry was late again']);
  assert.match(draft.parts[1]?.text ?? '', /^The ferry to Vessel Bay .* the whole of the bay\.$/s);
  assert.doesNotMatch(JSON.stringify(draft.parts), /Sport|Subscribe/);
  assert.deepEqual(suggestions(draft), [
    ['the harbour log', 'https://wire.example/harbour/log'],
    ['weather office', 'https://weather.example/march'],
  ]);
  const { byline, outlet, url, language, dated_on, dated_zone } = draft;
  assert.deepEqual(
    [byline, outlet, url, language, dated_on, dated_zone],
    ['L. Marsh', 'Northern Wire', 'https://wire.example/ferry', 'en-GB', '2026-03-12T16:40', 'UTC'],
  );
  assert.match(draft.left_out.join(), /is around the article/);
});

test('a date whose zone the page does not name is not guessed', async () => {
  const draft = await read(ARTICLE.replace('16:40:00Z', '16:40:00+04:30'), 'https://wire.example/ferry');
  assert.deepEqual([draft.dated_on, draft.dated_zone], ['2026-03-12T16:40', '']);
  assert.match(draft.left_out.join(), /says 2026-03-12T16:40:00\+04:30\. Choose the zone/);
});

test('no address but one of the web is proposed', async () => {
  const links =
    '<a href="javascript:alert(1)">one</a> <a href="data:text/html,x">two</a> <a href="mailto:a@b.example">three</a>';
  const draft = await read(
    ARTICLE.replace('</article>', `<p>These links lead nowhere that a desk goes: ${links}, and more.</p></article>`),
    'https://wire.example/',
  );
  assert.ok(suggestions(draft).every(([, url]) => /^https:/.test(url ?? '')));
});

test('a mail: its subject, its sender and its words; a document that hangs on it is the article', async () => {
  const draft = await read(makeMail());
  assert.deepEqual(partsOf(draft), [
    ['headline', 'The ferry was late again'],
    ['body', 'The ferry to Vessel Bay was late.\n\nNobody was hurt.'],
  ]);
  assert.deepEqual(suggestions(draft), [['Vessel Bay', 'https://vessel.example/']]);
  assert.equal(draft.byline, 'Léna Marsh');
  const attached = await read(
    makeMail({ attachments: [{ name: 'ferry.docx', type: 'application/x-any', bytes: makeDocx() }] }),
  );
  assert.equal(attached.kind, 'docx');
  assert.equal(attached.parts[1]?.text, 'Ninety minutes on Sunday');
  assert.match(attached.writer_notes, /lena@wire\.example\n\nThe ferry to Vessel Bay/);
  assert.match(attached.left_out.join(), /text of the mail/);
});

test('a page that a browser saved as one file is that page', async () => {
  const saved = `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://wire.example/2026/ferry\r\nSubject: Ferry late\r\nDate: Sat, 14 Mar 2026 15:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="edge"\r\n\r\n--edge\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://wire.example/2026/ferry\r\n\r\n${Buffer.from(ARTICLE).toString('base64')}\r\n--edge--\r\n`;
  const draft = await read(saved);
  assert.deepEqual(
    [draft.kind, draft.outlet, suggestions(draft)[0]],
    ['html', 'Northern Wire', ['the harbour log', 'https://wire.example/harbour/log']],
  );
});

test('a document is told by its bytes: plain text that looks a little like one stays text', () => {
  for (const words of [
    'PK, the goalkeeper, said',
    '% PDF-sales rose',
    'From: the editors\n\nDear reader',
    'He said: <html> is a tag',
    'Date: Sunday\nThe ferry',
    '',
  ])
    assert.equal(kindOf(Buffer.from(words)), undefined, words);
  assert.equal(kindOf(Buffer.from('\ufeff<!-- saved --><!DOCTYPE html><p>x')), 'html');
  assert.equal(kindOf(Buffer.from('\ufeff<!doctype HTML>', 'utf16le')), 'html');
});

test('each kind of document that cannot be read has its sentence', async () => {
  const docx = makeDocx();
  const sentences: [Buffer | string, RegExp][] = [
    [makePdf(PDF_PAGES, { encrypt: true }), /locked with a password/],
    [makePdf([{ lines: [] }, { lines: [] }]), /only pictures/],
    ['%PDF-1.7\nnothing more', /PDF is damaged/],
    [makePdf(PDF_PAGES).subarray(0, 300), /PDF is damaged|only pictures/],
    [makePdf(Array.from({ length: 301 }, () => ({ lines: [] }))), /301 pages/],
    [docx.subarray(0, docx.length - 40), /is damaged/],
    [Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(400, 7)]), /is damaged/],
    [makeDocx({ more: { 'word/vbaProject.bin': strToU8('macro') } }), /macros/],
    [makeDocx({ body: '<w:p><w:r>' }), /is damaged/],
    [makeDocx({ body: '' }), /contains no article text/],
    [Buffer.from(zipSync({ 'xl/workbook.xml': strToU8('<a/>') })), /is a spreadsheet/],
    [Buffer.from(zipSync({ 'content.xml': strToU8('<a/>') })), /an OpenDocument file/],
    [Buffer.from(zipSync({ 'a.txt': strToU8('words') })), /a zip archive/],
    ['<!doctype html><title>Nothing</title><nav><a href="/">Home</a></nav>', /no article on this page|no article text/],
    [
      Buffer.from('<!doctype html><meta charset="klingon"><p>caf\xe9', 'latin1'),
      /encoding that the desk does not know/,
    ],
  ];
  for (const [bytes, words] of sentences) assert.match(await refusal(bytes), words);
});

test('bombs are counted while they are unpacked, whatever the archive says of itself', async () => {
  const bomb = makeDocx({ more: { 'word/bomb.xml': new Uint8Array(40_000_000) } });
  assert.ok(bomb.length < 200_000);
  assert.match(await refusal(bomb), /too large when unpacked/);
  // The directory of the archive claims that there are ten bytes in it.
  const name = bomb.lastIndexOf('word/bomb.xml');
  bomb.writeUInt32LE(10, name - 46 + 24);
  assert.match(await refusal(bomb), /too large when unpacked/);
  const many = makeDocx({ body: `<w:p><w:r><w:t>${'words '.repeat(200_000)}</w:t></w:r></w:p>` });
  assert.match(await refusal(many), /more than 1,000,000 bytes/);
});

test('a document over which the reader would sit too long, or too deep, is given up', async (t) => {
  assert.match(await refusal(`<!doctype html><body>${'<div>'.repeat(300_000)}deep`), /thousands deep/);
  readInAProcess(t);
  assert.match(await refusal(makeDocx(), { milliseconds: 1 }), /took too long, and the desk gave it up.*plain text/);
});

test('an odd encoding is read by its name, in the page or from the server', async () => {
  const latin = Buffer.from(ARTICLE.replaceAll('Vessel', 'Vésel'), 'latin1');
  const draft = await readDocument({ name: 'page', bytes: latin, url: 'https://wire.example/', charset: 'iso-8859-1' });
  assert.match(draft.parts[1]?.text ?? '', /Vésel Bay/);
});

test('words that only their looks keep apart in a Word document are whole, and a paragraph whose end was deleted goes on', async () => {
  const bold = '<w:rPr><w:b/></w:rPr>';
  const draft = await read(
    makeDocx({
      body: `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r w:rsidR="1">${bold}<w:t>The fer</w:t></w:r><w:r w:rsidR="2"><w:t xml:space="preserve">ry was </w:t></w:r><w:r>${bold}<w:t>late</w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve"> again.</w:t></w:r></w:p>`,
    }),
  );
  assert.deepEqual(partsOf(draft), [['body', 'The ferry was late again.']]);
});

test('documents as long as an article may be are read within the same bounds', async (t) => {
  readInAProcess(t);
  const word = (await read(bookInWord())).parts.at(-1)?.text ?? '';
  assert.ok(
    word.startsWith('Run 1 of paragraph 1 says so. Run 2') && word.endsWith('Run 5 of paragraph 5500 says so.'),
  );
  // A quarter of one: trials/memory.ts brings a hundred pages.
  const pdf = (await read(bookInPdf(25))).parts.map(({ text }) => text).join(' ');
  assert.ok(pdf.length > 67_500, `${pdf.length} letters`);
});
