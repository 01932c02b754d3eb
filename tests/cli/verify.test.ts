// `verify` at a terminal: what was compared, what is wrong, what is not covered.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import SqliteDatabase from 'better-sqlite3';
import { sqliteFileOf } from '#src/database/sqlite-file.ts';
import { claimdesk, folderWithTables } from './support.ts';

const STORY = 'Six bombers attacked the city on Saturday.\n\nThe governor denied it.\n';

async function deskWithStory(): Promise<string> {
  const data_dir = await folderWithTables();
  await claimdesk(['desk', 'add', 'City desk'], { data_dir });
  await claimdesk(['article', 'add', '-', '--desk', 'city-desk'], { data_dir, input: STORY });
  return data_dir;
}

test('it says how many rows and fields it compared, what it cannot cover, and that everything holds', async () => {
  const { code, out } = await claimdesk(['verify'], { data_dir: await deskWithStory() });
  assert.equal(code, 0);
  assert.match(out, /\nRows held against the log:\nwhat +rows +fields +old_rows +old_fields +not_covered\n/);
  assert.match(out, /\narticle +1 +23 +0 +0 +0\n/);
  assert.match(out, /\nNot covered:\n- A log that was cut off at its end[^\n]*--head\.\n/);
  assert.match(out, /security_event \(/);
  assert.match(out, /\nEverything holds\.\n$/);
});

test('a script reads the same as JSON, with what is wrong, and no word of what is written in a row', async () => {
  const data_dir = await deskWithStory();
  const whole = await claimdesk(['verify', '--json'], { data_dir });
  const found = JSON.parse(whole.out);
  assert.deepEqual([whole.code, found.holds, found.findings], [0, true, []]);
  assert.deepEqual(
    found.chains.map(({ name }: { name: string }) => name),
    ['Installation', 'City desk'],
  );
  const file = new SqliteDatabase(sqliteFileOf(data_dir));
  file.prepare("update article set writer_notes = 'Call her at home', title = 'Another'").run();
  file.close();
  const forged = await claimdesk(['verify', '--json'], { data_dir });
  assert.deepEqual([forged.code, JSON.parse(forged.out).holds], [1, false]);
  assert.match(
    forged.err,
    /^Article 1 was changed behind the log’s back, in title, writer_notes: .* of City desk stored\.\n$/,
  );
  assert.doesNotMatch(forged.out + forged.err, /Call her|Another"/);
});
