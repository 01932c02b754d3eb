// `claim import` and `claim export` at a terminal: rows become claims, and the list comes back.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { claimdesk, folderWithTables } from './support.ts';

const SHEET = 'Claim,Para,Status,Note\nNine people died,1,OK,seen\nThe moon fell into the sea,x,,\n';

test('rows of a spreadsheet are added to an article, remarks are on standard error, and what leaves comes back the same', async () => {
  const data_dir = await folderWithTables();
  const run = (words: string[], input = '') => claimdesk(words, { data_dir, input });
  assert.equal((await run(['desk', 'add', 'Foreign desk', '--time-zone', 'Asia/Kabul'])).code, 0);
  const story = join(data_dir, 'story.txt');
  await writeFile(story, 'Nine people died at the bridge. Smoke rose.');
  assert.equal((await run(['article', 'add', story, '--desk', 'foreign-desk'])).code, 0);
  const add = ['claim', 'import', '-', '--article', '1'];

  const dry = await run([...add, '--dry-run'], SHEET);
  assert.equal(dry.out, 'Nothing was stored. One row stands where no claim is yet, one has no place.\n', dry.err);
  assert.match((await run([...add, '--sheet', '2'], SHEET)).err, /There is no sheet 2: the file has 1 sheet\./);
  const taken = await run(add, SHEET);
  assert.match(
    taken.out,
    /^One claim is added, one row has no place and waits\. Suggested: 1 verdict; nothing is decided by it\. 1 note added\.\n$/,
  );
  assert.match(
    taken.err,
    /Row 3, column B \(“Para”\): “x” is no number.*\nRow 3: Neither these words nor nearly these stand in the text\.\n$/,
  );
  assert.match((await run(add, SHEET)).out, /nothing was added/);

  const list = await run(['claim', 'export', '1']);
  assert.equal(list.code, 0, list.err);
  assert.match(list.out, /^\ufeffnumber,words,paragraph,status,.*\r\n1,Nine people died,1,,,,seen,/);
  assert.match((await run(add, list.out)).out, /nothing was added/);

  assert.match((await run(add, 'Colour,Weight\nred,3\n')).err, /which column holds the words/);
  const odd = 'Colour,Weight\nSmoke rose,seen\n';
  const named = await run([...add, '--columns', 'colour=words; Weight=status'], odd);
  assert.match(named.out, /^One claim is added\./, named.err);
  assert.match((await run(add, odd)).out, /nothing was added/, 'the desk remembers it');
  assert.match((await run([...add, '--columns', 'Size=words'], odd)).err, /no column “Size”. The columns are “Colour”/);
  assert.equal((await run([...add, '--columns', 'Colour=hue'], odd)).code, 2);
  assert.equal((await run(['claim', 'import', '-'], SHEET)).code, 2);
  assert.equal((await run(['claim', 'export', '1', '--format', 'pdf'])).code, 2);
  assert.match((await run(['claim', 'export', '7'])).err, /There is no article 7/);
});
