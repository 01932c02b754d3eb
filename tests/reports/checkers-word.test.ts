// A claim or a tick with nothing under it says so to every reader, in every format.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { tickWords } from '#src/claims/coverage/tick-commands.ts';
import { markClaim } from '#src/claims/marking/commands.ts';
import { setVerdicts } from '#src/claims/marking/verdict-commands.ts';
import { getClaim } from '#src/claims/store.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { removeEvidence } from '#src/evidence/commands.ts';
import { listVerdicts } from '#src/people/verdict-store.ts';
import { closeClaim } from '#src/reviews/second-read/commands.ts';
import { strikeAt } from '#tests/reviews/support.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import { namePeople } from './named.ts';

describe('what has nothing under it', () => {
  let desk: NewsroomDesk;
  let id: string;
  before(async () => {
    desk = await startNewsroom();
    await namePeople(desk);
    ({ id } = await strikeAt(desk));
    const [ben, cleo] = [desk.ctxOf('ben'), desk.ctxOf('cleo')];
    const ok = (await listVerdicts(desk.db, desk.desks.foreign.id)).find((one) => one.meaning === 'ok')?.id;
    await markClaim(ben, id, { selection: { sentence: 4, words: '16 cranes' } });
    await markClaim(ben, id, { selection: { sentence: 4, words: '6 stood still' } });
    await markClaim(ben, id, { selection: { sentence: 6, words: 'Talks go on' } });
    await addEvidence(ben, id, { number: 3, source_line: 'Port list, page 1' });
    const off = await addEvidence(ben, id, { number: 4, source_line: 'Port list, page 2' });
    await removeEvidence(ben, id, { number: 4, evidence_id: off.id, reason: 'the wrong list' });
    await addEvidence(ben, id, { number: 5, source_line: 'A delegate', is_confidential: true });
    for (const number of [3, 4, 5]) {
      const at = async () => ({ number, revision: (await getClaim(desk.db, { id }, { number })).revision });
      await setVerdicts(ben, id, { ...(await at()), content_verdict: ok });
      if (number !== 5) await closeClaim(cleo, id, await at());
    }
    await tickWords(ben, id, { selection: { sentence: 5, words: 'Ina Vold' }, note: 'her card' });
    await tickWords(ben, id, { selection: { sentence: 2, words: 'Tuesday' }, note: '' });
  });
  after(() => desk.close());

  test('a claim whose evidence was taken off is on the checker’s word; one with a source is not', async () => {
    const dina = await desk.visitor('dina');
    const { findings, ticks } = (await dina.visit('/articles/1/report.json')).json() as {
      findings: { number: number; on_checkers_word: boolean }[];
      ticks: { words: string; note: string; on_checkers_word: boolean; by: string }[];
    };
    const words = new Map(findings.map((one) => [one.number, one.on_checkers_word]));
    assert.deepEqual([words.get(3), words.get(4), words.get(1)], [false, true, false]);
    assert.deepEqual(
      ticks.map((tick) => [tick.words, tick.note, tick.on_checkers_word, tick.by]),
      [
        ['Tuesday', '', true, 'BO'],
        ['Ina Vold', 'her card', false, 'BO'],
      ],
    );
  });

  test('page, file and tables say it in the same words, to guests and reviewers alike', async () => {
    for (const name of ['dina', 'ben'] as const) {
      const visitor = await desk.visitor(name);
      for (const path of ['/articles/1/report', '/articles/1/report.html']) {
        await visitor.visit(path);
        assert.match(visitor.text(), /6 stood still · on the checker’s word · Ben Okafor, Cleo Rahimi/);
        assert.match(visitor.text(), /16 cranes · Port list, page 1 · Ben Okafor, Cleo Rahimi/);
        assert.match(visitor.text(), /Ticked as right.*Tuesday on the checker’s word · BO.*Ina Vold her card · BO/);
      }
      const [head = '', ...rows] = (await visitor.visit('/articles/1/report.csv')).body.trim().split('\r\n');
      const at = head.split(',').indexOf('on_checkers_word') - head.split(',').length;
      assert.deepEqual(
        rows.filter((row) => row.split(',').at(at) === 'yes').map((row) => row.split(',')[0]),
        ['4'],
      );
      await visitor.visit('/articles/1/report.csv?table=ticks');
      assert.match(visitor.body, /2,Tuesday,,yes,BO,/);
    }
  });

  test('in the list for initials one confidential source is not ticked, and a guest reads only that there is one', async () => {
    const [dina, cleo] = [await desk.visitor('dina'), await desk.visitor('cleo')];
    await dina.visit('/articles/1/second-read');
    const list = /<section class="card" id="together".*?<\/section>/s.exec(dina.body)?.[0] ?? '';
    assert.match(list, /Talks go on.*a confidential source/s);
    assert.doesNotMatch(list, /Source A|checker’s word/);
    assert.doesNotMatch(dina.text(), /delegate/);
    await cleo.visit('/articles/1/second-read');
    assert.match(cleo.text(), /A delegate/);
    assert.notEqual(cleo.value(/^5, Talks go on/), 'ticked');
    assert.match(cleo.text(), /Not ticked: it rests on one source, and that is confidential/);
  });
});
