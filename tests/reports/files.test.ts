// The files of a report, as machines and spreadsheets read them.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { before, it } from 'node:test';
import { getArticle } from '#src/articles/store.ts';
import { markClaim } from '#src/claims/marking/commands.ts';
import { exportReport } from '#src/cli/export.ts';
import { csvLines, guardCell, unguardCell } from '#src/csv.ts';
import { NotFound, RuleBroken } from '#src/errors.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { buildReport } from '#src/reports/build.ts';
import { JSON_FILE } from '#src/reports/formats/json.ts';
import type { Report } from '#src/reports/report.ts';
import { writeFile } from '#src/sources/held-back/file-format.ts';
import { onSqlite } from '#tests/support/engines.ts';
import type { Newsroom } from '#tests/support/newsroom.ts';
import { bytesOf } from '#tests/support/outgoing-bytes.ts';
import { htmlProblems } from '#tests/support/valid-html.ts';
import { BODY, CAPTION, HALF_CHECKED, type HalfChecked, HEADLINE } from './half-checked.ts';

onSqlite((engine) => {
  let newsroom: Newsroom & HalfChecked;
  let article: HalfChecked;
  before(async () => {
    newsroom = await HALF_CHECKED.open(engine);
    article = newsroom;
  });

  const fileOf = async (format: string, table?: string) => {
    const file = await exportReport(newsroom.ctxOf('dina'), article.number, { format, table });
    return { ...file, text: String(await bytesOf(file)) };
  };

  it('report.json holds the text, and its hash is the hash of that text', async () => {
    const { text, file_name } = await fileOf('json');
    assert.equal(file_name, 'claimdesk-1-draft.json');
    const report = JSON.parse(text) as Report;
    assert.equal(report.version.text, `${HEADLINE}\n\n${BODY}\n\n${CAPTION}`);
    assert.equal(report.version.sha256, createHash('sha256').update(report.version.text, 'utf8').digest('hex'));
    assert.equal(report.version.length, report.version.text.length);
    for (const { range, quote } of report.findings)
      assert.equal(report.version.text.slice(range?.start, range?.end), quote);
  });

  it('report.json is the same to the letter when nothing has changed', async () => {
    assert.equal((await fileOf('json')).text, (await fileOf('json')).text);
  });

  it('report.json is written an entry at a time, and is to the letter what the report is in one piece', async () => {
    const ctx = newsroom.ctxOf('dina');
    const report = await buildReport(ctx, await getArticle(ctx, article.number), 'public');
    const file = await writeFile({ format: JSON_FILE }, report, { name: 'report', audience: 'public' });
    assert.equal(String(await bytesOf(file)), `${JSON.stringify(report, null, 2)}\n`);
  });

  it('report.html stands alone: it loads nothing, runs nothing, and is good HTML', async () => {
    const { text, policy, file_name } = await fileOf('html');
    assert.equal(file_name, 'claimdesk-1-draft.html');
    assert.deepEqual(await htmlProblems(text), []);
    assert.doesNotMatch(text, /<script|<link|<img|<iframe|<form|@import| style=| on[a-z]+=/i);
    const loaded = [...text.matchAll(/url\(\s*["']?([^"')]{0,20})/gi)].map(([, address]) => address);
    assert.ok(loaded.length > 0 && loaded.every((address) => address?.startsWith('data:font/woff2')));
    assert.ok(
      [...text.matchAll(/<a href="([^"]*)"/g)].every(([, address]) => /^(#|https:\/\/|mailto:)/.test(address ?? '')),
    );
    const style = /<style>([\s\S]*)<\/style>/.exec(text)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    assert.ok(policy?.includes(`style-src 'sha256-${hash}'`));
    assert.match(policy ?? '', /^default-src 'none'/);
  });

  it('report.html leads from each claim in the text to what was found, and from there back', async () => {
    const { text } = await fileOf('html');
    const ids = new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const targets = [...text.matchAll(/href="#([^"]+)"/g)].map(([, target]) => target);
    assert.deepEqual(
      targets.filter((target) => !ids.has(target)),
      [],
    );
    const claims = (kind: string) => new Set(targets.filter((target) => target?.startsWith(kind))).size;
    assert.deepEqual([claims('claim-'), claims('text-')], [8, 8]);
  });

  it('what somebody typed is text in report.html, whatever it looks like', async () => {
    const ben = newsroom.ctxOf('ben');
    await addEvidence(ben, article.id, { number: 6, source_line: 'Log <script>alert(1)</script> & "notes"' });
    const { text } = await fileOf('html');
    assert.ok(text.includes('&lt;script&gt;alert(1)&lt;/script&gt;') || text.includes('&#60;script'));
    assert.doesNotMatch(text, /<script/);
    assert.deepEqual(await htmlProblems(text), []);
  });

  it('report.csv has a row a claim, and of evidence a row a use', async () => {
    const claims = await fileOf('csv');
    assert.equal(claims.file_name, 'claimdesk-1-draft-claims.csv');
    assert.ok(claims.text.startsWith('\ufeffnumber,state,is_key,kind,quote,'));
    assert.equal(claims.text.trim().split('\r\n').length, 1 + 8);
    const evidence = await fileOf('csv', 'evidence');
    assert.equal(evidence.file_name, 'claimdesk-1-draft-evidence.csv');
    assert.ok(evidence.text.startsWith('\ufeffclaim,quote,about,stance,source,title,'));
    assert.ok(evidence.text.includes("'=found word for word"));
    assert.doesNotMatch(evidence.text, /(?:^|,|")=/m);
  });

  it('a claim that begins like a formula is guarded in the spreadsheet', async () => {
    const ben = newsroom.ctxOf('ben');
    await markClaim(ben, article.id, { selection: { sentence: 9, words: 'Smoke' } });
    await addEvidence(ben, article.id, { number: 10, source_line: '@SUM(1+1)*cmd|calc, page 2' });
    assert.ok((await fileOf('csv', 'evidence')).text.includes("'@SUM(1+1)*cmd|calc"));
  });

  it('a format or table that nobody writes is said in words', async () => {
    await assert.rejects(fileOf('exe'), (error) => error instanceof RuleBroken && /html, .*csv/.test(error.message));
    await assert.rejects(fileOf('csv', 'people'), RuleBroken);
  });

  it('an editor of another desk exports nothing', async () => {
    const emil = newsroom.ctxOf('emil');
    await assert.rejects(exportReport(emil, article.number, { format: 'json' }), NotFound);
  });
});

it('cells that a spreadsheet would run are guarded, plain numbers stay numbers', () => {
  for (const cell of [
    '=1+1',
    '+cmd',
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    '＝1',
    '＋a',
    '－a',
    '＠a',
    '+49 30 1',
  ])
    assert.equal(guardCell(cell), `'${cell}`);
  for (const cell of ['=1', "'=1", "''@a", "'quoted'", '-5']) assert.equal(unguardCell(guardCell(cell)), cell);
  assert.equal(csvLines([['two\nlines', 'one']]), '"two\nlines",one\r\n');
  for (const cell of ['-5', '+3.5', '-1,000', '-7%', '5-7', 'a=b', '“=1”', '']) assert.equal(guardCell(cell), cell);
  assert.ok(guardCell('x'.repeat(40_000)).length <= 32_767);
});
