// `source import` and `source export` at a terminal: what is read, said, stored, refused, and written.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { claimdesk, claimdeskProcess, folderWithTables } from './support.ts';

const LIST =
  'TY  - ELEC\nTI  - Bulletin\nUR  - https://karsa.example/31\nPY  - 20x1\nER  - \nTY  - BOOK\nPY  - 1999\nER  - \n';
const SECRET =
  '[{"id": "a", "type": "document", "title": "Leaked", "custom": {"claimdesk": {"is_confidential": "yes"}}}]';

test('a list goes in and the library comes out; remarks are on standard error by line and field', async () => {
  const data_dir = await folderWithTables();
  const run = (words: string[], input = '') => claimdesk(words, { data_dir, input });
  const desk = await run(['desk', 'add', 'Foreign desk', '--time-zone', 'Asia/Kabul']);
  assert.equal(desk.code, 0, desk.err);
  const at = ['--desk', 'foreign-desk'];

  const dry = await run(['source', 'import', '-', ...at, '--dry-run', '--json'], LIST);
  assert.equal(dry.code, 1, dry.err);
  const { count, broken, first_number, remarks } = JSON.parse(dry.out);
  assert.deepEqual([count, broken, first_number], [1, 1, null]);
  assert.deepEqual([remarks[0].line, remarks[0].field], [4, 'PY']);

  const taken = await claimdeskProcess(['source', 'import', '-', ...at], { data_dir, input: LIST });
  assert.equal(taken.code, 1);
  assert.match(taken.out, /^One source is in the library: number 1\. 1 entry could not be imported\.\n$/);
  assert.match(
    taken.err,
    /^line 4, field PY: “20x1” is not a calendar date[^\n]*\nline 6, field TI: there is no title/,
  );

  const file = join(data_dir, 'list.json');
  await writeFile(file, SECRET);
  const secret = await run(['source', 'import', file, ...at]);
  assert.deepEqual([secret.code, secret.err], [0, '']);
  assert.match((await run(['source', 'import', file, ...at])).out, /Nothing was added\. 1 was here already\./);

  const ris = await run(['source', 'export', ...at, '--format', 'ris']);
  assert.deepEqual([ris.code, ris.err], [0, '']);
  assert.match(ris.out, /^TY {2}- ELEC\r\nID {2}- claimdesk-1\r\n/);
  assert.doesNotMatch(ris.out, /Leaked/);
  const out = join(data_dir, 'out.bib');
  assert.equal(
    (await run(['source', 'export', ...at, '--format', 'bib', '--out', out, '--with-confidential'])).code,
    0,
  );
  assert.match(
    await readFile(out, 'utf8'),
    /^@comment\{With confidential sources[\s\S]*Leaked[\s\S]*Claimdesk alias: Source A/,
  );
  const papers = join(data_dir, 'papers.txt');
  await writeFile(papers, '10.1000/a\n10.1000/b\nnone such\n');
  const listed = await run(['source', 'retractions', papers, ...at]);
  assert.match(listed.out, /^List 1, “papers”: 2 papers\. No source of the library is newly retracted\.\n$/);
  assert.equal(listed.err, 'Line 3: “none such” is no DOI.\n');
  const again = await run(['source', 'retractions', papers, ...at, '--name', 'Other']);
  assert.deepEqual([again.code, again.out], [1, '']);
  assert.match(again.err, /has this very file already: “papers”/);
  assert.equal((await run(['source', 'retractions', join(data_dir, 'none'), ...at])).code, 1);
  assert.equal((await run(['verify'])).code, 0);
});

test('wrong use ends with 2, what cannot be done with 1', async () => {
  const data_dir = await folderWithTables();
  const run = (words: string[], input = '') => claimdesk(words, { data_dir, input });
  for (const words of [
    ['source', 'import', '--desk', 'x'],
    ['source', 'import', '-'],
    ['source', 'import', '-', '--desk', 'x', '--format', 'pdf'],
    ['source', 'export', '--desk', 'x'],
    ['source', 'export', '--desk', 'x', '--format', 'pdf'],
  ])
    assert.equal((await run(words, LIST)).code, 2, words.join(' '));
  for (const [words, sentence] of [
    [['source', 'import', '-', '--desk', 'nowhere'], /There is no desk nowhere/],
    [['source', 'export', '--desk', 'nowhere', '--format', 'ris'], /There is no desk nowhere/],
    [['source', 'import', join(data_dir, 'missing.ris'), '--desk', 'x'], /There is no file/],
  ] as const) {
    const { code, err, out } = await run([...words], LIST);
    assert.deepEqual([code, out], [1, '']);
    assert.match(err, sentence);
  }
  const refused = await run(['source', 'import', '-', '--desk', 'x'], 'Dear editor');
  assert.equal(refused.code, 1);
  assert.match(refused.err, /a list of sources/);
});
