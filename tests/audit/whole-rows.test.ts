// Entries that kept one hash of each whole row stay valid, also beneath later ones that keep what was set.
// whole-row-hashes.claimdesk is a backup that the program of that day wrote: two people, an article and a source.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { verifyAll } from '#src/cli/verification.ts';
import { type Actor, systemContext } from '#src/context.ts';
import { openDatabase } from '#src/database/connect.ts';
import { restoreFrom } from '#src/database/restore.ts';
import { findPersonByEmail } from '#src/people/person-store.ts';
import { getSource } from '#src/sources/card/store.ts';
import { changeSource } from '#src/sources/change-commands.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { onlyForNow, run } from './forgery.ts';

const BACKUP = join(import.meta.dirname, 'whole-row-hashes.claimdesk');

const FORGERIES: [forge: string, said: RegExp][] = [
  [`update source set publisher = 'Nobody'`, /^Source 1 was changed .* in publisher: it is not what entry \d+ of City/],
  [`update source set title = 'Diary'`, /^Source 1 was changed .* in title: it is not what entry \d+ of City/],
  ['update person set is_administrator = 1 where number = 2', /in is_administrator: it is not what entry \d+ of Inst/],
  [`update article set title = 'Nothing'`, /^Article 1 was changed .* in title: /],
];

onEachEngine((engine) => {
  engine.rule('a desk whose entries hashed whole rows holds, before and after its rows are changed', async (t) => {
    const { db, close } = await openDatabase(await engine.bareConfig());
    t.after(close);
    await restoreFrom(db, BACKUP);
    assert.deepEqual((await verifyAll(systemContext(db))).findings, []);
    const ben = await findPersonByEmail(db, 'ben@newsroom.example');
    const actor: Actor = { kind: 'person', id: ben?.id ?? '', display_name: 'Ben Okafor', is_administrator: false };
    const ctx = { ...systemContext(db), actor };
    for (const title of ['Letter of March', 'Letter of April'])
      await changeSource(ctx, 1, { ...(await getSource(ctx, 1)), title });
    assert.deepEqual((await verifyAll(ctx)).findings, []);
    for (const [forge, said] of FORGERIES) {
      const { findings } = await onlyForNow(db, run(forge));
      assert.equal(findings.length, 1, findings.join('\n'));
      assert.match(findings.join('\n'), said);
    }
  });
});
