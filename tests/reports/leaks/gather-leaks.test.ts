// What of the public report a person is told to mend: by those named in a record, and by those who are not.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { getArticle } from '#src/articles/store.ts';
import { changeClaimDetails } from '#src/claims/marking/details-commands.ts';
import { getClaim } from '#src/claims/store.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { gatherLeaks } from '#src/reports/leaks/gather-leaks.ts';
import { writeIdentity } from '#src/sources/identity/commands.ts';
import { onSqlite } from '#tests/support/engines.ts';
import type { Newsroom } from '#tests/support/newsroom.ts';
import { HALF_CHECKED } from '../half-checked.ts';

async function told(newsroom: Newsroom, who: 'ada' | 'ben' | 'cleo', id: string) {
  const ctx = newsroom.ctxOf(who);
  return gatherLeaks(ctx, await getArticle(ctx, id));
}

onSqlite((engine) => {
  it('a name that stands in a record alone is told to whom the record names, to others not', async () => {
    const newsroom = await HALF_CHECKED.open(engine);
    const { id } = newsroom;
    const cleo = newsroom.ctxOf('cleo');
    const use = await addEvidence(cleo, id, {
      number: 8,
      source_line: 'A clerk of the port',
      is_confidential: true,
      alias: 'an official',
    });
    await writeIdentity(cleo, use.source.number, { identity: 'Ottoline Pemberwick, 0700 555 123', readers: [] });
    assert.deepEqual(await told(newsroom, 'ada', id), []);
    const { revision } = await getClaim(newsroom.db, { id }, { number: 8 });
    const details = { kind: 'event', assignee_id: null, due_at: null } as const;
    await changeClaimDetails(cleo, id, { number: 8, revision, ...details, statement: 'Pemberwick calls it quiet.' });

    const [outside, ...none] = await told(newsroom, 'ada', id);
    assert.equal(outside?.label, 'Something in an identity record is also in the report: ask Cleo Rahimi');
    assert.deepEqual([none, outside?.said, outside?.places], [[], '', []]);
    assert.doesNotMatch(JSON.stringify(outside), /Pemberwick|claim|statement/i);

    const [named] = await told(newsroom, 'cleo', id);
    assert.deepEqual([named?.said, named?.places.map(({ place }) => place)], ['Pemberwick', ['Claim 8, statement']]);

    const looks = await newsroom.db
      .selectFrom('log')
      .select(['actor'])
      .where('verb', '=', 'identity.compared')
      .execute();
    assert.deepEqual(
      looks.map(({ actor }) => actor),
      ['operator', 'operator', 'operator'],
      'before it stood there, when it did, and for her whom it names: its words are not kept in memory',
    );
    const reads = await newsroom.db.selectFrom('log').select('number').where('verb', '=', 'identity.read').execute();
    assert.deepEqual(reads, []);
  });
});
