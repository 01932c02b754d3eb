// Documents made to hold their reader up: each is refused by a count before it is read, or read in one pass.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { DocumentKind } from '#src/articles/documents/draft.ts';
import { parseMarkup } from '#src/articles/documents/markup.ts';
import { MOST_WORK, workOf } from '#src/articles/documents/page-weight.ts';
import { draftOf } from '#src/articles/documents/read-draft.ts';
import { MOST_CELLS } from '#src/sheets/reading/grid.ts';
import { readSheets } from '#src/sheets/reading/read-sheets.ts';
import { openTable, workbook } from '#tests/sheets/tables.ts';
import { tangledDocx } from './bombs.ts';
import { makeOdt } from './odt/make-odt.ts';

const page = (body: string) => Buffer.from(`<!doctype html><html><body><article>${body}</article></body></html>`);
const mail = (body: string, head = '') =>
  Buffer.from(`From: a@b.example\r\nSubject: Ferry\r\n${head}Content-Type: text/html\r\n\r\n${body}\r\n`);
const rtf = (body: string) => Buffer.from(`{\\rtf1\\ansi\\ansicpg1252 ${body}}`, 'latin1');
const noted = (times: number, words: number) =>
  `<p>${'x<sup><a href="#n">1</a></sup> '.repeat(times)}</p><ol><li id="n">${'note '.repeat(words)}</li></ol>`;
const within = (open: string, depth: number, inside: string) => open.repeat(depth) + inside;

const rootOf = (markup: string) =>
  (parseMarkup(markup) as unknown as { documentElement: Parameters<typeof workOf>[0] }).documentElement;

describe('a document that would take too long', () => {
  const DEEP = /nested so deep that no article can be read/;
  const NOTES = /more than 4,000,000 letters/;
  const REFUSED: [what: string, kind: DocumentKind, bytes: () => Buffer, words: RegExp][] = [
    ['a list 400 deep with many entries', 'html', () => page(within('<ul>', 400, '<li>x'.repeat(3_000))), DEEP],
    ['sections of a page 60 deep', 'html', () => page(within('<div>', 60, '<p>x'.repeat(9_000))), DEEP],
    ['tables in tables', 'html', () => page(within('<table><tr><td>', 90, '<p>x'.repeat(9_000))), DEEP],
    [
      'a saved page of the same',
      'eml',
      () => mail(within('<div>', 400, '<p>x'.repeat(3_000)), 'Snapshot-Content-Location: http://ferry.example/\r\n'),
      DEEP,
    ],
    ['quotations 2,500 deep', 'html', () => page(within('<blockquote>', 2_500, '<b>x</b>'.repeat(2_000))), DEEP],
    ['very many small elements', 'html', () => page('<b>x</b>'.repeat(40_000)), /80,00\d pieces of text and markup/],
    ['many references to one long note', 'html', () => page(noted(600, 9_000)), NOTES],
    ['the same in a mail', 'eml', () => mail(noted(600, 9_000)), NOTES],
    [
      'notes inside each other',
      'html',
      () =>
        page(
          `${Array.from({ length: 300 }, (_, at) => `<i id="n${at}">`).join('')}${'word '.repeat(4_000)}${'</i>'.repeat(300)}<p>${Array.from({ length: 300 }, (_, at) => `x<a href="#n${at}">1</a>`).join(' ')}</p>`,
        ),
      NOTES,
    ],
    ['a Word document that says one long note very often', 'docx', () => tangledDocx(600, 9_000), NOTES],
    [
      'a rich text file of more letters than two articles',
      'rtf',
      () => rtf(`${'x'.repeat(1_800_000)}${"\\'ff\\'f".repeat(100_001)}`),
      /more than 2,000,000 letters/,
    ],
  ];
  for (const [what, kind, bytes, words] of REFUSED)
    test(`${what}: refused in a sentence`, async () => {
      await assert.rejects(draftOf({ bytes: bytes(), name: 'ferry' }, kind), (error: Error) => {
        assert.match(error.message, words);
        assert.match(error.message, /Nothing was stored/);
        return true;
      });
    });

  test('what an article may well be is not refused: a long list, a table of figures, a page in thirty boxes', () => {
    const pages = [
      within('<div>', 12, `<ul>${'<li><a href="/x">The ferry</a> was late.</li>'.repeat(3_000)}`),
      within('<div>', 8, `<table>${`<tr>${'<td>12</td>'.repeat(10)}</tr>`.repeat(1_000)}</table>`),
      within('<div>', 30, '<p>The ferry was <b>late</b> again.</p>'.repeat(2_500)),
    ];
    for (const one of pages) assert.ok(workOf(rootOf(one)).work < MOST_WORK);
  });

  test('the work is counted by nodes and by how deep they stand', () => {
    const nested = workOf(rootOf('<div><div><p>x</p></div><div></div></div>'));
    assert.equal(nested.nodes, 8);
    assert.ok(nested.work > workOf(rootOf('<p>x</p><p></p><p></p>')).work);
  });

  test('a note in a note in a note of an OpenDocument text is read once', async () => {
    const note = (inside: string) =>
      `<text:p>word <text:note><text:note-body>${inside}</text:note-body></text:note></text:p>`;
    let body = '<text:p>the last</text:p>';
    for (let depth = 0; depth < 60; depth += 1) body = note(body);
    const { parts } = await draftOf({ bytes: makeOdt(body), name: 'ferry' }, 'odt');
    assert.equal(parts[0]?.text, 'word');
  });
});

describe('a table that would take too much', () => {
  const saidOf = (bytes: Buffer) =>
    [...readSheets({ bytes })].map((piece) => ('refused' in piece ? piece.refused : '')).join('');
  const ods = (rows: string) => openTable({ body: `<table:table>${rows}</table:table>` });
  const cell = (words: string, times = 1) =>
    `<table:table-cell table:number-columns-repeated="${times}"><text:p>${words}</text:p></table:table-cell>`;
  const rows = (times: number, cells: string) =>
    `<table:table-row table:number-rows-repeated="${times}">${cells}</table:table-row>`;
  const wide = Math.ceil(MOST_CELLS / 200) + 1;

  test('rows and cells said again and again, a cell of spaces alone, a last cell far to the right: each is refused by its count', () => {
    const sheet = (inside: string) => workbook([{ name: 'A', inside: `<sheetData>${inside}</sheetData>` }], {});
    const far = Array.from({ length: wide }, (_, at) => `<row r="${at + 1}"><c r="GR${at + 1}"><v>1</v></c></row>`);
    const bytes = [
      ods(rows(wide, cell('x', 200))),
      ods(rows(wide, `<table:table-cell table:number-columns-repeated="199"/>${cell('x')}`)),
      ods(rows(1, cell(`x${'<text:s text:c="100"/>'.repeat(100_002)}`))),
      ods(rows(1, cell('<text:s text:c="100"/>'.repeat(100_002)))),
      sheet(far.join('')),
      Buffer.from(`${',x'.repeat(199)}\n`.repeat(wide)),
    ];
    for (const one of bytes) assert.match(saidOf(one), /unpacks to more than the desk reads of one/);
    assert.equal(saidOf(ods(rows(4_000, cell('x', 200)))), '');
  });
});
