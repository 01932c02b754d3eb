// What a Word document loses and keeps on its way in: figures, lists, fields, changes, symbols, tables.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strToU8 } from 'fflate';
import { unpackDocument } from '#src/articles/documents/word/archive.ts';
import { readDocx, readWordText } from '#src/articles/documents/word/docx.ts';
import { itemAt } from '#src/item-at.ts';
import { makeDocx } from '../documents.ts';

const NAMES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

function run(text: string, looks = ''): string {
  return `<w:r>${looks === '' ? '' : `<w:rPr>${looks}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

function paragraph(content: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
}

async function read(body: string, more: Record<string, string> = {}) {
  const parts = Object.fromEntries(Object.entries(more).map(([name, xml]) => [name, strToU8(xml)]));
  const { parts: read, left_out } = await readDocx(makeDocx({ body, more: parts }));
  return { body: read.find(({ role }) => role === 'body')?.text ?? '', left_out: left_out.join('\n') };
}

test('raised and lowered figures stay apart from the number before them', async () => {
  const up = '<w:vertAlign w:val="superscript"/>';
  const { body } = await read(
    paragraph(
      `${run('Some 10')}${run('9', up)}${run(' grains lie on 42 m')}${run('2', up)}${run(' of the 7')}${run('th', up)}${run(' pier, in H')}${run('2', '<w:vertAlign w:val="subscript"/>')}${run('O; 480')}${run('3', '<w:position w:val="6"/>')}${run(' cars.')}`,
    ),
  );
  assert.equal(body, 'Some 10⁹ grains lie on 42 m² of the 7th pier, in H₂O; 480³ cars.');
});

test('words that are hidden, struck or deleted are no text, and each kind is quoted and counted', async () => {
  const { body, left_out } = await read(
    paragraph(
      `${run('The crew is ')}${run('31', '<w:dstrike/>')}${run('13 strong. ')}${run('Do not print this yet.', '<w:vanish/>')}${run('All are well. ')}<w:del w:id="1" w:author="Lena"><w:r><w:delText xml:space="preserve">One left early. </w:delText></w:r></w:del><w:ins w:id="2" w:author="Lena">${run('Nobody left.')}</w:ins>`,
    ),
  );
  assert.equal(body, 'The crew is 13 strong. All are well. Nobody left.');
  assert.match(left_out, /^Struck-through words: “31”\.$/m);
  assert.match(left_out, /^Words formatted as hidden: “Do not print this yet\.”$/m);
  assert.match(left_out, /^Words deleted with tracked changes: “One left early\.”$/m);
});

test('the same document as it was before its tracked changes', async () => {
  const bytes = makeDocx({
    body: paragraph(
      `${run('The toll is ')}<w:del w:id="1" w:author="Lena" w:date="2026-03-01T10:00:00Z"><w:r><w:delText>12</w:delText></w:r></w:del><w:ins w:id="2" w:author="Lena">${run('21')}</w:ins>${run('.')}`,
    ),
  });
  const original = itemAt((await readWordText(unpackDocument(bytes), 'original')).blocks, 0);
  assert.equal(original.text, 'The toll is 12.');
  const { blocks, part } = await readWordText(unpackDocument(bytes));
  const accepted = itemAt(blocks, 0);
  assert.deepEqual(
    accepted.changes.map(({ kind, author, dated, text, start, end }) => [kind, author, dated, text, start, end]),
    [
      ['deletion', 'Lena', '2026-03-01T10:00:00Z', '12', 12, 12],
      ['insertion', 'Lena', '', '21', 12, 14],
    ],
  );
  // Each letter of the text is found again in the document.
  for (const { start, end, text } of accepted.pieces)
    assert.ok(part.xml.slice(text.start, text.end).includes(accepted.text.slice(start, end)));
});

test('lists are numbered as Word prints them, and no number is made up', async () => {
  const level = (at: number, text: string, format: string, start = 1) =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering = `<?xml version="1.0"?><w:numbering ${NAMES}><w:abstractNum w:abstractNumId="0">${level(0, '%1)', 'upperRoman')}${level(1, '%1.%2', 'decimal')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level(0, '%1.', 'aiueo')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num><w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num></w:numbering>`;
  const item = (text: string, list: number, at = 0) =>
    paragraph(run(text), `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`);
  const rels = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="n" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>`;
  const { body } = await read(
    [
      item('Count the boats.', 1),
      item('Twice.', 1, 1),
      item('And again.', 1, 1),
      paragraph(run('In between.')),
      item('Count the crews.', 1),
      item('Once.', 1, 1),
      item('Start anew.', 2),
      item('In another script.', 3),
      item('Not counted.', 0),
    ].join(''),
    { 'word/numbering.xml': numbering, 'word/_rels/document.xml.rels': rels },
  );
  assert.equal(
    body,
    'I) Count the boats.\nI.1 Twice.\nI.2 And again.\n\nIn between.\n\nII) Count the crews.\nII.1 Once.\nVII) Start anew.\n\nIn another script.\n\nNot counted.',
  );
});

test('fields show their result, symbols and equations their characters, breaks part words, a drop cap joins them', async () => {
  const sign = (type: string, inside = '') => `<w:r><w:fldChar w:fldCharType="${type}">${inside}</w:fldChar></w:r>`;
  const math = (inside: string) =>
    `<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">${inside}</m:oMath>`;
  const mathRun = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`;
  const { body, left_out } = await read(
    [
      paragraph(run('T'), '<w:framePr w:dropCap="drop"/>'),
      paragraph(
        `${run('he log says ')}${sign('begin')}<w:r><w:instrText> DATE </w:instrText></w:r>${sign('separate')}${run('9 March')}${sign('end')}${run(', wind ')}<w:r><w:sym w:font="Symbol" w:char="F0A3"/></w:r>${run(' 5 bft,')}<w:r><w:br w:type="page"/></w:r>${run('tide ')}<w:r><w:sym w:font="Harbour Signs" w:char="F021"/></w:r>${run(' high,')}<w:r><w:cr/></w:r>${run('up ')}${math(`<m:sSup><m:e>${mathRun('10')}</m:e><m:sup>${mathRun('-3')}</m:sup></m:sSup>`)}${run(' or ')}${math(`<m:f><m:num>${mathRun('1')}</m:num><m:den>${mathRun('3')}</m:den></m:f>`)}${run('.')}`,
      ),
      paragraph(
        `${run('Ship: ')}${sign('begin', '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Swift"/><w:listEntry w:val="Heron"/></w:ddList></w:ffData>')}<w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r>${sign('end')}`,
      ),
    ].join(''),
  );
  assert.equal(body, 'The log says 9 March, wind ≤ 5 bft,\n\ntide [?] high,\nup 10⁻³ or 1/3.\n\nShip: Heron');
  assert.match(left_out, /font Harbour Signs, .*after: “tide”/);
});

test('a table is a line a row, one that lays out a page is its paragraphs, a box comes once', async () => {
  const cell = (...lines: string[]) => `<w:tc>${lines.map((line) => paragraph(run(line))).join('')}</w:tc>`;
  const long = 'The harbour office wrote down each boat that came and each that went, with its hour. '.repeat(3).trim();
  const { body } = await read(
    `<w:tbl><w:tr>${cell('Swift')}${cell('1 204')}${cell('2', 'late')}</w:tr><w:tr>${cell('Heron')}${cell('')}${cell('7')}</w:tr></w:tbl>${paragraph(run('Below.'))}<w:tbl><w:tr>${cell(long, 'Then it closed.')}${cell('Aside')}</w:tr></w:tbl>`,
  );
  assert.equal(body, `Swift\t1 204\t2 late\nHeron\t\t7\n\nBelow.\n\n${long}\n\nThen it closed.\n\nAside`);
});

test('what is embedded as a page is read where it stands, and what cannot be read is named', async () => {
  const rels = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="c1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" Target="piece.html"/><Relationship Id="c2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" Target="/word/piece.rtf"/></Relationships>`;
  const { body, left_out } = await read(
    `${paragraph(run('Before.'))}<w:altChunk r:id="c1"/><w:altChunk r:id="c2"/>${paragraph(run('After.'))}`,
    { 'word/piece.html': '<p>The tide was 3 metres.</p>', 'word/_rels/document.xml.rels': rels },
  );
  assert.equal(body, 'Before.\n\nThe tide was 3 metres.\n\nAfter.');
  assert.match(left_out, /embedded in this one \(piece\.rtf\)/);
});
