// What is sent twice, from the same page: the answer is the page with a sentence, never a refusal.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { closeClaim } from '#src/reviews/second-read/commands.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import type { Visitor } from '#tests/support/visitor.ts';
import { type Ferry, judge, mark, SENTENCES, takeFerryIn } from './support.ts';

describe('the same thing sent twice', () => {
  let desk: NewsroomDesk;
  let ben: Visitor;
  let cleo: Visitor;
  let ferry: Ferry;
  let claim: string;
  before(async () => {
    desk = await startNewsroom();
    ben = await desk.visitor('ben');
    cleo = await desk.visitor('cleo');
  });
  beforeEach(async () => {
    ferry = await takeFerryIn(desk);
    await mark(desk, ferry, SENTENCES.ran_aground, 'at least seven passengers drowned');
    claim = `${ferry.path}/claims/1`;
  });
  after(() => desk.close());

  async function sendTwice(visitor: Visitor, noun: string, fields: Record<string, string>): Promise<string> {
    await visitor.send(`${claim}/${noun}`, fields);
    const first = visitor.notice();
    await visitor.send(`${claim}/${noun}`, fields);
    assert.deepEqual([visitor.status, visitor.path], [200, claim]);
    assert.notEqual(visitor.notice(), first);
    return visitor.notice();
  }

  test('a claim that is sent back twice was back already', async () => {
    await judge(desk, ferry, 1, 'wrong');
    await cleo.visit(claim);
    const revision = cleo.all('input[name=revision]')[0]?.getAttribute('value') as string;
    const said = await sendTwice(cleo, 'return', { revision, return_line: 'Which list?' });
    assert.equal(said, 'Claim 1 was back already. Nothing else is waiting for you here.');
    assert.ok(cleo.text().includes('Sent back: Which list?'));
  });

  test('a claim that is opened again twice was open again already', async () => {
    await judge(desk, ferry, 1, 'wrong');
    await cleo.visit(claim);
    const revision = Number(cleo.all('input[name=revision]')[0]?.getAttribute('value'));
    await closeClaim(desk.ctxOf('cleo'), ferry.id, { number: 1, revision });
    const said = await sendTwice(ben, 'reopening', { reopening_reason: 'A new list.' });
    assert.equal(said, 'Claim 1 was reopened already.');
  });

  test('a claim that is dropped twice, or brought back twice, was so already', async () => {
    const dropped = await sendTwice(ben, 'withdrawal', { withdrawal_reason: 'Cut.' });
    assert.equal(dropped, 'Claim 1 was dropped already. It can be restored from its page.');
    assert.equal(await sendTwice(ben, 'restoration', {}), 'Claim 1 was back in work already.');
  });

  test('what somebody else did first is a refusal that says how the claim stands', async () => {
    await ben.send(`${claim}/withdrawal`, { withdrawal_reason: 'Cut.' });
    await cleo.send(`${claim}/withdrawal`, { withdrawal_reason: 'Said twice.' });
    assert.equal(cleo.status, 409);
    assert.match(cleo.text(), /it is dropped/);
  });
});
