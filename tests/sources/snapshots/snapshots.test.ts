// Saved copies as verbs on both engines: kept, checked, erased; who may, and what is in the log.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { test } from 'node:test';
import { verifyLog } from '#src/audit/verify.ts';
import { backupTo } from '#src/database/backup.ts';
import { openDatabase } from '#src/database/connect.ts';
import { restoreFrom } from '#src/database/restore.ts';
import { Forbidden, NotFound, type RuleBroken } from '#src/errors.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { listEvidence } from '#src/evidence/store.ts';
import { verifyFiles } from '#src/files/verify.ts';
import { getSource } from '#src/sources/card/store.ts';
import { changeSource } from '#src/sources/change-commands.ts';
import { alteredIn } from '#src/sources/snapshots/altered.ts';
import { checkCopy } from '#src/sources/snapshots/check-commands.ts';
import type { CopyBrought } from '#src/sources/snapshots/commands.ts';
import { findSnapshotText, getSnapshot, listSnapshots } from '#src/sources/snapshots/store.ts';
import { verifyCopies } from '#src/sources/snapshots/verify.ts';
import { freshFolder } from '#tests/cli/support.ts';
import { eventsOf, takeRaidIn } from '#tests/evidence/support.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { behindTheLog } from '#tests/support/held.ts';
import { openNewsroom } from '#tests/support/newsroom.ts';
import { eraseCopy, keepCopy } from '#tests/support/source-verbs.ts';
import { addedSource, allCopies, alterFile, bytesOf, HTML_PAGE, PNG } from '../copies.ts';

const PAGE: CopyBrought = { how: 'upload', name: 'trams.html', claimed: 'text/html', bytes: HTML_PAGE };
const SHA256 = createHash('sha256').update(HTML_PAGE).digest('hex');

