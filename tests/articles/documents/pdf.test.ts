// What a PDF loses and keeps on its way in: line ends, columns, running heads, drop caps, unseen words.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPdf } from '#src/articles/documents/pdf/pdf.ts';
import { makePdf, type PdfPage } from './documents.ts';

type Lines = PdfPage['lines'];

/** Lines below one another. */
function down(texts: string[], { x = 72, y = 700, step = 14 } = {}): Lines {
  return texts.map((text, at) => ({ text, x, y: y - at * step }));
}

async function read(...pages: Lines[]) {
  const draft = await readPdf(makePdf(pages.map((lines) => ({ lines }))));
  const partOf = (role: string) => draft.parts.find((part) => part.role === role)?.text ?? '';
  return { headline: partOf('headline'), body: partOf('body'), left_out: draft.left_out.join('\n') };
}

const PROSE = [
  'The harbour office wrote down each boat that came in and each',
  'that went out, with its hour and its crew, in a book that lies',
  'in the town hall, where anybody may read it on weekdays.',
];

test('numbers and words that the end of a line divided are whole, and each is named', async () => {
  const { body, left_out } = await read(
    down([
      'From 1998-',
      '2004 the ferry lost some 1,',
      '400 guests, at minus -',
      '7 degrees, of whom 2.',
      '5 percent came back; the H5N1-',
      'Virus and the well-',
      'known trans-',
      'port law did the rest, 4-',
      '1 said the vote in the town hall, which was full on that evening.',
    ]),
  );
  assert.equal(
    body,
    'From 1998-2004 the ferry lost some 1,400 guests, at minus -7 degrees, of whom 2.5 percent came back; the H5N1-Virus and the well-known transport law did the rest, 4-1 said the vote in the town hall, which was full on that evening.',
  );
  assert.match(
    left_out,
    /^8 words and numbers .*“1998-2004”, “1,400”, “-7”, “2\.5”, “H5N1-Virus”, “well-known”, “transport”, “4-1”/m,
  );
});

test('small figures above and below the line stay apart from what they stand on', async () => {
  const { body } = await read([
    { text: 'Some 10', x: 72, y: 700 },
    { text: '6', x: 113, y: 704, size: 7 },
    { text: ' eggs and H', x: 117, y: 700 },
    { text: '2', x: 180, y: 698, size: 7 },
    { text: 'O.', x: 184, y: 700 },
    ...down(PROSE, { y: 686 }),
  ]);
  assert.match(body, /^Some 10⁶ eggs and H₂O\./);
});

test('columns are read one after the other, and the rows of a table are lines', async () => {
  const right = [
    'Nobody in the ferry office knew',
    'why the boats were late that day,',
    'or said so when they were asked,',
    'and the bell rang as ever at six.',
  ];
  const left = [
    'The boats came in late on Sunday,',
    'nine of them before the noon bell,',
    'two of them long after it had rung.',
  ];
  const both = [...left, ''].flatMap((text, at) => [
    ...(text === '' ? [] : [{ text, x: 72, y: 700 - at * 14 }]),
    { text: right[at] ?? '', x: 330, y: 700 - at * 14 },
  ]);
  const { body, left_out } = await read(both);
  assert.equal(body, `${left.join(' ')} ${right.join(' ')}`);
  assert.match(left_out, /2 columns: they were read one after the other/);
  const row = (cells: string[], y: number) => cells.map((text, at) => ({ text, x: 72 + at * 120, y }));
  const table = await read([...down(PROSE), ...row(['Swift', '12', '1 204'], 630), ...row(['Heron', '7', '98'], 616)]);
  assert.match(table.body, /\n\nSwift\t12\t1 204\nHeron\t7\t98$/);
});

test('a running head on two pages, a watermark and a drop cap do not get into sentences', async () => {
  const head = { text: 'The Bay Paper - 8 March', x: 72, y: 800, size: 9 };
  const two = await read(
    [head, ...down([...PROSE, 'The harbour pays for the book, and for the'])],
    [head, ...down(['lamp above it, which has burnt since the war.', ...PROSE])],
  );
  assert.match(two.body, /and for the lamp above it/);
  assert.match(two.left_out, /What repeats on the pages: “The Bay Paper - 8 March”/);
  const cap = (letter: string, text: string) =>
    read([
      { text: 'Late again', x: 72, y: 780, size: 22 },
      { text: letter, x: 72, y: 690, size: 36 },
      { text, x: 104, y: 700 },
      ...down(PROSE, { y: 660 }),
    ]);
  const ferry = await cap('T', 'he ferry was late on Sunday, as it is on most');
  assert.deepEqual([ferry.headline, ferry.body.slice(0, 14)], ['Late again', 'The ferry was ']);
  assert.match((await cap('A', 'mayor wrote the book that lies in the town hall')).body, /^A mayor wrote/);
  assert.match((await cap('A', 'nother mayor wrote the book that lies in the hall')).body, /^Another mayor/);
});
