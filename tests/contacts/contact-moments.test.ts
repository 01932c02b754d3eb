// The moments that the words of a contact mean, and which party of the article a name means.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { untilSaid } from '#src/contacts/contacts/contact.ts';
import { partyNamed } from '#src/contacts/contacts/party-named.ts';
import { momentAwaited, momentDone } from '#src/contacts/times/moment.ts';

/** Saturday, 20:30 at the desk, which lies four and a half hours east of Greenwich. */
const CLOCK = { now: '2026-03-14T16:00:00.000Z', time_zone: 'Asia/Kabul' };

function done(words: string): string | null {
  return momentDone(words, CLOCK);
}

function awaited(words: string, from = CLOCK.now): string | null {
  return momentAwaited(words, { ...CLOCK, from });
}

describe('when somebody was asked', () => {
  test('an hour is today’s, or yesterday’s where today’s has not come', () => {
    assert.equal(done('15:40'), '2026-03-14T11:10:00.000Z');
    assert.equal(done('3.40 p.m.'), '2026-03-14T11:10:00.000Z');
    assert.equal(done('1540 hrs'), '2026-03-14T11:10:00.000Z');
    assert.equal(done('23:50'), '2026-03-13T19:20:00.000Z');
    assert.equal(done('21:00'), '2026-03-14T16:30:00.000Z', 'noted a little before it is made');
  });

  test('a day that is named is that day, whatever the clock says', () => {
    assert.equal(done('yesterday 9am'), '2026-03-13T04:30:00.000Z');
    assert.equal(done('12 March at noon'), '2026-03-12T07:30:00.000Z');
    assert.equal(done('14 March 2026, 20:30'), '2026-03-14T16:00:00.000Z');
    assert.equal(done('last Friday 10:00'), '2026-03-13T05:30:00.000Z');
    assert.equal(done('14.03.2026 10:00'), '2026-03-14T05:30:00.000Z');
    assert.equal(done('31 December 10:00'), '2025-12-31T05:30:00.000Z');
  });

  test('a zone that is named is that zone; one that may be several is left', () => {
    assert.equal(done('15:40 UTC'), '2026-03-14T15:40:00.000Z');
    assert.equal(done('15:40 CET'), '2026-03-14T14:40:00.000Z');
    assert.equal(done('10:00 CST'), null);
  });

  test('words that name no hour, two hours, or two days mean no moment', () => {
    for (const words of [
      '',
      'Friday evening',
      '15:40 or 16:00',
      '3/4/2026 10:00',
      '31 April 10:00',
      '25:00',
      '9'.repeat(99),
    ])
      assert.equal(done(words), null, words);
  });

  test('an hour that clocks left out is none', () => {
    const clock = { now: '2026-03-29T12:00:00.000Z', time_zone: 'Europe/Copenhagen' };
    assert.equal(momentDone('29 March 2026, 02:30', clock), null);
  });
});

describe('until when they may answer', () => {
  test('an hour is the next one after they were asked', () => {
    assert.equal(awaited('21:00'), '2026-03-14T16:30:00.000Z');
    assert.equal(awaited('by 9pm'), '2026-03-14T16:30:00.000Z');
    assert.equal(awaited('17:00'), '2026-03-15T12:30:00.000Z');
    assert.equal(awaited('17:00', '2026-03-14T11:10:00.000Z'), '2026-03-14T12:30:00.000Z', 'noted when it had passed');
  });

  test('a span is counted from when they were asked', () => {
    assert.equal(awaited('in 40 minutes'), '2026-03-14T16:40:00.000Z');
    assert.equal(awaited('within two and a half hours'), '2026-03-14T18:30:00.000Z');
    assert.equal(awaited('half an hour'), '2026-03-14T16:30:00.000Z');
  });

  test('a day without an hour lasts to its end', () => {
    assert.equal(awaited('tomorrow'), '2026-03-15T19:29:00.000Z');
    assert.equal(awaited('Monday'), '2026-03-16T19:29:00.000Z');
    assert.equal(awaited('end of day'), '2026-03-14T19:29:00.000Z');
    assert.equal(awaited('asap'), null);
  });

  test('it is said with its moment for as long as somebody waits, and that it passed', () => {
    const contact = { until: '2026-03-14T16:40:00.000Z', until_words: '21:10', outcome: null, withdrawn_at: null };
    assert.deepEqual(untilSaid(contact, CLOCK), { words: '21:10', at: contact.until, is_past: false });
    const later = { ...CLOCK, now: '2026-03-14T17:00:00.000Z' };
    assert.deepEqual(untilSaid(contact, later), { words: '21:10', at: contact.until, is_past: true });
    assert.equal(untilSaid({ ...contact, outcome: 'answered' }, later)?.at, null);
    assert.equal(untilSaid({ ...contact, until: null, until_words: 'asap' }, CLOCK)?.words, 'asap');
    assert.equal(untilSaid({ ...contact, until: null, until_words: '' }, CLOCK), null);
  });
});

test('a name means the party of that name, of a part between commas, or the only one of that last word', () => {
  const parties = ['Joint Mission', 'Dovan Rezhal', 'Anvar Tesh', 'Lale Tesh'].map((name) => ({ id: name, name }));
  const found = (...lines: string[]) => partyNamed(lines, parties)?.name;
  assert.equal(found('the joint  mission'), 'Joint Mission');
  assert.equal(found('Joint Mission, press office'), 'Joint Mission');
  assert.equal(found('Major Colt', 'Joint Mission'), 'Joint Mission');
  assert.equal(found('Major Colt, Joint Mission (on duty)'), 'Joint Mission');
  assert.equal(found('Rezhal'), 'Dovan Rezhal');
  assert.equal(found('Mr Rezhal'), 'Dovan Rezhal');
  assert.equal(found('Tesh'), undefined, 'two are called so');
  assert.equal(found('Somebody else'), undefined);
  assert.equal(found('', ','), undefined);
});
