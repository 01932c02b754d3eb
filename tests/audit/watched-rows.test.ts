// What a transaction reads of the rows that it stores, and what its entry says of them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { verifyAll } from '#src/cli/verification.ts';
import { transact } from '#src/context.ts';
import { changePreferences } from '#src/people/me/commands.ts';
import { getSource } from '#src/sources/card/store.ts';
import { changeSource } from '#src/sources/change-commands.ts';
import { addSource } from '#src/sources/commands.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { behindTheLog } from '#tests/support/held.ts';
import { openNewsroom } from '#tests/support/newsroom.ts';
import { run } from './forgery.ts';
import { openRealDesk } from './real-desk.ts';

onEachEngine((engine) => {
  test('a statement brings back what the log keeps a hash of, and no password or text', async () => {
    const { ctxOf, persons } = await openNewsroom(engine);
    const ctx = ctxOf('ben');
    behindTheLog(ctx.db);
    const row = await transact(ctx, (ctx) =>
      ctx.db
        .updateTable('person')
        .set({ display_name: 'Ben O.' })
        .where('id', '=', persons.ben.id)
        .returning('theme')
        .executeTakeFirstOrThrow(),
    );
    const read = ['created_at', 'disabled_at', 'display_name', 'email', 'id', 'initials', 'is_administrator', 'number'];
    assert.deepEqual(Object.keys(row).sort(), [...read, 'theme']);
  });

  test('a row is entered as it was given, and holds where half a letter of it came to be the sign for none', async () => {
    const db = await engine.open();
    const { ben, slug } = await openRealDesk(db);
    const { source } = await addSource(ben, { desk: slug, source_line: 'Letter \ud83d of May', type: 'document' });
    const kept = await getSource(ben, source.number);
    assert.equal(kept.title, 'Letter \ufffd of May');
    await changeSource(ben, source.number, { ...kept, interest: 'wants \udf00 out' });
    assert.deepEqual((await verifyAll(ben)).findings, []);
  });

  engine.rule('a right that was forged stays found after the person saves a new name, and again', async () => {
    const db = await engine.open();
    const { ben } = await openRealDesk(behindTheLog(db));
    await run('update person set is_administrator = 1 where number = 2')(db);
    for (const display_name of ['Ben O.', 'Ben Okafor']) {
      await changePreferences(ben, { display_name, theme: 'dark', letter_keys: false });
      const { findings } = await verifyAll(ben);
      assert.equal(findings.length, 1, findings.join('\n'));
      assert.match(findings.join('\n'), /was changed behind the log’s back, in is_administrator: /);
    }
    await run(`update person set display_name = 'Ada' where number = 2`)(db);
    assert.match((await verifyAll(ben)).findings.join('\n'), /in is_administrator: .*\n.* in display_name: /);
  });

  test('a row that nobody entered is not entered by a change of it', async () => {
    const db = await engine.open();
    const { ben, slug } = await openRealDesk(behindTheLog(db));
    const { source } = await addSource(ben, { desk: slug, source_line: 'Letter', type: 'document' });
    const row = await db.selectFrom('source').selectAll().executeTakeFirstOrThrow();
    const id = '00000000-0000-7000-8000-000000000000';
    await db
      .insertInto('source')
      .values({ ...row, id, number: source.number + 1 })
      .execute();
    await changeSource(ben, source.number + 1, { ...(await getSource(ben, source.number + 1)), title: 'Another' });
    const { findings } = await verifyAll(ben);
    assert.equal(findings.length, 1, findings.join('\n'));
    assert.match(findings.join('\n'), /^Source 2 was never entered in the log/);
  });
});
