// Passages and saved copies on both engines: looked up when either comes, changes or goes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getArticle } from '#src/articles/store.ts';
import { systemContext } from '#src/context.ts';
import type { Db } from '#src/database/schema.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { changeEvidence } from '#src/evidence/commands.ts';
import { LOOKUP_JOB, sweepLookups } from '#src/evidence/lookup/commands.ts';
import { lookupJobs } from '#src/evidence/lookup/job.ts';
import { workOnce } from '#src/jobs/worker.ts';
import { addedSource, allCopies } from '#tests/sources/copies.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { type Newsroom, openNewsroom } from '#tests/support/newsroom.ts';
import { eraseCopy, keepCopy, mergeSources } from '#tests/support/source-verbs.ts';
import { takeRaidIn } from './support.ts';

const LOG =
  'Incident log of the police.\n\n12.40: first explosion at the govern-\nment guest house. 24 dead were counted by eight.';

const paste = (text: string) =>
  ({ how: 'paste', name: 'log.txt', claimed: 'text/plain', bytes: Buffer.from(text) }) as const;

async function found(db: Db): Promise<[string | null, number, number | null][]> {
  const rows = await db
    .selectFrom('evidence')
    .leftJoin('snapshot', 'snapshot.id', 'lookup_snapshot_id')
    .select(['lookup_found', 'lookup_ranges', 'snapshot.number'])
    .orderBy('evidence.id')
    .execute();
  return rows.map((row) => [row.lookup_found, JSON.parse(row.lookup_ranges).length, row.number]);
}

async function start(newsroom: Newsroom): Promise<{ id: string; number: number }> {
  return { id: await takeRaidIn(newsroom), number: await addedSource(newsroom, 'Police, incident log') };
}

onEachEngine((engine) => {
  test('a passage is looked up when it is noted, when it is mended, when a copy comes and when one is erased', async () => {
    const newsroom = await openNewsroom(engine);
    const [ben, ada, { db }] = [newsroom.ctxOf('ben'), newsroom.ctxOf('ada'), newsroom];
    const { id, number } = await start(newsroom);
    const passage = '“first explosion at the government guest house … 26 dead were counted by eight”';
    const use = await addEvidence(ben, id, { number: 1, source_number: number, passage });
    await addEvidence(ben, id, { number: 1, source_number: number, note: 'no passage' });
    assert.deepEqual(await found(db), [
      [null, 0, null],
      [null, 0, null],
    ]);
    const before = await getArticle(ben, id);
    const { snapshot } = await keepCopy(ben, number, paste(LOG));
    assert.deepEqual(await found(db), [
      ['with_changes', 2, snapshot.number],
      [null, 0, null],
    ]);
    assert.equal((await getArticle(ben, id)).changed_seq, before.changed_seq + 1);
    const row = await db.selectFrom('evidence').selectAll().where('id', '=', use.id).executeTakeFirstOrThrow();
    assert.equal(row.revision, 1, 'looking it up is no edit');
    assert.match(row.lookup_ranges, /24 dead were counted by eight/);
    const mended = { ...row, credibility: null, passage: passage.replace('26', '24') };
    await changeEvidence(ben, id, { ...mended, number: 1, evidence_id: use.id, revision: 1 });
    assert.deepEqual((await found(db))[0], ['word_for_word', 1, snapshot.number]);
    const other = await keepCopy(
      ben,
      number,
      paste('Everything in this log was taken out of it by somebody later on.'),
    );
    assert.deepEqual((await found(db))[0], ['not_found', 0, other.snapshot.number]);
    await eraseCopy(ada, other.snapshot.number, 'a mistake');
    assert.deepEqual((await found(db))[0], ['word_for_word', 1, snapshot.number]);
    await eraseCopy(ada, snapshot.number, 'asked to');
    assert.deepEqual((await found(db))[0], [null, 0, null]);
  });

  test('a passage noted when the copy is there is looked up at once; one of a card put into another, in that one’s copy', async () => {
    const newsroom = await openNewsroom(engine);
    const [ben, { db }] = [newsroom.ctxOf('ben'), newsroom];
    const { id, number } = await start(newsroom);
    const { snapshot } = await keepCopy(ben, number, paste(LOG));
    await addEvidence(ben, id, { number: 1, source_number: number, passage: '24 dead' });
    const other = await addedSource(newsroom, 'The police’s log');
    await addEvidence(ben, id, { number: 2, source_number: other, passage: '25 dead were counted by eight' });
    assert.deepEqual(await found(db), [
      ['word_for_word', 1, snapshot.number],
      [null, 0, null],
    ]);
    await mergeSources(ben, number, { other, revision: 1, other_revision: 1, choices: {} });
    assert.deepEqual(await found(db), [
      ['word_for_word', 1, snapshot.number],
      ['with_changes', 1, snapshot.number],
    ]);
  });

  test('passages from before there were lookups are looked up by the worker, each source once', async () => {
    const newsroom = await openNewsroom(engine);
    const [ben, { db }] = [newsroom.ctxOf('ben'), newsroom];
    const { id, number } = await start(newsroom);
    const { snapshot } = await keepCopy(ben, number, paste(LOG));
    for (const passage of ['24 dead', 'guest house'])
      await addEvidence(ben, id, { number: 1, source_number: number, passage });
    const none = { lookup_snapshot_id: null, lookup_found: null, lookup_ranges: '[]' };
    await db.updateTable('evidence').set(none).execute();
    for (let times = 0; times < 2; times += 1) await sweepLookups(systemContext(db));
    assert.equal((await db.selectFrom('job').selectAll().where('kind', '=', LOOKUP_JOB).execute()).length, 1);
    const errors: unknown[] = [];
    while (await workOnce({ db, kinds: lookupJobs(), onError: (error) => errors.push(error) }));
    const done = ['word_for_word', 1, snapshot.number];
    assert.deepEqual([await found(db), errors], [[done, done], []]);
    await sweepLookups(systemContext(db));
    const waiting = db.selectFrom('job').select('id').where('kind', '=', LOOKUP_JOB).where('ended_at', 'is', null);
    assert.equal((await waiting.execute()).length, 0);
  });

  engine.rule(
    'in a long copy a passage is looked up by the worker, for whatever copy is then the newest, and once',
    async () => {
      const newsroom = await openNewsroom(engine);
      const [ben, ada, { db }] = [newsroom.ctxOf('ben'), newsroom.ctxOf('ada'), newsroom];
      const { id, number } = await start(newsroom);
      await addEvidence(ben, id, { number: 1, source_number: number, passage: '24 dead were counted by eight' });
      const long = `${'Nothing of note was reported from the second district. '.repeat(2_000)}\n\n${LOG}`;
      const first = await keepCopy(ben, number, paste(long));
      const second = await keepCopy(ben, number, paste(`${long}\nRead and signed.`));
      assert.deepEqual(await found(db), [[null, 0, null]]);
      await eraseCopy(ada, second.snapshot.number, 'twice');
      const errors: unknown[] = [];
      const work = () => workOnce({ db, kinds: lookupJobs(), onError: (error) => errors.push(error) });
      const before = await getArticle(ben, id);
      while (await work());
      assert.deepEqual([await found(db), errors], [[['word_for_word', 1, first.snapshot.number]], []]);
      assert.equal((await getArticle(ben, id)).changed_seq, before.changed_seq + 1);
      assert.equal((await allCopies(newsroom)).length, 2);
    },
  );
});
