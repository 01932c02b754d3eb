// What a transaction reads of the rows that it stores, and what its entry says of them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { transact } from '#src/context.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { behindTheLog } from '#tests/support/held.ts';
import { openNewsroom } from '#tests/support/newsroom.ts';

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
});
