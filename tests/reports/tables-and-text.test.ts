// The report as a spreadsheet and as Markdown, whatever people typed.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import MarkdownIt from 'markdown-it';
import { markClaim } from '#src/claims/marking/commands.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { markdownLink, plainMarkdown } from '#src/markdown.ts';
import type { Report } from '#src/reports/report.ts';
import { isTold } from '#src/reports/report-evidence.ts';
import type { NewsroomDesk } from '#tests/support/newsroom.ts';
import { HALF_CHECKED, type HalfChecked } from './half-checked.ts';
import { sheetsIn } from './sheets.ts';

const HOSTILE = [
  '=HYPERLINK("http://evil.example","x")',
  '<script>alert(1)</script> & [click](javascript:alert(1)) ![x](http://evil.example/x.png)',
  '# not a heading\n- not a list\n| not | a table |',
  'www.evil.example and http://evil.example/a_b_c, mail to me@evil.example',
  'turned \u202e round, and never back \u2067 again',
  '“وصل مئة مسلح” said the mayor',
  '😀 “quoted” _x0041_ &amp; \u{1f469}‍\u{1f680} \ufffe',
  '`code` ~~gone~~ **loud** $x$ 1. one \\',
];

describe('the report as a spreadsheet and as Markdown', () => {
  let desk: NewsroomDesk & HalfChecked;
  before(async () => {
    desk = await HALF_CHECKED.start();
    const article = desk;
    const ben = desk.ctxOf('ben');
    await markClaim(ben, article.id, { selection: { sentence: 9, words: 'Smoke' } });
    for (const words of HOSTILE)
      await addEvidence(ben, article.id, { number: 10, source_line: `Letter: ${words}`, passage: words, note: words });
  });
  after(() => desk.close());

  test('Ada takes the tables from the page as one workbook, a sheet each, with rows as in the CSV', async () => {
    const ada = await desk.visitor('ada');
    await ada.visit('/articles/1/report');
    await ada.follow('Excel');
    assert.match(ada.headers['content-type'] ?? '', /spreadsheetml\.sheet/);
    assert.match(ada.headers['content-disposition'] ?? '', /claimdesk-1-draft-INTERNAL\.xlsx/);
    const sheets = sheetsIn(ada.bytes);
    assert.deepEqual(
      [...sheets.keys()],
      'claims evidence accounts ticks checks'.split(' ').map((name) => `INTERNAL ${name}`),
    );
    for (const [name, rows] of sheets) {
      const table = name.split(' ')[1];
      const csv = (await ada.visit(`/articles/1/report.csv?table=${table}`)).body;
      assert.equal(rows[0]?.join(), csv.slice(1, csv.indexOf('\r\n')));
      assert.ok(rows.slice(1).every((row) => row.at(-1) === 'INTERNAL'));
    }
    assert.equal(sheets.get('INTERNAL claims')?.length, 1 + 9);
    assert.equal(sheets.get('INTERNAL evidence')?.length, 1 + 3 + HOSTILE.length);
  });

  test('no cell of the workbook is a formula, and what a spreadsheet would run is guarded', async () => {
    const ben = await desk.visitor('ben');
    await ben.visit('/articles/1/report.xlsx');
    const files = unzipSync(ben.bytes);
    for (const [name, bytes] of Object.entries(files))
      if (name.startsWith('xl/worksheets/sheet')) assert.doesNotMatch(strFromU8(bytes), /<f[ >/]/, name);
    const cells = [...sheetsIn(ben.bytes).values()].flat(2);
    assert.ok(cells.includes(`'${HOSTILE[0]}`));
    assert.ok(cells.includes(HOSTILE[1] ?? ''));
    assert.ok(cells.some((cell) => cell.includes('_x005F_x0041_')));
    assert.deepEqual(
      cells.filter((cell) => /^[=+@]/.test(cell)),
      [],
    );
  });

  test('the workbook is the same to the byte while nothing has changed, and tells no time but the report’s', async () => {
    const ben = await desk.visitor('ben');
    const first = (await ben.visit('/articles/1/report.xlsx')).bytes;
    assert.ok((await ben.visit('/articles/1/report.xlsx')).bytes.equals(first));
    const FIRST_DAY_OF_A_ZIP = 0x21;
    assert.equal(first.readUInt16LE(12), FIRST_DAY_OF_A_ZIP);
  });

  test('Dina takes the public text, which is headings, lists and the words as they are, and no markup of anybody’s', async () => {
    const dina = await desk.visitor('dina');
    await dina.visit('/articles/1/report');
    await dina.follow('Markdown');
    assert.match(dina.headers['content-type'] ?? '', /^text\/markdown; charset=utf-8/);
    assert.doesNotMatch(dina.body, /INTERNAL/);
    const tokens = new MarkdownIt({ html: true, linkify: true }).parse(dina.body, {});
    const inner = tokens.flatMap((token) => token.children ?? []);
    const all = [...tokens, ...inner];
    assert.deepEqual(
      all.filter(({ type }) => /html|image|table|fence/.test(type)).map(({ content }) => content),
      [],
    );
    const links = inner.filter(({ type }) => type === 'link_open').map((token) => token.attrGet('href'));
    const { article, findings } = (await dina.visit('/articles/1/report.json')).json() as Report;
    const addresses = findings
      .flatMap(({ evidence }) => evidence.filter(isTold).map(({ source }) => source.url))
      .filter(Boolean);
    assert.deepEqual(new Set(links), new Set([article.url, ...addresses]));
    const headings = tokens.filter(({ type }) => type === 'heading_open').map(({ tag }) => tag);
    assert.equal(headings[0], 'h1');
    const words = inner.filter(({ type }) => type === 'text' || type === 'text_special').map(({ content }) => content);
    const said = words.join('').replace(/[\u2068\u2069]/g, '');
    for (const typed of HOSTILE)
      assert.ok(
        said.includes(
          typed
            .replace(/\s+/g, ' ')
            .trim()
            .replace(/[\u2068\u2069]/g, ''),
        ),
        typed,
      );
  });

  test('the text says what is not checked right after the counts, and what was found of each claim', async () => {
    const dina = await desk.visitor('dina');
    const { body } = await dina.visit('/articles/1/report.md');
    assert.match(body, /## Counts\n\n(- .*\n)+\n## Not checked\n/);
    assert.match(body, /### Claim 4: ⇄ Disputed\n\n> “more than 90 of our men” had landed\n/);
    assert.match(body, /\n- Call with Toma Arrel, 08:10: “ninety, more than that” · for/);
    assert.match(body, /killing at least four people \\\[3 \?\\\], harbour officials said\./);
    assert.doesNotMatch(body, /Provisional/);
  });
});

test('words in Markdown are read back as the words they were, whatever marks stand in them', () => {
  const markdown = new MarkdownIt({ html: true, linkify: true });
  const marks = fc.constantFrom(
    ...'*_`[]()<>#+-=|~!$^&;:/\\.@\n\t "\'1aé😀ب\u202e\u2066\u2069',
    'www.',
    'http://',
    '//',
    '&lt;',
  );
  fc.assert(
    fc.property(fc.array(marks, { minLength: 1, maxLength: 24 }), (typed) => {
      const words = typed.join('').replace(/\s+/g, ' ').trim();
      if (words === '') return;
      const [open, inline, close, ...more] = markdown.parse(plainMarkdown(words), {});
      assert.deepEqual(
        [open?.type, inline?.type, close?.type, more.length],
        ['paragraph_open', 'inline', 'paragraph_close', 0],
      );
      const parts = inline?.children ?? [];
      assert.ok(
        parts.every(({ type }) => type.startsWith('text')),
        JSON.stringify([words, parts.map(({ type }) => type)]),
      );
      const back = parts.map(({ content }) => content).join('');
      assert.equal(back.replace(/^\u2068+|\u2069+$/g, ''), words.replace(/^\u2068+|\u2069+$/g, ''));
    }),
    { numRuns: 2_000, examples: [[['//', 'a', '.', 'a']], [['(', '//', '1']], [[':', '/', '//', 'a', '.', 'a']]] },
  );
});

test('a link keeps its address, and an address that is none of the web is no link', () => {
  const [, inline] = new MarkdownIt().parse(markdownLink('a [b](c)', 'https://a.example/x_(y)?q=<z> w'), {});
  const [link, words] = inline?.children ?? [];
  assert.equal(link?.attrGet('href'), 'https://a.example/x_(y)?q=%3Cz%3E%20w');
  assert.equal(words?.type, 'text');
  assert.equal(markdownLink('a', 'javascript:alert(1)'), 'a');
});
