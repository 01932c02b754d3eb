// What else quotes an erased article goes with it, and what is gone or changed without an erasure is found.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bringAsRan, bringFetched } from '#src/articles/as-ran/commands.ts';
import { assembled } from '#src/articles/assembling.ts';
import { partTextsIn } from '#src/articles/version-parts.ts';
import { verifyAll } from '#src/cli/verification.ts';
import { dropGuard } from '#src/database/guarded-rows.ts';
import type { Database } from '#src/database/schema.ts';
import { later } from '#src/dates.ts';
import { NotFound } from '#src/errors.ts';
import { newId } from '#src/ids.ts';
import { eraseArticle } from '#src/reports/erasure/erase-commands.ts';
import { isStillThere } from '#src/reports/signing/comparison-store.ts';
import { getReport } from '#src/reports/signing/store.ts';
import { linesIn } from '#src/sheets/columns/line.ts';
import { columnsOf } from '#src/sheets/columns/sheet-columns.ts';
import { takeSheet } from '#src/sheets/intake/take-commands.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { behindTheLog } from '#tests/support/held.ts';
import type { Newsroom } from '#tests/support/newsroom.ts';
import { HALF_CHECKED } from './half-checked.ts';
import { SIGNED, sign, waiveAll } from './signed-article.ts';

const WHY = { reason: 'A court said so.' };
/** Of a sentence that no claim touches, and that a waiver of R1 quotes. */
const UNREAD = 'He gave no account of his own losses';
const TABLES: (keyof Database)[] = [
  ...(['sign_off_answer', 'log_detail', 'intake_draft', 'report_comparison', 'as_ran', 'sheet_row'] as const),
];

async function stillSays({ db }: Newsroom, words: string): Promise<string[]> {
  const found: string[] = [];
  for (const table of TABLES)
    if (JSON.stringify(await db.selectFrom(table).selectAll().execute()).includes(words)) found.push(table);
  return found;
}

/** A document of Ben's that waits to be looked over as the next version. */
async function draftWaits({ db, desks, persons, ctxOf }: Newsroom, article_id: string): Promise<void> {
  const [desk_id, person_id] = [desks.foreign.id, persons.ben.id];
  const { at } = ctxOf('ben');
  const file = { id: newId(), desk_id, sha256: 'ab'.repeat(32), size: 1, media_type: 'text/plain', name: 'next.txt' };
  await db
    .insertInto('file')
    .values({ ...file, created_at: at, created_by: person_id, linked_at: null })
    .execute();
  const draft = { id: newId(), desk_id, person_id, file_id: file.id, article_id, draft: UNREAD, typed: '' };
  await db
    .insertInto('intake_draft')
    .values({ ...draft, created_at: at, expires_at: later(at, 3_600_000) })
    .execute();
}

/** A row of a spreadsheet that Ben brought, with words that stand nowhere, and a note that quotes the article. */
async function rowWaits({ ctxOf }: Newsroom, article_id: string): Promise<void> {
  const cells = ['The ferry sank with all its lions', UNREAD];
  const lines = linesIn([{ row: 2, cells }], columnsOf(['Claim', 'Note'], 2));
  await takeSheet(ctxOf('ben'), article_id, { lines, file: { name: 'rows.csv', sha256: '' } });
}

onEachEngine((engine) => {
  test('what waivers quote, what waits to be a version, and what is worked out late goes with the words', async () => {
    const newsroom = await HALF_CHECKED.open(engine);
    const { db } = newsroom;
    const ada = newsroom.ctxOf('ada');
    const { id } = newsroom;
    await waiveAll(ada, id);
    await sign(ada, id);
    await draftWaits(newsroom, id);
    await rowWaits(newsroom, id);
    assert.deepEqual(await stillSays(newsroom, UNREAD), [
      ...['sign_off_answer', 'log_detail', 'intake_draft', 'sheet_row'],
    ]);
    const report = await getReport(db, id, 1);
    assert.equal(await isStillThere(db, report.id), true);
    await eraseArticle(ada, id, WHY);
    assert.deepEqual(await stillSays(newsroom, UNREAD), []);
    assert.equal(await isStillThere(db, report.id), false);
    assert.deepEqual(await db.selectFrom('file').select('name').execute(), []);
    const answers = await db.selectFrom('sign_off_answer').select(['words', 'items']).execute();
    assert.ok(answers.length > 0 && answers.every(({ words }) => words === 'The evening left no time.'));
    assert.ok(
      answers.every(({ items }) => (JSON.parse(items) as object[]).length > 0),
      'what they cover stays as hashes',
    );
    const { findings } = await verifyAll(newsroom.operator);
    assert.deepEqual(
      findings.filter((one) => !one.includes('never entered')),
      [],
    );
  });

  test('what was fetched while the article was erased is not kept', async () => {
    const newsroom = await HALF_CHECKED.open(engine);
    const ada = newsroom.ctxOf('ada');
    const { id } = newsroom;
    const text = await assembled(partTextsIn({ body: UNREAD }), 'en');
    await eraseArticle(ada, id, WHY);
    const fetched = { address: 'https://wire.example/lusk', page_sha256: 'ab'.repeat(32) };
    await assert.rejects(bringFetched(ada, id, { text, fetched }), NotFound);
    assert.deepEqual(await stillSays(newsroom, UNREAD), []);
  });

  engine.rule('a text that ran and is gone without an erasure is missed by verify', async () => {
    const newsroom = await HALF_CHECKED.open(engine);
    const { id } = newsroom;
    await bringAsRan(newsroom.ctxOf('ada'), id, { body: 'Nothing happened in Lusk.' });
    behindTheLog(newsroom.db);
    await newsroom.db.updateTable('as_ran').set({ text: null }).execute();
    const found = (await verifyAll(newsroom.operator)).findings.join('\n');
    assert.match(
      found,
      /The text of article 1 as it ran is not there, and no entry of the log says that it was erased\./,
    );
  });

  engine.rule('another reason beside a signed report is found', async () => {
    const newsroom = await SIGNED.open(engine);
    const { db } = newsroom;
    assert.doesNotMatch((await verifyAll(newsroom.operator)).findings.join('\n'), /its reason/);
    behindTheLog(db);
    await dropGuard(db, 'report');
    await db.updateTable('report').set({ reason: 'Everybody was asked.' }).execute();
    const found = (await verifyAll(newsroom.operator)).findings.join('\n');
    assert.match(found, /Report 1 of article 1: its reason is not the one that was signed\./);
  });
});
