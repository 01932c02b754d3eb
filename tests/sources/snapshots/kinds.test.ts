// What the bytes of a copy are, whatever they are called; what a record and a text hold.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kindOfType, typeForDownload } from '#src/sources/snapshots/kinds.ts';
import { tellKind } from '#src/sources/snapshots/media-type.ts';
import { readWords } from '#src/sources/snapshots/read-words.ts';
import { cleanCopyName, downloadName, headersKept, nameOfAnswer } from '#src/sources/snapshots/snapshot.ts';
import { makeDocx, makePdf, PDF_PAGES } from '#tests/articles/documents/documents.ts';
import { GIF, HTML_PAGE, MP3, PNG, PROGRAM, SVG, ZIP } from '../copies.ts';

async function told(bytes: Buffer, name = '', claimed = ''): Promise<[string, string]> {
  const { kind, note } = await tellKind({ bytes, name, claimed }, { any: false });
  return [kind.media_type, note];
}

test('a thing is told by its bytes', async () => {
  for (const [bytes, media_type] of [
    [makePdf(PDF_PAGES), 'application/pdf'],
    [makeDocx(), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    [PNG, 'image/png'],
    [GIF, 'image/gif'],
    [SVG, 'image/svg+xml'],
    [Buffer.from(`<?xml version="1.0"?>\n<!-- drawn -->\n<svg xmlns="http://www.w3.org/2000/svg"/>`), 'image/svg+xml'],
    [MP3, 'audio/mpeg'],
    [HTML_PAGE, 'text/html'],
    [Buffer.from('Six trams stopped.'), 'text/plain'],
    [Buffer.from('\ufeffSechs Straßenbahnen', 'utf16le'), 'text/plain'],
  ] as const)
    assert.deepEqual(await told(bytes), [media_type, ''], media_type);
});

test('what lies about its kind is kept as what it is, and that is said', async () => {
  for (const [bytes, name, claimed, media_type, words] of [
    [HTML_PAGE, 'photo.png', 'image/png', 'text/html', /“photo\.png” came as a PNG picture.*bytes are a web page/],
    [PNG, 'report.pdf', 'application/pdf', 'image/png', /came as a PDF.*bytes are a PNG picture/],
    [SVG, 'photo.jpg', 'image/jpeg', 'image/svg+xml', /came as a JPEG picture.*SVG drawing/],
    [Buffer.from('no page'), 'voice.mp3', 'audio/mpeg', 'text/plain', /came as a sound.*plain text/],
    [Buffer.from('words'), '', 'image/gif', 'text/plain', /^It came as a GIF picture/],
  ] as const) {
    const [type, note] = await told(bytes, name, claimed);
    assert.equal(type, media_type);
    assert.match(note, words);
  }
  assert.deepEqual(await told(Buffer.from('<p>A piece</p>'), 'piece.html'), ['text/html', '']);
});

test('what is of no kind that is kept is refused with what it is; a capture keeps it all the same', async () => {
  for (const [bytes, words] of [
    [PROGRAM, /This is a program\. The desk keeps a PDF/],
    [ZIP, /This is a zip archive/],
    [Buffer.from([1, 2, 3, 0, 5, 6]), /nothing that the desk knows/],
  ] as const) {
    await assert.rejects(told(bytes, 'report.pdf'), words);
    const { kind, note } = await tellKind({ bytes, name: '', claimed: 'text/html' }, { any: true });
    assert.equal(typeForDownload(kind.media_type), 'application/octet-stream');
    assert.equal(note, '');
  }
});

test('nothing that could run is handed out under its own type', () => {
  for (const active of ['text/html', 'image/svg+xml', 'message/rfc822', 'application/pdf', 'text/xml', 'x/y'])
    assert.equal(typeForDownload(active), 'application/octet-stream', active);
  for (const passive of ['text/plain', 'image/png', 'audio/mpeg']) assert.equal(typeForDownload(passive), passive);
});

test('names lose paths, controls and what turns them round, and keep their ending', () => {
  assert.equal(cleanCopyName('C:\\Users\\ben\\leak.pdf'), 'leak.pdf');
  assert.equal(cleanCopyName('../../etc/passwd'), 'passwd');
  assert.equal(cleanCopyName('photo\u202Egnp.exe'), 'photognp.exe');
  assert.equal(cleanCopyName('..hidden\u0000\n name?.txt'), 'hidden name-.txt');
  assert.equal(cleanCopyName(`${'long'.repeat(60)}.docx`).length, 120);
  assert.match(cleanCopyName(`${'long'.repeat(60)}.docx`), /\.docx$/);
  assert.equal(downloadName({ number: 4, name: 'photo.png' }, kindOfType('text/html')), 'copy-4-photo.html');
  assert.equal(downloadName({ number: 4, name: 'page.htm' }, kindOfType('text/html')), 'copy-4-page.htm');
  assert.equal(downloadName({ number: 4, name: 'ferry' }, kindOfType('text/html')), 'copy-4-ferry.html');
  assert.equal(downloadName({ number: 4, name: '' }, kindOfType('text/plain')), 'copy-4.txt');
});

test('an answer is called as its server says, else by its address; cookies are not kept with its head', () => {
  const answer = {
    url: 'https://wire.example/a/the%20log.pdf?x=1',
    at: '',
    asked: [],
    status: 200,
    status_text: '',
    body: null,
  };
  const called = (answered: [string, string][], url = answer.url) => nameOfAnswer({ ...answer, url, answered });
  assert.equal(called([]), 'the log.pdf');
  assert.equal(called([], 'https://wire.example/'), 'wire.example');
  assert.equal(called([['content-disposition', 'attachment; filename="../../x.csv"']]), 'x.csv');
  assert.equal(called([['Content-Disposition', "attachment; filename*=UTF-8''na%C3%AFve.csv"]]), 'naïve.csv');
  const head: [string, string][] = [
    ['Set-Cookie', 'id=secret'],
    ['ETag', '"1"'],
    ['X-Long', 'y'.repeat(9000)],
  ];
  const kept = headersKept(head);
  assert.deepEqual([kept.length, kept[0], kept[1]?.[1].length], [2, ['ETag', '"1"'], 2000]);
});

test('words are read out of what has any; what has none, or hangs, says so', async () => {
  const given = { name: 'x', url: '', charset: '' };
  const words = (bytes: Buffer, media_type: string, charset = '') =>
    readWords({ ...given, bytes, media_type, charset });
  assert.match((await words(makePdf(PDF_PAGES), 'application/pdf')).text, /ferry/i);
  assert.match((await words(HTML_PAGE, 'text/html')).text, /Six trams stopped/);
  assert.doesNotMatch((await words(HTML_PAGE, 'text/html')).text, /alert|onerror/);
  assert.match((await words(Buffer.from('<table><tr><td>12 boats</td></tr></table>'), 'text/html')).text, /12 boats/);
  assert.equal((await words(Buffer.from('caf\u00e9', 'latin1'), 'text/plain')).text, 'café');
  assert.equal((await words(Buffer.from('caf\u00e9', 'latin1'), 'text/plain', 'iso-8859-1')).text, 'café');
  assert.match((await words(Buffer.from('caf'), 'text/html', 'klingon')).text, /caf|^$/);
  assert.deepEqual(await words(PNG, 'image/png'), { text: '', key: null, note: '' });
  assert.match(
    (await words(makePdf([{ lines: [] }]), 'application/pdf')).note,
    /No text could be read from it\. This PDF has only pictures/,
  );
  assert.match((await words(Buffer.from('%PDF-1.7 broken'), 'application/pdf')).note, /No text could be read/);
  const long = await words(Buffer.from('word '.repeat(300_000)), 'text/plain');
  assert.equal(long.text.length, 1_000_000);
  assert.match(long.note, /first million/);
});
