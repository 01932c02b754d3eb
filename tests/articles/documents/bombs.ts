// Small files that unpack to very much, or lead their reader on for ever, made in the tests.
import { randomBytes } from 'node:crypto';
import { constants, deflateRawSync, deflateSync } from 'node:zlib';
import { makeDocx, makePdf } from './documents.ts';

const BLOCK = Buffer.alloc(1_000_000, ' ');

/** The packed form of so many bytes, all alike: one block over and over, so that they are never gone through. */
function packedSpaces(bytes: number): Buffer {
  const block = deflateRawSync(BLOCK, { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  const count = Math.ceil(bytes / BLOCK.length);
  const last = Buffer.from([3, 0]);
  return Buffer.concat([
    Buffer.from([0x78, 0xda]),
    ...Array(count).fill(block),
    last,
    sumOfSpaces(count * BLOCK.length),
  ]);
}

/** What stands behind so many spaces where zlib packed them. */
function sumOfSpaces(count: number): Buffer {
  const [spaces, space, prime] = [BigInt(count), 32n, 65_521n];
  const sums = (spaces + (space * spaces * (spaces + 1n)) / 2n) % prime;
  const sum = Buffer.alloc(4);
  sum.writeUInt16BE(Number(sums), 0);
  sum.writeUInt16BE(Number((1n + space * spaces) % prime), 2);
  return sum;
}

/** A PDF of one page whose words unpack to so many bytes; `times` is how often they are packed, one inside the other. */
export function pdfBomb(bytes: number, times = 1): Buffer {
  let content = packedSpaces(bytes);
  for (let time = 1; time < times; time++) content = deflateSync(content, { level: 9 });
  return pdfOf(content, `/Filter [${'/FlateDecode '.repeat(times)}]`);
}

const RUN_OF_SPACES = Buffer.from([129, 32]);
const END_OF_RUNS = Buffer.from([128]);

/** A PDF whose words are packed with run lengths alone: nobody counts these, so whoever reads it has to be stopped. */
export function runLengthPdf(bytes: number): Buffer {
  return pdfOf(Buffer.concat([runs(bytes), END_OF_RUNS]), '/Filter /RunLengthDecode');
}

/** The same, all of it one text that has no end: each of its letters is held, so that its reader is stopped the sooner. */
export function endlessTextPdf(bytes: number): Buffer {
  const begin = Buffer.from([0, '('.charCodeAt(0)]);
  return pdfOf(Buffer.concat([begin, runs(bytes), END_OF_RUNS]), '/Filter /RunLengthDecode');
}

function runs(bytes: number): Buffer {
  return Buffer.alloc(Math.ceil(bytes / 128) * 2, RUN_OF_SPACES);
}

/** A PDF with a picture that would be so many bytes, beside a line of text. */
export function pdfWithPicture(bytes: number): Buffer {
  const picture = packedSpaces(bytes);
  const side = Math.floor(Math.sqrt(bytes));
  const head = `<< /Type /XObject /Subtype /Image /Width ${side} /Height ${side} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode /Length ${picture.length} >>`;
  const line = Buffer.from('BT /F1 12 Tf 72 700 Td (The ferry was late again on Sunday.) Tj ET /Im1 Do');
  return pdfOf(line, '', [{ head, body: picture }]);
}

/** A PDF with so many objects that mean nothing. */
export function pdfOfObjects(count: number): Buffer {
  const line = Buffer.from('BT /F1 12 Tf 72 700 Td (The ferry was late again on Sunday.) Tj ET');
  return pdfOf(
    line,
    '',
    Array.from({ length: count }, () => ({ head: '<< /A [1 2 3] >>' })),
  );
}

function pdfOf(content: Buffer, filter: string, more: { head: string; body?: Buffer }[] = []): Buffer {
  const picture = more[0]?.body ? '/XObject << /Im1 6 0 R >>' : '';
  const objects: { head: string; body?: Buffer }[] = [
    { head: '<< /Type /Catalog /Pages 2 0 R >>' },
    { head: '<< /Type /Pages /Kids [4 0 R] /Count 1 >>' },
    { head: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>' },
    {
      head: `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 3 0 R >> ${picture} >> >>`,
    },
    { head: `<< ${filter} /Length ${content.length} >>`, body: content },
    ...more,
  ];
  const pieces: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const places: number[] = [];
  let at = pieces[0]?.length ?? 0;
  for (const [index, { head, body }] of objects.entries()) {
    const start = `${index + 1} 0 obj\n${head}`;
    const object = body
      ? [Buffer.from(`${start}\nstream\n`), body, Buffer.from('\nendstream\nendobj\n')]
      : [Buffer.from(`${start}\nendobj\n`)];
    places.push(at);
    for (const piece of object) at += piece.length;
    pieces.push(...object);
  }
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.concat([...pieces, Buffer.from(end)]);
}

/** A Word document with a part that unpacks to so many bytes. */
export function docxBomb(bytes: number): Buffer {
  return makeDocx({ more: { 'word/bomb.xml': new Uint8Array(bytes) } });
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** A Word document of so many bytes of markup that mean little: no bomb by its size, and far too much for its reader. */
export function docxOfMarkup(bytes: number): Buffer {
  return makeDocx({ body: '<w:p><w:r/></w:p>'.repeat(bytes / 17) });
}

/** A Word document of one paragraph of so many words that were moved, each with the same footnote of so many words. */
export function tangledDocx(pieces: number, words_of_note = 300): Buffer {
  const moved = (name: string, at: number) =>
    `<w:${name} w:id="${at}" w:author="A"><w:r><w:t xml:space="preserve">moved words </w:t></w:r></w:${name}>`;
  const words = Array.from({ length: pieces }, (_, at) => {
    return `${moved('moveFrom', at)}${moved('moveTo', at)}<w:r><w:footnoteReference w:id="2"/></w:r>`;
  });
  const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
  const notes = `<w:footnotes xmlns:w="${WORD}"><w:footnote w:id="2"><w:p>${run('word '.repeat(words_of_note))}</w:p></w:footnote></w:footnotes>`;
  const body = `<w:p>${run('The ferry was late again. ')}</w:p><w:p>${words.join('')}</w:p>`;
  return makeDocx({ body, more: { 'word/footnotes.xml': Buffer.from(notes) } });
}

/** A Word document that lies in another that lies in another, so many deep, each also as a part of its own. */
export function nestedDocx(depth: number): Buffer {
  let inner = docxBomb(31_000_000);
  for (let level = 0; level < depth; level++)
    inner = makeDocx({ more: { 'word/inner.xml': inner, 'word/embeddings/inner.docx': inner } });
  return inner;
}

/** A mail whose parts lie in each other, so many deep. */
export function nestedMail(depth: number): Buffer {
  const heads = Array.from(
    { length: depth },
    (_, at) => `Content-Type: multipart/mixed; boundary="b${at}"\r\n\r\n--b${at}\r\n`,
  );
  return Buffer.from(
    `From: a@example.org\r\nSubject: Ferry\r\nMIME-Version: 1.0\r\n${heads.join('')}Content-Type: text/plain\r\n\r\nThe ferry was late.\r\n`,
  );
}

/** A mail with so many bytes of attachments, a piece each. */
export function mailWithAttachments(bytes: number, pieces: number): Buffer {
  const part = `--b\r\nContent-Type: image/jpeg\r\nContent-Disposition: attachment; filename="p.jpg"\r\nContent-Transfer-Encoding: base64\r\n\r\n${`${'QUJD'.repeat(19)}\r\n`.repeat(Math.ceil(bytes / pieces / 78))}\r\n`;
  return Buffer.from(
    `From: Ines <ines@example.org>\r\nSubject: Ferry\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nThe ferry was late again on Sunday.\r\n${part.repeat(pieces)}--b--\r\n`,
  );
}

const MARK = '<div title="">';

/** A page of so many elements, each inside the one before it, and of so many bytes. */
export function deepPage(elements: number, bytes = elements * MARK.length): Buffer {
  const title = 'x'.repeat(Math.ceil(bytes / elements) - MARK.length);
  return Buffer.from(`<!doctype html><html><body>${`<div title="${title}">`.repeat(elements)}The ferry was late.`);
}

/** A page of so many elements beside each other, of a few letters each. */
export function widePage(elements: number): Buffer {
  return Buffer.from(`<!doctype html><html><body>${'<i class=a>a</i>'.repeat(elements)}</body></html>`);
}

/** A table of sources with so many columns in each of a few rows. */
export function wideTable(columns: number): Buffer {
  return Buffer.from(
    `title,url${','.repeat(columns)}\n${`Ferry,https://x.example/${',a'.repeat(columns)}\n`.repeat(4)}`,
  );
}

/** No bomb: a Word document as long as an article may be, each paragraph in five looks, with a picture of 2.5 MB. */
export function bookInWord(): Buffer {
  const looks = '<w:rPr><w:rFonts w:ascii="Arial"/><w:b/><w:sz w:val="22"/></w:rPr>';
  const paragraph = (number: number) =>
    `<w:p w:rsidR="00A77427"><w:pPr><w:spacing w:after="0"/></w:pPr>${[1, 2, 3, 4, 5]
      .map(
        (run) =>
          `<w:r w:rsidRPr="0012">${looks}<w:t xml:space="preserve">Run ${run} of paragraph ${number} says so. </w:t></w:r>`,
      )
      .join('')}</w:p>`;
  const body = Array.from({ length: 5_500 }, (_, at) => paragraph(at + 1)).join('');
  return makeDocx({ body, more: { 'word/media/image1.jpeg': randomBytes(2_500_000) } });
}

/** No bomb: a PDF of so many full pages. */
export function bookInPdf(pages: number): Buffer {
  const lines = (page: number) =>
    Array.from({ length: 45 }, (_, line) => ({
      text: `Line ${line + 1} of page ${page} says that the ferry was late again on that day.`,
      y: 780 - line * 16,
    }));
  return makePdf(Array.from({ length: pages }, (_, at) => ({ lines: lines(at + 1) })));
}
