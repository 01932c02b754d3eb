// A desk from before hashes of rows is held against the details of its entries.
// before-row-hashes.claimdesk is a backup that the program of that day wrote: three people, an article in two versions
// and one in one, four claims, three sources, two erased copies of confidential ones.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { verifyAll } from '#src/cli/verification.ts';
import { systemContext } from '#src/context.ts';
import { openDatabase } from '#src/database/connect.ts';
import { restoreFrom } from '#src/database/restore.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { type Forgery, findEach, forgeText, run } from './forgery.ts';

const BACKUP = join(import.meta.dirname, 'before-row-hashes.claimdesk');

const FORGERIES: Forgery[] = [
  ['a text together with its hash', forgeText, /^Version 1 of article 1 was changed .* in sha256: /],
  [
    'a statement',
    run(`update claim set statement = 'Ten villages' where article_id = (select id from article where number = 2)`),
    /^Claim 1 of article 2 .* in statement: /,
  ],
  [
    'a verdict',
    run(`update claim set content_verdict_id = (select id from verdict where meaning = 'ok') where number = 2`),
    /^Claim 2 of article 1 was changed .* in content_verdict_id: it is not what entry 26 of City desk stored/,
  ],
  [
    'the second reader',
    run(`update claim set second_reader_id = (select id from person where number = 3), checker_id =
      (select id from person where number = 1) where number = 1 and state = 'closed'`),
    /^Claim 1 of .* in checker_id, second_reader_id: |^Claim 1 of .* in second_reader_id, checker_id: /,
  ],
  ['a role', run(`update membership set role = 'editor'`), /^Membership of person [23] at desk city-desk .* in role: /],
  ['a passage', run(`update evidence set passage = '24'`), /^Evidence of claim 2 of article 1 .* in passage: /],
  ['a source', run(`update source set publisher = 'Nobody' where number = 1`), /^Source 1 .* in publisher: /],
  ['a detail', run('delete from log_detail where number = 9'), /^City desk: The detail of entry 9 was deleted/],
];

onEachEngine((engine) => {
  test('it verifies with what its log holds, says what it does not cover, and each forgery is named', async (t) => {
    const { db, close } = await openDatabase(await engine.bareConfig());
    t.after(close);
    await restoreFrom(db, BACKUP);
    const ctx = systemContext(db);
    const found = await verifyAll(ctx);
    assert.deepEqual(found.findings, []);
    assert.match(found.not_covered[0] ?? '', /^\d+ entries are from before .* 7 × verdict, 4 × profile/);
    const claims = found.tables.find(({ table }) => table === 'claim');
    assert.deepEqual([claims?.rows, claims?.old_rows, claims?.not_covered], [0, 4, 0]);
    assert.equal(found.erased_details.length, 3);
    assert.deepEqual(await findEach(t, db, FORGERIES), []);
  });
});
