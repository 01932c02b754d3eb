// What is read in workbooks, OpenDocument tables and text, what is said of it, and what is refused at once.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readTableFile } from '#src/sheets/reading/read-file.ts';
import { readSheets } from '#src/sheets/reading/read-sheets.ts';
import { openTable, packedFile, workbook } from './tables.ts';

interface Read {
  sheets: { name: string; is_hidden: boolean; remarks: string[]; rows: [number, ...string[]][]; comments: string[] }[];
  remarks: string[];
}

/** What one process would answer, without starting one. */
function read(bytes: Buffer): Read {
  const found: Read = { sheets: [], remarks: [] };
  for (const piece of readSheets({ bytes })) {
    if ('refused' in piece) throw new Error(piece.refused);
    if ('sheet' in piece) found.sheets.push({ ...piece.sheet, rows: [], comments: [] });
    else if ('rows' in piece)
      for (const { row, cells, comments = [] } of piece.rows) {
        found.sheets.at(-1)?.rows.push([row, ...cells]);
        for (const { column, words, by, is_reply } of comments)
          found.sheets.at(-1)?.comments.push(`${row} ${column}: ${is_reply ? '↳ ' : ''}${words} by ${by}`);
      }
    else found.remarks = piece.file.remarks;
  }
  return found;
}

const row = (number: number, cells: string, more = '') => `<row r="${number}"${more}>${cells}</row>`;
const inline = (ref: string, text: string, more = '') => `<c r="${ref}" t="inlineStr"${more}><is>${text}</is></c>`;

describe('an Excel workbook', () => {
  const styles =
    '<numFmts><numFmt numFmtId="164" formatCode="d\\.m\\.yyyy"/><numFmt numFmtId="165" formatCode="000000"/><numFmt numFmtId="166" formatCode="#,##0 &quot;days&quot;"/></numFmts>' +
    '<fonts><font/><font><strike/></font></fonts>' +
    '<cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="14" fontId="0"/><xf numFmtId="164" fontId="0"/><xf numFmtId="10" fontId="0"/><xf numFmtId="165" fontId="0"/><xf numFmtId="0" fontId="1"/><xf numFmtId="22" fontId="0"/><xf numFmtId="166" fontId="0"/></cellXfs>';
  const shared =
    '<si><t>Claim</t></si><si><r><t xml:space="preserve">killed </t></r><r><rPr><strike/></rPr><t xml:space="preserve">12 </t></r><r><t>21, of 10</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>6</t></r></si><si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si><si><t>a_x000D_b _x005F_x0041_</t></si>';

  test('lengths of time, seconds and numbers of many digits stay what their cells show', () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="[h]:mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="45"/><xf numFmtId="21"/><xf numFmtId="22"/></cellXfs>';
    const values: [value: string, style: number, shown: string][] = [
      ['62.5', 1, '1500:00'],
      ['0.0031597222', 2, '00:04:33'],
      ['0.3956481481', 3, '09:29:44'],
      ['40670.9999999', 4, '2011-05-08 00:00'],
      ['12345678901234567890', 0, '12345678901234567890'],
    ];
    const cells = values.map(([value, style]) => `<c s="${style}"><v>${value}</v></c>`).join('');
    const inside = `<sheetData>${row(1, cells)}</sheetData>`;
    const { sheets } = read(workbook([{ name: 'Times', inside }], { styles }));
    assert.deepEqual(sheets[0]?.rows, [[1, ...values.map(([, , shown]) => shown)]]);
  });

  test('its cells are what a person sees: dates, shares, raised and struck characters, formulas as they were saved', () => {
    const cells = [
      row(1, '<c r="A1" t="s"><v>0</v></c><c r="C1" t="str"><f>A1</f><v>made</v></c>'),
      row(
        3,
        '<c r="A3" t="s"><v>1</v></c><c r="B3" s="1"><v>40670</v></c><c r="C3" s="2"><v>40670</v></c><c r="D3" s="3"><v>0.125</v></c><c r="E3" s="4"><v>7123</v></c><c r="F3" s="6"><v>40670.75</v></c><c r="G3" s="7"><v>1204</v></c>',
      ),
      row(
        4,
        '<c t="s"><v>2</v></c><c t="s"><v>3</v></c><c><v>0.30000000000000004</v></c><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c><c><f>1+1</f></c><c><f>1+1</f><v>2</v></c>',
        ' hidden="1"',
      ),
      row(5, '<c r="A5" s="5" t="inlineStr"><is><t>gone as a whole</t></is></c>'),
    ];
    const inside = `<cols><col min="2" max="2" hidden="1"/></cols><sheetData>${cells.join('')}</sheetData>`;
    const { sheets } = read(workbook([{ name: 'Claims', inside }], { shared, styles }));
    assert.deepEqual(sheets[0]?.rows, [
      [1, 'Claim', '', 'made'],
      [3, 'killed 21, of 10⁶', '2011-05-07', '2011-05-07', '12.5%', '007123', '2011-05-07 18:00', '1204'],
      [4, '東京', 'a\rb _x0041_', '0.3', 'TRUE', '', '', '2'],
    ]);
    assert.deepEqual(sheets[0]?.remarks, [
      'A formula without a saved value is in cell F4: open the file in its own program, save it there, and choose it again.',
      'An error is in cell E4 (“#REF!”), and was read as nothing.',
      'Struck through, and left out: cells A3 (“12”) and A5 (“gone as a whole”).',
      'Hidden in the sheet, and read all the same: row 4.',
      'Hidden in the sheet, and read all the same: column B.',
    ]);
  });

  test('the calendar of old Macs, merged cells, hidden sheets, macros and links to other files are named', () => {
    const merged = `<sheetData>${row(1, inline('A1', '<t>Claim</t>') + inline('B1', '<t>Para</t>'))}${row(2, `${inline('A2', '<t>one</t>')}<c r="B2" s="1"><v>1</v></c>`)}${row(3, inline('A3', '<t>two</t>'))}</sheetData><mergeCells><mergeCell ref="B2:B3"/><mergeCell ref="C2:D2"/></mergeCells>`;
    const file = workbook(
      [
        { name: 'Visible', inside: merged },
        { name: 'Old', state: 'veryHidden', inside: `<sheetData>${row(1, inline('A1', '<t>x</t>'))}</sheetData>` },
      ],
      {
        styles,
        workbook_pr: '<workbookPr date1904="1"/>',
        more: { 'xl/vbaProject.bin': 'x', 'xl/externalLinks/externalLink1.xml': '<x/>' },
      },
    );
    const { sheets, remarks } = read(file);
    assert.deepEqual(
      sheets.map(({ name, is_hidden }) => [name, is_hidden]),
      [
        ['Visible', false],
        ['Old', true],
      ],
    );
    assert.deepEqual(sheets[0]?.rows, [
      [1, 'Claim', 'Para'],
      [2, 'one', '1904-01-02'],
      [3, 'two', '1904-01-02'],
    ]);
    assert.deepEqual(sheets[0]?.remarks, [
      'Merged: cells B2:B3 and C2:D2. What they say counts for each of their rows.',
    ]);
    assert.deepEqual(
      remarks.map((remark) => remark.slice(0, 30)),
      ['The file has macros: they were', 'The file refers to other files'],
    );
  });
});

