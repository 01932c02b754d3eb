// The command line from outside.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import SqliteDatabase from 'better-sqlite3';
import { sqliteFileOf } from '#src/database/sqlite-file.ts';
import { makeDocx } from '#tests/articles/documents/documents.ts';
import { claimdesk, claimdeskProcess, folderWithTables, freshFolder } from './support.ts';

const STORY = 'Six trams stopped on Monday.\n\nThe company said 400 people walked home.\n';

test('without words it lists its commands, with a wrong one it says so and ends with 2', async () => {
  const data_dir = await freshFolder();
  const list = await claimdesk([], { data_dir });
  assert.equal(list.code, 2);
  assert.match(list.out, /person add .*\n/);
  const help = await claimdesk(['--help'], { data_dir });
  assert.equal(help.code, 0);
  const wrong = await claimdesk(['publish'], { data_dir });
  assert.deepEqual([wrong.code, wrong.out], [2, '']);
  assert.match(wrong.err, /^There is no command "publish"\./);
  const half = await claimdeskProcess(['person'], { data_dir });
  assert.deepEqual([half.code, half.out], [2, '']);
  assert.match(half.err, /"person" needs one more word[\s\S]*person disable/);
});

test('a command explains itself, and the list says a line of each', async () => {
  const data_dir = await freshFolder();
  const { out } = await claimdesk(['--help'], { data_dir });
  const lines = [...out.matchAll(/^ {2}[a-z]+(?: [a-z]+)? {2,}\S.{8,}\.$/gm)];
  assert.equal(lines.length, 25, out);
  for (const name of ['person add', 'export']) {
    const help = await claimdesk([...name.split(' '), '--help'], { data_dir });
    assert.equal(help.code, 0);
    assert.match(
      help.out,
      new RegExp(`^npm run claimdesk -- ${name} [A-Z]+ \\[OPTIONS\\][\\s\\S]*--as EMAIL[\\s\\S]*--help`),
    );
  }
});

test('a missing word, an unknown option and a word too many are wrong use', async () => {
  const data_dir = await freshFolder();
  for (const words of [
    ['backup'],
    ['verify', '--fast'],
    ['desk', 'add', 'One', 'two'],
    ['export', '1'],
    ['reanchor'],
  ]) {
    const { code, err } = await claimdesk(words, { data_dir });
    assert.equal(code, 2, words.join(' '));
    assert.match(err, /--help" explains it\.\n$/);
  }
});

test('a newsroom is set up, an article taken in and its report written, all at the terminal', async () => {
  const data_dir = await freshFolder();
  const run = (words: string[], input?: string) =>
    claimdesk(words, { data_dir, ...(input === undefined ? {} : { input }) });
  assert.match((await run(['desk', 'add', 'City desk', '--time-zone', 'Europe/Oslo'])).out, /Its slug is city-desk\./);
  const ada = [
    'person',
    'add',
    'ada@newsroom.example',
    '--name',
    'Ada Lind',
    '--desk',
    'city-desk',
    '--role',
    'editor',
  ];
  assert.match((await run(ada)).out, /Password, shown this once: [\w-]{24}\n$/);
  const ben = ['person', 'add', 'ben@newsroom.example', '--name', 'Ben', '--password', '-'];
  const weak = await run(ben, 'short\n');
  assert.deepEqual([weak.code, weak.out], [1, '']);
  assert.match(weak.err, /15 characters/);
  const people = JSON.parse((await run(['person', 'list', '--json'])).out);
  assert.deepEqual(
    people.map((person: { name: string }) => person.name),
    ['Ada Lind'],
  );
  const taken = await run(['article', 'add', '-', '--desk', 'city-desk', '--as', 'ada@newsroom.example'], STORY);
  assert.match(taken.out, /^Article 1, “Six trams stopped on Monday\.”, is added: 2 sentences\.\n$/);
  const report = JSON.parse((await run(['export', '1', '--format', 'json'])).out);
  assert.equal(report.article.desk, 'City desk');
  const out = join(data_dir, 'report.html');
  assert.equal((await run(['export', '1', '--format', 'html', '--out', out])).code, 0);
  assert.match(await readFile(out, 'utf8'), /^<!doctype html>/i);
});

test('a stranger at the terminal gets the same answer as for a typo', async () => {
  const data_dir = await folderWithTables();
  const run = (words: string[], input?: string) =>
    claimdesk(words, { data_dir, ...(input === undefined ? {} : { input }) });
  await run(['desk', 'add', 'City desk']);
  await run(['person', 'add', 'emil@newsroom.example', '--name', 'Emil Novak']);
  const mail =
    'From: L. Marsh <l@port.example>\r\nDate: Thu, 7 May 2026 10:00:00 +0200\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nBy six, please.\r\n--b\r\nContent-Type: text/plain; name=story.txt\r\nContent-Disposition: attachment; filename=story.txt\r\n\r\nNine ships left.\r\n--b--\r\n';
  const sent = await run(['article', 'add', '-', '--desk', 'city-desk'], mail);
  assert.match(sent.out, /“Nine ships left\.”, is added[\s\S]*- The text of the mail itself/, sent.err);
  await run(['article', 'add', '-', '--desk', 'city-desk'], STORY);
  const as = ['--as', 'emil@newsroom.example'];
  const [foreign, typo] = [
    await run(['export', '1', '--format', 'csv', ...as]),
    await run(['export', '7', '--format', 'csv', ...as]),
  ];
  assert.equal(foreign.code, 1);
  assert.equal(foreign.err.replace('1', '7'), typo.err);
  assert.match(
    (await run(['article', 'add', '-', '--desk', 'city-desk', ...as], STORY)).err,
    /^There is no desk city-desk\./,
  );
  assert.match((await run(['desk', 'add', 'His own', ...as])).err, /Only administrators create desks/);
  await run(['person', 'disable', 'emil@newsroom.example']);
  assert.match((await run(['desk', 'list', ...as])).err, /^Emil Novak is disabled/);
  assert.match((await run(['desk', 'list', '--as', 'nobody@newsroom.example'])).err, /^Nobody signs in with/);
});

test('files that are no text are refused in a sentence, and tracked changes are told', async () => {
  const data_dir = await folderWithTables();
  await claimdesk(['desk', 'add', 'City desk'], { data_dir });
  const add = (file: string) => claimdesk(['article', 'add', file, '--desk', 'city-desk'], { data_dir });
  const picture = join(data_dir, 'photo.txt');
  await writeFile(picture, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]));
  for (const file of [picture, join(data_dir, 'nowhere.txt'), data_dir]) {
    const { code, out, err } = await add(file);
    assert.deepEqual([code, out], [1, ''], file);
    assert.match(err, /^\S[^\n]*\.\n$/);
  }
  const draft = join(data_dir, 'draft.docx');
  await writeFile(draft, makeDocx());
  const added = await claimdesk(['article', 'add', draft, '--desk', 'city-desk', '--changes', 'original'], {
    data_dir,
  });
  assert.match(added.out, /is added: .*\n1 tracked change pending: the text is as it was before them\./);
});