onEachEngine((engine) => {
  async function openWithCopy(particulars: { is_confidential?: 0 | 1 } = {}) {
    const newsroom = await openNewsroom(engine);
    const number = await addedSource(newsroom, 'https://trams.example/monday Trams stop', particulars);
    const { snapshot } = await keepCopy(newsroom.ctxOf('ben'), number, PAGE);
    return { ...newsroom, number, snapshot, ben: newsroom.ctxOf('ben'), ada: newsroom.ctxOf('ada') };
  }

  test('what Ben brings is kept byte for byte, with hash, kind and text, and is in the log', async () => {
    const { db, snapshot, persons, number } = await openWithCopy();
    assert.ok((await bytesOf(db, snapshot.file_id)).equals(HTML_PAGE));
    const { sha256, size, media_type, name, how, taken_by } = snapshot;
    assert.deepEqual([sha256, size, media_type, name], [SHA256, HTML_PAGE.length, 'text/html', 'trams.html']);
    assert.deepEqual([how, taken_by, snapshot.number], ['upload', persons.ben.id, 1]);
    const found = await findSnapshotText(db, snapshot.source_id);
    assert.equal(found?.snapshot_id, snapshot.id);
    assert.match(found?.text ?? '', /four hundred people walked home/);
    assert.deepEqual(await eventsOf(db, 'snapshot'), { 'snapshot.taken': 1 });
    const details = await db.selectFrom('log_detail').select('after').where('after', 'like', '%text_sha256%').execute();
    assert.equal(details.length, 1);
    assert.ok(details[0]?.after.includes(`"sha256":"${SHA256}"`) && details[0].after.includes(`"source":${number}`));
    assert.deepEqual(await verifyCopies(db), { checked: 1, erased: 0, faults: [] });
  });

  engine.rule('the same bytes again are the same copy; others are another', async () => {
    const { db, ben, number, snapshot } = await openWithCopy();
    const again = await keepCopy(ben, number, { ...PAGE, name: 'other.html' });
    assert.deepEqual([again.is_new, again.snapshot.id], [false, snapshot.id]);
    await keepCopy(ben, number, { how: 'paste', name: '', claimed: 'text/plain', bytes: Buffer.from('Her words.') });
    assert.deepEqual(
      (await listSnapshots(db, snapshot.source_id)).map((copy) => copy.number),
      [2, 1],
    );
    assert.match((await findSnapshotText(db, snapshot.source_id))?.text ?? '', /^Her words\.$/);
    assert.deepEqual(await eventsOf(db, 'snapshot'), { 'snapshot.taken': 2 });
  });

  test('ten at once make one copy', async () => {
    const newsroom = await openNewsroom(engine);
    const number = await addedSource(newsroom, 'Trams stop');
    const kept = await Promise.all(Array.from({ length: 10 }, () => keepCopy(newsroom.ctxOf('ben'), number, PAGE)));
    assert.equal(kept.filter(({ is_new }) => is_new).length, 1);
    assert.equal((await allCopies(newsroom)).length, 1);
  });

  engine.rule('an empty file and a kind that is not kept are refused, and nothing is stored', async () => {
    const { db, ben, number } = await openWithCopy();
    for (const [bytes, words] of [
      [Buffer.alloc(0), /This file is empty/],
      [Buffer.from('MZ\u0000\u0001program'), /This is a program/],
    ] as const)
      await assert.rejects(keepCopy(ben, number, { ...PAGE, bytes }), (error: RuleBroken) => {
        assert.match(error.message, words);
        return error.field === 'file';
      });
    assert.equal((await allCopies({ db })).length, 1);
    assert.equal((await db.selectFrom('file').select('id').execute()).length, 1);
  });

  engine.rule('guests keep and erase nothing, reviewers erase nothing, other desks find nothing', async () => {
    const { number, snapshot, ctxOf, ben } = await openWithCopy();
    await assert.rejects(keepCopy(ctxOf('dina'), number, PAGE), Forbidden);
    await assert.rejects(keepCopy(ctxOf('emil'), number, PAGE), NotFound);
    await assert.rejects(eraseCopy(ctxOf('dina'), snapshot.number, 'why'), Forbidden);
    await assert.rejects(eraseCopy(ben, snapshot.number, 'why'), Forbidden);
    await assert.rejects(eraseCopy(ctxOf('emil'), snapshot.number, 'why'), NotFound);
    await assert.rejects(getSnapshot(ctxOf('emil'), snapshot.number), NotFound);
    assert.equal((await getSnapshot(ctxOf('dina'), snapshot.number)).id, snapshot.id);
    for (const typo of ['0', 'x', '1; drop', '99999999999', '2'])
      await assert.rejects(getSnapshot(ben, typo), NotFound, typo);
  });

  engine.rule('of a confidential source a guest finds no copy, no name and no hash', async () => {
    const newsroom = await openWithCopy({ is_confidential: 1 });
    const { db, ctxOf, snapshot } = newsroom;
    const id = await takeRaidIn(newsroom);
    await addEvidence(ctxOf('ben'), id, { number: 1, source_line: 'https://trams.example/monday' });
    await assert.rejects(getSnapshot(ctxOf('dina'), snapshot.number), NotFound);
    const article_id = (await db.selectFrom('article').select('id').executeTakeFirstOrThrow()).id;
    const [inside] = await listEvidence(db, article_id, 'reviewer');
    const [outside] = await listEvidence(db, article_id, 'guest');
    assert.equal(inside?.copies[0]?.sha256, SHA256);
    assert.deepEqual(outside?.copies, []);
    assert.ok(!JSON.stringify(outside).includes(SHA256));
  });

  test('erasing wants a reason, leaves a tombstone with its hash, and the log and the check stand', async () => {
    const { db, ada, snapshot } = await openWithCopy();
    await assert.rejects(eraseCopy(ada, 1, ''), (error: RuleBroken) => error.field === 'reason');
    assert.equal(await eraseCopy(ada, 1, 'A court told us to'), true);
    assert.equal(await eraseCopy(ada, 1, ''), false, 'a repeat is harmless');
    const copy = await getSnapshot(ada, 1);
    const { file_id, warc_file_id, name, headers, sha256, erasure_reason, erased_by_name } = copy;
    assert.deepEqual([file_id, warc_file_id, name, headers, sha256], [null, null, '', '[]', SHA256]);
    assert.deepEqual([erasure_reason, erased_by_name], ['A court told us to', 'Ada Lind']);
    assert.equal(await findSnapshotText(db, snapshot.source_id), undefined);
    for (const table of ['file', 'file_chunk', 'snapshot_text'] as const)
      assert.deepEqual(await db.selectFrom(table).selectAll().execute(), [], table);
    assert.deepEqual(await eventsOf(db, 'snapshot'), { 'snapshot.taken': 1, 'snapshot.erased': 1 });
    assert.deepEqual(await verifyCopies(db), { checked: 0, erased: 1, faults: [] });
    assert.deepEqual(
      (await verifyLog(db)).flatMap((chain) => chain.faults),
      [],
    );
    assert.deepEqual(await verifyFiles(db), { checked: 0, faults: [] });
  });

  test('with the copy of a confidential source its hash goes, from every table', async () => {
    const { db, ada } = await openWithCopy({ is_confidential: 1 });
    await eraseCopy(ada, 1, 'The source asked us to');
    for (const table of ['snapshot', 'file', 'log', 'log_detail'] as const)
      assert.ok(!JSON.stringify(await db.selectFrom(table).selectAll().execute()).includes(SHA256), table);
    assert.deepEqual(await verifyCopies(db), { checked: 0, erased: 1, faults: [] });
    const chains = await verifyLog(db);
    assert.deepEqual(
      chains.flatMap((chain) => chain.faults),
      [],
    );
    assert.equal(
      chains.reduce((sum, chain) => sum + chain.erased, 0),
      1,
    );
  });

  engine.rule('where a source becomes confidential after its copy was erased, the hash goes, too', async () => {
    const { db, ada, number } = await openWithCopy();
    await eraseCopy(ada, 1, 'Kept twice');
    assert.ok(JSON.stringify(await db.selectFrom('snapshot').selectAll().execute()).includes(SHA256));
    const source = await getSource(ada, number);
    await changeSource(ada, number, { ...source, is_confidential: 1, alias: 'Source A' });
    for (const table of ['snapshot', 'file', 'log', 'log_detail'] as const)
      assert.ok(!JSON.stringify(await db.selectFrom(table).selectAll().execute()).includes(SHA256), table);
    assert.deepEqual(await verifyCopies(db), { checked: 0, erased: 1, faults: [] });
    assert.deepEqual(
      (await verifyLog(db)).flatMap((chain) => chain.faults),
      [],
    );
  });

  test('bytes, record, text and hash that were changed in the database are found, noted once, and so is their return', async () => {
    const { db, ben, snapshot } = await openWithCopy();
    const file_id = snapshot.file_id as string;
    await alterFile(db, file_id);
    const look = async () => checkCopy(ben, await getSnapshot(ben, 1));
    assert.deepEqual(await look(), ['bytes']);
    assert.deepEqual(await look(), ['bytes']);
    assert.equal((await getSnapshot(ben, 1)).altered_at, ben.at);
    assert.match((await verifyCopies(db)).faults.join(), /Saved copy 1 has been altered: its bytes are different/);
    await alterFile(db, file_id);
    assert.deepEqual(await look(), []);
    assert.equal((await getSnapshot(ben, 1)).altered_at, null);
    const events = { 'snapshot.taken': 1, 'snapshot.found_altered': 1, 'snapshot.found_whole': 1 };
    assert.deepEqual(await eventsOf(db, 'snapshot'), events);
    await db.updateTable('snapshot_text').set({ text: 'Ten thousand walked home.' }).execute();
    assert.deepEqual(await alteredIn(db, await getSnapshot(ben, 1)), ['text']);
    await db.deleteFrom('snapshot_text').execute();
    assert.deepEqual(await alteredIn(db, await getSnapshot(ben, 1)), ['text']);
  });

  engine.rule('whoever changes bytes and both hashes is told on by the log', async () => {
    const { db, ben, number, snapshot } = await openWithCopy();
    const other = await keepCopy(ben, number, { ...PAGE, claimed: 'image/png', bytes: PNG });
    const { file_id, sha256 } = other.snapshot;
    await behindTheLog(db)
      .updateTable('snapshot')
      .set({ file_id: null, erased_at: ben.at, erasure_reason: 'x' })
      .where('number', '=', 2)
      .execute();
    await behindTheLog(db).updateTable('snapshot').set({ file_id, sha256 }).where('id', '=', snapshot.id).execute();
    assert.match((await verifyCopies(db)).faults.join(), /The log says another hash of saved copy 1/);
    await behindTheLog(db).deleteFrom('log_detail').execute();
    assert.match((await verifyCopies(db)).faults.join(), /What the log said of saved copy 1 was removed/);
  });

  engine.rule('a file that is missing chunks, or all of them, is altered', async () => {
    const { db, ben } = await openWithCopy();
    await db.deleteFrom('file_chunk').execute();
    assert.deepEqual(await alteredIn(db, await getSnapshot(ben, 1)), ['bytes']);
  });

  engine.rule('a backup holds the copies, and they hold in the desk that it makes', async () => {
    const { db } = await openWithCopy();
    const file = join(await freshFolder(), 'desk.claimdesk');
    await backupTo(db, file);
    const restored = await openDatabase(await engine.freshConfig());
    try {
      await restoreFrom(restored.db, file);
      assert.deepEqual(await verifyCopies(restored.db), { checked: 1, erased: 0, faults: [] });
    } finally {
      await restored.close();
    }
  });
});
