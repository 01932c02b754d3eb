// What somebody asked the desk to do is theirs to look at, until they are only a guest there.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addSource } from '#src/sources/commands.ts';
import { askForCapture } from '#src/sources/snapshots/capture-commands.ts';
import { startNewsroom } from '#tests/support/newsroom.ts';

test('Ben follows a capture that he asked for; as a guest he finds it no more, and its title never names the source', async (t) => {
  const desk = await startNewsroom();
  t.after(() => desk.close());
  const ctx = desk.ctxOf('ben');
  const line = 'https://vault.saffron.example/ledger';
  const { source } = await addSource(ctx, { desk: desk.desks.foreign.slug, source_line: line });
  const id = await askForCapture(ctx, source.number);
  const ben = await desk.visitor('ben');
  await ben.visit(`/jobs/${id}`);
  assert.match(ben.text(), /Saving a copy of source 1/);
  assert.doesNotMatch(ben.text(), /saffron/);
  await desk.db.updateTable('membership').set({ role: 'guest' }).where('person_id', '=', desk.persons.ben.id).execute();
  assert.equal((await ben.visit(`/jobs/${id}`)).status, 404);
});