test('notes and threads on cells of a workbook stand beside their rows, a thread once, and one beside no row is named', () => {
  const note = (ref: string, author: number, text: string) =>
    `<comment ref="${ref}" authorId="${author}"><text>${text}</text></comment>`;
  const advice =
    '[Threaded comment]\n\nYour version of Excel lets you read it. Learn more: https://go.microsoft.com/fwlink/?linkid=870924\n\nComment:\n    ';
  const thread = (ref: string, id: string, text: string, more = '') =>
    `<threadedComment ref="${ref}" personId="{P}" id="{${id}}"${more}><text>${text}</text></threadedComment>`;
  const rel = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="http://x/relationships/${type}" Target="${target}"/>`;
  const more = {
    'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships>${rel('a', 'comments', '../comments1.xml')}${rel('b', 'threadedComment', '../threadedComments/threadedComment1.xml')}${rel('c', 'comments', '../../../../etc/passwd')}</Relationships>`,
    'xl/comments1.xml': `<comments><authors><author>Dina Roth</author><author>tc={1}</author><author>tc={2}</author></authors><commentList>${note('A2', 0, '<r><t>Dina Roth:</t></r><r><t xml:space="preserve">\nAsk the\nmorgue.</t></r>')}${note('B2', 1, `<t>${advice}Is it?\nReply:\n    It is.</t>`)}${note('B3', 2, `<t>${advice}Kept by another program.</t>`)}${note('A9', 0, '<t>Far below</t>')}${note('A3', 0, '<t> </t>')}</commentList></comments>`,
    'xl/threadedComments/threadedComment1.xml': `<ThreadedComments>${thread('B2', '1', 'Is it?')}${thread('B2', '3', 'It is.', ' parentId="{1}"')}</ThreadedComments>`,
    'xl/persons/person.xml': '<personList><person displayName="Ben Okafor" id="{P}"/></personList>',
  };
  const inside = `<sheetData>${row(2, inline('A2', '<t>one</t>') + inline('B2', '<t>OK</t>'))}${row(3, inline('A3', '<t>two</t>'))}</sheetData>`;
  const { sheets, remarks } = read(workbook([{ name: 'Claims', inside }], { more }));
  assert.deepEqual(sheets[0]?.comments, [
    '2 0: Ask the morgue. by Dina Roth',
    '2 1: Is it? by Ben Okafor',
    '2 1: ↳ It is. by Ben Okafor',
    '3 1: Kept by another program. by ',
  ]);
  assert.deepEqual(
    [...(sheets[0]?.remarks ?? []), ...remarks],
    ['Comments where no row says anything, left out: cell A9 (“Far below”).'],
  );
});