test('a backup is put back into an empty desk, and the log holds there', async () => {
  const [data_dir, other] = [await folderWithTables(), await freshFolder()];
  await claimdesk(['desk', 'add', 'City desk'], { data_dir });
  await claimdesk(['article', 'add', '-', '--desk', 'city-desk'], { data_dir, input: STORY });
  const file = join(data_dir, 'desk.claimdesk');
  assert.match((await claimdesk(['backup', file], { data_dir })).out, /holds \d+ rows\.\nSHA-256 [0-9a-f]{64}\n$/);
  assert.equal((await claimdesk(['backup', file], { data_dir })).code, 1, 'it never writes over a backup');
  assert.equal((await claimdesk(['restore', file], { data_dir: other })).code, 0);
  const verified = await claimdesk(['verify'], { data_dir: other });
  assert.match(verified.out, /City desk: 1 entries[\s\S]*Texts: 1 checked\.[\s\S]*\nEverything holds\.\n$/);
  const head = /City desk: .* head ([0-9a-f]{64})/.exec(verified.out)?.[1] ?? '';
  assert.equal(
    (await claimdesk(['verify', '--head', head], { data_dir })).code,
    0,
    'the old desk knows the entry, too',
  );
  const unknown = await claimdesk(['verify', '--head', 'f'.repeat(64)], { data_dir });
  assert.deepEqual([unknown.code, /No entry of this log/.test(unknown.err)], [1, true]);
  assert.match((await claimdesk(['restore', file], { data_dir: other })).err, /holds rows already/);
});

test('verify says which text was changed behind the desk’s back', async () => {
  const data_dir = await folderWithTables();
  await claimdesk(['desk', 'add', 'City desk'], { data_dir });
  await claimdesk(['article', 'add', '-', '--desk', 'city-desk'], { data_dir, input: STORY });
  const file = new SqliteDatabase(sqliteFileOf(data_dir));
  file.exec('drop trigger version_keeps_changes');
  file.prepare("update version set text = replace(text, 'Six', 'Ten')").run();
  file.close();
  const { code, err } = await claimdesk(['verify'], { data_dir });
  assert.equal(code, 1);
  assert.equal(err, 'The text of article 1, version 1, was changed.\n');
});

test('settings, engines and tables that cannot be used are said in a sentence', async () => {
  const data_dir = await freshFolder();
  const port = await claimdesk(['migrate'], { data_dir, env: { PORT: 'eighty' } });
  assert.deepEqual([port.code, port.err], [1, 'PORT is "eighty"; allowed is a whole number from 0 to 65535.\n']);
  const server = await claimdesk(['doctor'], { data_dir, env: { DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' } });
  assert.equal(server.code, 1);
  assert.match(server.err, /^No PostgreSQL server answers at 127\.0\.0\.1:9/);
  assert.match((await claimdesk(['doctor'], { data_dir })).out, /no tables yet/);
  assert.match((await claimdesk(['migrate'], { data_dir })).out, /^Changed:\n {2}2026-/);
  assert.equal((await claimdesk(['migrate'], { data_dir })).out, 'The tables are up to date.\n');
  assert.match((await claimdesk(['doctor'], { data_dir })).out, /No problems found/);
});

test('in a folder without a desk nothing is verified, backed up or listed, and nothing is made', async () => {
  const data_dir = await freshFolder();
  for (const words of [
    ['verify'],
    ['backup', join(data_dir, 'backup.gz')],
    ['person', 'list'],
    ['export', '1', '--format', 'json'],
  ]) {
    const { code, err } = await claimdesk(words, { data_dir });
    assert.equal(code, 1, words.join(' '));
    assert.match(err, /There is no desk in .*DATA_DIR/);
  }
  await assert.rejects(readFile(sqliteFileOf(data_dir)));
});
