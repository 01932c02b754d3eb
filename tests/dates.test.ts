// Local times, their zones and what is said about them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayEnd, isLocalDate, isLocalTime, later, localOf, sayDate, sayTime, sayWhole, utcOf } from '#src/dates.ts';

test('a local time becomes UTC and comes back as it was typed', () => {
  for (const [local, zone, utc] of [
    ['2026-03-12T18:00', 'Europe/Lisbon', '2026-03-12T18:00:00.000Z'],
    ['2026-07-12T18:00', 'Europe/Lisbon', '2026-07-12T17:00:00.000Z'],
    ['2011-05-07T14:02', 'Asia/Kabul', '2011-05-07T09:32:00.000Z'],
    ['2026-01-01T00:30', 'Pacific/Kiritimati', '2025-12-31T10:30:00.000Z'],
    ['2026-01-01T00:30', 'America/Los_Angeles', '2026-01-01T08:30:00.000Z'],
    ['1895-06-01T12:00', 'Europe/Paris', '1895-06-01T11:50:39.000Z'],
  ] as const) {
    assert.equal(utcOf(local, zone), utc, `${local} ${zone}`);
    assert.equal(localOf(utc, zone), local);
  }
});

test('an hour that the clocks left out is no time, and one they showed twice is the earlier one', () => {
  assert.equal(utcOf('2026-03-29T02:30', 'Europe/Berlin'), undefined);
  assert.equal(utcOf('2011-12-30T12:00', 'Pacific/Apia'), undefined);
  assert.equal(utcOf('2026-10-25T02:30', 'Europe/Berlin'), '2026-10-25T00:30:00.000Z');
  assert.equal(utcOf('2026-10-04T02:15', 'Australia/Lord_Howe'), undefined);
});

test('every hour of a year in zones with summer time is found again', () => {
  for (const zone of ['Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe', 'UTC']) {
    for (let hour = 0; hour < 8760; hour += 7) {
      const local = localOf(new Date(Date.UTC(2026, 0, 1, hour)).toISOString(), zone);
      assert.equal(localOf(utcOf(local, zone) as string, zone), local);
    }
  }
});

test('days that no calendar has are not taken', () => {
  assert.ok(isLocalDate('2024-02-29'));
  for (const no of ['2026-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-3-1', '12 March', '', '0001-01-01'])
    assert.ok(!isLocalDate(no), no);
  assert.ok(isLocalTime('2026-03-12T00:00'));
  for (const no of ['2026-03-12T24:00', '2026-03-12T12:60', '2026-02-30T10:00', '2026-03-12 10:00', '2026-03-12'])
    assert.ok(!isLocalTime(no), no);
});

test('near times are said by the day, far ones by their date', () => {
  const now = '2026-03-12T17:10:00.000Z';
  const say = (iso: string) => sayTime(iso, 'Europe/Lisbon', now);
  assert.equal(say('2026-03-12T18:00:00.000Z'), 'today 18:00');
  assert.equal(say('2026-03-13T09:00:00.000Z'), 'tomorrow 09:00');
  assert.equal(say('2026-03-11T16:40:00.000Z'), 'yesterday 16:40');
  assert.equal(say('2026-03-16T18:00:00.000Z'), 'Mon 18:00');
  assert.equal(say('2026-03-19T18:00:00.000Z'), '19 March, 18:00');
  assert.equal(say('2026-03-02T16:40:00.000Z'), '2 March, 16:40');
  assert.equal(say('2025-12-31T16:40:00.000Z'), '31 December 2025, 16:40');
});

test('today is the day of the zone, not of UTC', () => {
  assert.equal(sayTime('2026-03-12T22:00:00.000Z', 'Asia/Kabul', '2026-03-12T20:00:00.000Z'), 'today 02:30');
  assert.equal(sayTime('2026-03-12T18:00:00.000Z', 'Asia/Kabul', '2026-03-12T20:00:00.000Z'), 'yesterday 22:30');
});

test('dates are said in full', () => {
  assert.equal(sayDate('2011-05-07'), '7 May 2011');
  assert.equal(sayDate('2011-05-07T14:02'), '7 May 2011, 14:02');
  assert.equal(sayWhole('2011-05-07T09:32:00.000Z', 'Asia/Kabul'), '7 May 2011, 14:02');
});

test('a day ends a millisecond before the next one begins there, on days with 23 hours too', () => {
  assert.equal(dayEnd('2026-03-12T17:10:00.000Z', 'Asia/Kabul'), '2026-03-12T19:29:59.999Z');
  assert.equal(dayEnd('2026-03-12T19:30:00.000Z', 'Asia/Kabul'), '2026-03-13T19:29:59.999Z');
  assert.equal(dayEnd('2026-03-29T00:30:00.000Z', 'Europe/Copenhagen'), '2026-03-29T21:59:59.999Z');
  // In Santiago clocks go from 24:00 to 01:00 when summer begins.
  assert.equal(dayEnd('2026-09-05T20:00:00.000Z', 'America/Santiago'), '2026-09-06T03:59:59.999Z');
});

test('a moment is so long after another, or before it', () => {
  assert.equal(later('2026-02-28T23:59:59.500Z', 1_000), '2026-03-01T00:00:00.500Z');
  assert.equal(later('2026-03-01T00:00:00.500Z', -1_000), '2026-02-28T23:59:59.500Z');
});

test('each minute around a change of the clocks is what a clock there shows, whichever was asked for before', () => {
  const changes = [
    ['Europe/Berlin', '2026-03-29T01:00:00.000Z'],
    ['Australia/Lord_Howe', '2026-10-03T15:30:00.000Z'],
    ['Pacific/Apia', '2011-12-30T10:00:00.000Z'],
    ['America/Caracas', '2016-05-01T07:00:00.000Z'],
    ['Africa/Monrovia', '1972-01-07T00:44:30.000Z'],
  ] as const;
  for (const [zone, change] of changes) {
    const minutes = Array.from({ length: 181 }, (_, index) => later(change, (index - 90) * 60_000));
    for (const moment of [...minutes, ...minutes.reverse(), ...minutes])
      assert.equal(localOf(moment, zone), shownIn(zone, moment), `${zone} ${moment}`);
  }
});

function shownIn(zone: string, moment: string): string {
  const parts = { dateStyle: 'short', timeStyle: 'short' } as const;
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, ...parts });
  return clock.format(Date.parse(moment)).replace(' ', 'T');
}