describe('an OpenDocument spreadsheet', () => {
  test('repeated, covered, hidden and struck cells are what a person sees', () => {
    const p = (text: string) => `<text:p>${text}</text:p>`;
    const styles =
      '<style:style style:name="gone"><style:text-properties style:text-line-through-style="solid"/></style:style><style:style style:name="up"><style:text-properties style:text-position="super 58%"/></style:style><style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>';
    const body =
      '<table:table table:name="Claims"><table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>' +
      `<table:table-row><table:table-cell>${p('Claim')}</table:table-cell><table:table-cell>${p('When')}</table:table-cell><table:table-cell>${p('n')}</table:table-cell></table:table-row>` +
      '<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>' +
      `<table:table-row table:visibility="filter"><table:table-cell>${p('10<text:span text:style-name="up">6</text:span> and<text:s text:c="2"/>more <text:span text:style-name="gone">12</text:span>')}${p('second line')}<office:annotation><dc:creator>Cleo Marsh</dc:creator><dc:date>2026-11-29</dc:date>${p('a <text:span>comment</text:span>')}${p('in two parts.')}</office:annotation></table:table-cell><table:table-cell office:value-type="date" office:date-value="2011-05-07T00:00:00" table:number-rows-spanned="2">${p('7 May')}</table:table-cell><table:table-cell office:value-type="float" office:value="3.14159">${p('3.1')}</table:table-cell></table:table-row>` +
      `<table:table-row table:number-rows-repeated="2"><table:table-cell>${p('twice')}</table:table-cell><table:covered-table-cell/><table:table-cell table:formula="of:=1+1"/></table:table-row>` +
      '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>' +
      `<table:table table:name="Old" table:style-name="ta2"><table:table-row><table:table-cell office:value-type="percentage" office:value="0.5">${p('50%')}</table:table-cell></table:table-row></table:table>`;
    const { sheets, remarks } = read(openTable({ styles, body }));
    assert.deepEqual(sheets[0]?.rows, [
      [1, 'Claim', 'When', 'n'],
      [5, '10⁶ and  more \nsecond line', '2011-05-07', '3.14159'],
      [6, 'twice', '2011-05-07'],
      [7, 'twice'],
    ]);
    assert.match(
      sheets[0]?.remarks.join(' ') ?? '',
      /formula without a saved value is in cell.* C6.*Struck through, and left out: cell A5 \(“12”\).*Merged: cell B5.*row 5.*column C/,
    );
    assert.deepEqual([sheets[1]?.name, sheets[1]?.is_hidden, sheets[1]?.rows], ['Old', true, [[1, '50%']]]);
    assert.deepEqual(remarks, []);
    assert.deepEqual(sheets[0]?.comments, ['5 0: a comment in two parts. by Cleo Marsh']);
  });
});

describe('a table in text', () => {
  test('its delimiter, letters and broken rows are found in the text itself', () => {
    const rowsOf = (bytes: Buffer) => read(bytes).sheets[0]?.rows;
    assert.deepEqual(rowsOf(Buffer.from('\ufeffsep=;\r\nClaim;Status\r\n"Nine; or ten";"OK, so"\r\n')), [
      [2, 'Claim', 'Status'],
      [3, 'Nine; or ten', 'OK, so'],
    ]);
    assert.deepEqual(rowsOf(Buffer.from('Claim\tStatus\n"two\nlines"\tOK')), [
      [1, 'Claim', 'Status'],
      [2, 'two\nlines', 'OK'],
    ]);
    assert.deepEqual(rowsOf(Buffer.from('\ufeffClaim\tStatus\ncafé\tOK', 'utf16le')), [
      [1, 'Claim', 'Status'],
      [2, 'café', 'OK'],
    ]);
    const old = read(Buffer.from('Claim;Status\ncaf\u00e9;OK', 'latin1'));
    assert.deepEqual(
      [old.sheets[0]?.rows[1], old.remarks[0]?.slice(0, 27)],
      [[2, 'café', 'OK'], 'The file is not in UTF-8; i'],
    );
    const broken = read(Buffer.from('Claim,Status\none "two" three,OK\n"open,OK\nfour,OK\n')).sheets[0];
    assert.ok(
      broken?.remarks.some((remark) => /^Line 3: a quotation mark/.test(remark)),
      broken?.remarks.join(),
    );
    assert.ok(broken?.rows.some(([, first]) => first === 'four'));
  });
});

