// One thing done to several claims: each by itself, with an entry of its own, and what was refused is said.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { workTogether } from '#src/claims/marking/together-commands.ts';
import { getClaim } from '#src/claims/store.ts';
import { Forbidden, NotFound } from '#src/errors.ts';
import { closeClaim } from '#src/reviews/second-read/commands.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import {
  type Newsroom,
  type NewsroomDesk,
  openNewsroom,
  type PersonName,
  startNewsroom,
} from '#tests/support/newsroom.ts';
import { type Ferry, judge, mark, takeFerryIn } from '../workbench/support.ts';

const WORDS = ['seven passengers', '240 people', 'aground'];

/** Three claims: the first is done, the others are open. */
async function ferryWithClaims(newsroom: Newsroom): Promise<Ferry> {
  const ferry = await takeFerryIn(newsroom);
  for (const words of WORDS) await mark(newsroom, ferry, 2, words);
  await judge(newsroom, ferry, 1, 'ok');
  const { revision } = await getClaim(newsroom.db, ferry, { number: 1 });
  await closeClaim(newsroom.ctxOf('cleo'), ferry.id, { number: 1, revision });
  return ferry;
}

onEachEngine((engine) => {
  let newsroom: Newsroom;
  let ferry: Ferry;
  before(async () => {
    newsroom = await openNewsroom(engine);
    ferry = await ferryWithClaims(newsroom);
  });

  const work = (name: PersonName, input: object) =>
    workTogether(newsroom.ctxOf(name), ferry.id, {
      claims: [1, 2, 3],
      assignee_id: null,
      reason: '',
      deed: 'star',
      ...input,
    });
  const events = async (verb: string) => {
    const rows = newsroom.db
      .selectFrom('log')
      .select('subject')
      .where('verb', '=', verb as never);
    return (await rows.execute()).length;
  };

  test('claims are assigned but for the one that is done; the same again changes nothing', async () => {
    const { id } = newsroom.persons.cleo;
    const outcome = await work('ada', { deed: 'assign', assignee_id: id });
    assert.deepEqual([outcome.done, outcome.refused.map(({ number }) => number)], [[2, 3], [1]]);
    assert.match(outcome.refused[0]?.why ?? '', /It is done/);
    assert.equal((await getClaim(newsroom.db, ferry, { number: 2 })).assignee_id, id);
    assert.equal(await events('claim.assigned'), 2);
    const again = await work('ada', { deed: 'assign', assignee_id: id, claims: [2, 3] });
    assert.deepEqual([again.done, again.unchanged], [[], [2, 3]]);
    assert.equal(await events('claim.assigned'), 2);
  });

  engine.rule('claims are starred, and dropped with a reason, each on record', async () => {
    assert.deepEqual((await work('ben', { deed: 'star', claims: [2, 3] })).done, [2, 3]);
    assert.deepEqual((await work('ben', { deed: 'unstar', claims: [3] })).done, [3]);
    assert.equal(await events('claim.key_changed'), 3);
    await assert.rejects(work('ben', { deed: 'drop' }), { name: 'RuleBroken', field: 'reason' });
    const { done } = await work('ben', { deed: 'drop', reason: 'The passage was cut.', claims: [3] });
    assert.deepEqual([done, await events('claim.withdrawn')], [[3], 1]);
  });

  engine.rule('as a whole it is refused for guests, strangers, claims of nowhere, and people of nowhere', async () => {
    await assert.rejects(work('dina', {}), Forbidden);
    await assert.rejects(work('emil', {}), NotFound);
    await assert.rejects(work('ben', { claims: [2, 99] }), NotFound);
    await assert.rejects(work('ben', { claims: [] }), { name: 'RuleBroken', field: 'claims' });
    const { id } = newsroom.persons.emil;
    await assert.rejects(work('ben', { deed: 'assign', assignee_id: id }), {
      name: 'RuleBroken',
      field: 'assignee_id',
    });
    assert.equal((await getClaim(newsroom.db, ferry, { number: 2 })).is_key, 1);
  });
});

describe('by the table of claims', () => {
  let desk: NewsroomDesk;
  let ferry: Ferry;
  before(async () => {
    desk = await startNewsroom();
    ferry = await ferryWithClaims(desk);
  });
  after(() => desk.close());

  test('Ben narrows it, ticks, and reads what was refused and why; the list stays as he narrowed it', async () => {
    const ben = await desk.visitor('ben');
    await ben.visit(`${ferry.path}/claim-list?list=mine&q=O`);
    assert.match(ben.text(), /2 claims of 3/);
    await ben.tick('Claim 2').tick('Claim 3').choose('Do', 'Assign to …').choose('To whom', 'Cleo Rahimi');
    await ben.press('Change ticked claims');
    assert.equal(ben.notice(), '2 claims are assigned.');
    assert.equal(ben.path, `${ferry.path}/claim-list?q=O&list=mine`);
    assert.match(ben.text(), /No claim is like that/);
    await ben.visit(`${ferry.path}/claim-list`);
    await ben.tick('Claim 2').press('Change ticked claims');
    assert.match(ben.text(), /Choose an action\./);
    await ben.tick('Claim 2').choose('Do', 'Assign to …').choose('To whom', 'Nobody').press('Change ticked claims');
    assert.equal(ben.notice(), '1 claim is unassigned.');
    await ben.tick('Claim 1').tick('Claim 2').choose('Do', 'Assign to …').choose('To whom', 'Ada Lind');
    await ben.press('Change ticked claims');
    assert.match(ben.text(), /1 claim is assigned\. One was refused\. Claim 1 ?: It is done/);
    assert.equal(ben.all('input[name="claims"][checked]').length, 1);
  });
});
