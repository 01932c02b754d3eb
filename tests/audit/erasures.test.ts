// What was erased is said as erased, by whom and when; what was only deleted, or cut off, is not.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { findHead } from '#src/audit/head.ts';
import { verifyAll } from '#src/cli/verification.ts';
import { type Db, engineOf } from '#src/database/engine.ts';
import { lookPassagesUp } from '#src/evidence/lookup/commands.ts';
import { getSource } from '#src/sources/card/store.ts';
import { changeSource } from '#src/sources/change-commands.ts';
import { addSource } from '#src/sources/commands.ts';
import { eraseCopy } from '#src/sources/snapshots/erase-commands.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { onlyForNow, run } from './forgery.ts';
import { addSourceWithCopy, openRealDesk, type RealDesk } from './real-desk.ts';

async function makeConfidential({ ada }: RealDesk, number: number): Promise<void> {
  await changeSource(ada, number, { ...(await getSource(ada, number)), is_confidential: 1 });
}

/** The last entries of the desk's chain go, with their details and what they stored, as if they had never been. */
async function cutOff(db: Db, chain: string, number: number): Promise<void> {
  if (engineOf(db) === 'sqlite') await sql`drop trigger log_refuses_delete`.execute(db);
  else await sql`alter table log disable trigger user`.execute(db);
  await db.deleteFrom('source').where('number', '=', 2).execute();
  for (const table of ['log_detail', 'log'] as const)
    await db.deleteFrom(table).where('chain', '=', chain).where('number', '>', number).execute();
  const { hash } = await db
    .selectFrom('log')
    .select('hash')
    .where('chain', '=', chain)
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  await db.updateTable('log_chain').set({ number, hash }).where('chain', '=', chain).execute();
}

onEachEngine((engine) => {
  test('copies of confidential sources are erased, also where they become so later, and the entry that did it is named', async () => {
    const db = await engine.open();
    const desk = await openRealDesk(db);
    const [letter, note, open] = [
      await addSourceWithCopy(desk.ben, desk.slug, 'Letter'),
      await addSourceWithCopy(desk.ben, desk.slug, 'Note'),
      await addSourceWithCopy(desk.ben, desk.slug, 'List'),
    ];
    await makeConfidential(desk, letter);
    await eraseCopy(desk.ada, 1, 'It names somebody', lookPassagesUp);
    await eraseCopy(desk.ada, 2, 'Not needed', lookPassagesUp);
    await eraseCopy(desk.ada, 3, 'Not needed either', lookPassagesUp);
    await makeConfidential(desk, note);
    const found = await verifyAll(desk.ada);
    assert.deepEqual(found.findings, []);
    assert.equal(found.copies.erased, 3);
    assert.deepEqual(
      found.erased_details.map(({ actor, at }) => [actor, at]),
      Array(3).fill([`person:${desk.ada.actor.id}`, desk.ada.at]),
    );
    const verbs = await db
      .selectFrom('log')
      .select('verb')
      .where(
        'number',
        'in',
        found.erased_details.map(({ by_entry }) => by_entry),
      )
      .where('chain', '<>', 'installation')
      .orderBy('number')
      .execute();
    assert.deepEqual(
      verbs.map(({ verb }) => verb),
      ['snapshot.erased', 'source.changed'],
    );
    const details = await db.selectFrom('log_detail').select('rows').where('rows', 'like', '%"snapshot"%').execute();
    assert.ok(details.length > 0 && open > 0);
  });

  engine.rule('the detail of a copy that was erased may not go where its entry does not say so', async () => {
    const db = await engine.open();
    const desk = await openRealDesk(db);
    await addSourceWithCopy(desk.ben, desk.slug, 'List');
    await eraseCopy(desk.ada, 1, 'Not needed', lookPassagesUp);
    const { findings } = await onlyForNow(
      db,
      run(`delete from log_detail where number = (select number from log where verb = 'snapshot.taken')
        and chain = (select chain from log where verb = 'snapshot.taken')`),
    );
    assert.match(findings.join('\n'), /^City desk: The detail of entry \d+ was deleted: no entry says/);
  });

  engine.rule(
    'a log that was cut off together with its rows is told by a head that was kept, and only by that',
    async () => {
      const db = await engine.open();
      const desk = await openRealDesk(db);
      const chain = await deskId(db);
      await addSourceWithCopy(desk.ben, desk.slug, 'List');
      const { number, hash } = await findHead(db, chain);
      await addSource(desk.ben, { desk: desk.slug, source_line: 'Another', type: 'document' });
      const later = await findHead(db, chain);
      assert.ok(later.number > number);
      const cut = await onlyForNow(db, (forging) => cutOff(forging, chain, number));
      assert.deepEqual(cut.findings, []);
      assert.match(cut.not_covered.join('\n'), /cut off at its end, together with the rows/);
      const { findings } = await onlyForNow(db, (forging) => cutOff(forging, chain, number), later.hash);
      assert.match(findings.join('\n'), /^No entry of this log has that hash/);
      assert.deepEqual((await verifyAll(desk.ada, hash)).findings, []);
    },
  );
});

async function deskId(db: Db): Promise<string> {
  const { id } = await db.selectFrom('desk').select('id').executeTakeFirstOrThrow();
  return id;
}