describe('what is no table, or made to be slow', () => {
  const sheet = (inside: string) => workbook([{ name: 'a', inside: `<sheetData>${inside}</sheetData>` }]);
  const entities = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`;
  const hostile: [name: string, bytes: () => Buffer, said: RegExp][] = [
    ['a bomb', () => sheet(row(1, inline('A1', `<t>${'a'.repeat(61_000_000)}</t>`))), /unpacks to more/],
    [
      'entities',
      () =>
        workbook([{ name: 'a', inside: '' }], {
          more: { 'xl/sharedStrings.xml': `${entities}<sst><si><t>&b;</t></si></sst>` },
        }),
      /damaged, or made to be slow/,
    ],
    [
      'a file from elsewhere as an entity',
      () => openTable({ body: '', more: { 'content.xml': '<!DOCTYPE x SYSTEM "http://127.0.0.1:1/x"><x/>' } }),
      /damaged, or made to be slow/,
    ],
    ['200,000 nested elements', () => sheet(`${'<row>'.repeat(200_000)}`), /damaged/],
    [
      'more rows than are read',
      () => sheet(Array.from({ length: 100_001 }, (_, at) => `<row r="${at + 1}"><c><v>1</v></c></row>`).join('')),
      /up to 100,000 rows/,
    ],
    [
      'a row repeated without end',
      () =>
        openTable({
          body: '<table:table table:name="a"><table:table-row table:number-rows-repeated="1000000"><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table>',
        }),
      /up to 100,000 rows/,
    ],
    [
      'a long word of a short file, in each of its sheets',
      () => {
        const cells = Array.from({ length: 100 }, (_, at) => row(at + 1, '<c t="s"><v>0</v></c>')).join('');
        const inside = `<sheetData>${cells}</sheetData>`;
        const shared = `<si><t>${'w'.repeat(32_000)}</t></si>`;
        return workbook(
          ['a', 'b', 'c', 'd'].map((name) => ({ name, inside })),
          { shared },
        );
      },
      /unpacks to more/,
    ],
    ['rows that run backwards', () => sheet(row(5, '') + row(5, '')), /damaged/],
    [
      'cells cut off',
      () => packedFile({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook><sheets>' }),
      /damaged/,
    ],
    ['an archive that is cut off', () => sheet('').subarray(0, 300), /damaged/],
    ['an older Excel file', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), /older kind \(\.xls\).*password/],
    ['a binary workbook', () => packedFile({ '[Content_Types].xml': '', 'xl/workbook.bin': '' }), /\.xlsb/],
    ['a file of Numbers', () => packedFile({ 'Index/Document.iwa': '' }), /Numbers/],
    ['a Word document', () => packedFile({ '[Content_Types].xml': '', 'word/document.xml': '' }), /Word document/],
    ['a text document', () => packedFile({ mimetype: 'application/vnd.oasis.opendocument.text' }), /no spreadsheet/],
    ['a page that is called .xls', () => Buffer.from('<html><table><tr><td>x'), /web page/],
    [
      'a spreadsheet as XML',
      () => Buffer.from('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'),
      /written as XML/,
    ],
    ['a PDF', () => Buffer.from('%PDF-1.7'), /PDF/],
    ['bytes that are no text', () => Buffer.from([1, 0, 2, 3, 0, 4, 0, 0, 9]), /not text/],
    ['nothing', () => Buffer.from('  \n '), /nothing in this file/],
  ];

  for (const [name, bytes, said] of hostile)
    test(`${name} is refused by its name within two seconds`, () => {
      const given = bytes();
      const start = process.cpuUsage();
      assert.throws(() => read(given), said);
      const { user, system } = process.cpuUsage(start);
      assert.ok(user + system < 2_000_000, `${(user + system) / 1000} ms of the processor`);
    });

  test('a process of its own reads it, and says the same', async () => {
    await assert.rejects(readTableFile({ bytes: sheet(row(5, '') + row(5, '')) }), /damaged/);
    await assert.rejects(
      readTableFile({ bytes: workbook([{ name: 'a', inside: '<sheetData/>' }]) }),
      /There is no row in this file/,
    );
    const { kind, sheets } = await readTableFile({ bytes: Buffer.from('Claim;Status\nNine;OK') });
    assert.deepEqual([kind, sheets[0]?.rows.length], ['text', 2]);
  });
});
