// The time of which an account speaks, as a reviewer types it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAsOf } from '#src/accounts/as-of.ts';

const CLOCK = { now: '2026-03-14T19:30:00.000Z', time_zone: 'Europe/Oslo' };

const TYPED: Record<string, string> = {
  '': '',
  now: '2026-03-14T19:30:00.000Z',
  '17:10': '2026-03-14T16:10:00.000Z',
  '17.10': '2026-03-14T16:10:00.000Z',
  '7:05': '2026-03-14T06:05:00.000Z',
  '5.10pm': '2026-03-14T16:10:00.000Z',
  'today 17:10': '2026-03-14T16:10:00.000Z',
  '17:10 today': '2026-03-14T16:10:00.000Z',
  'Yesterday 21:30': '2026-03-13T20:30:00.000Z',
  '21:30 yesterday': '2026-03-13T20:30:00.000Z',
  '23:40': '2026-03-13T22:40:00.000Z',
  '2026-03-12 08:00': '2026-03-12T07:00:00.000Z',
  '12 March 2026, 08:00': '2026-03-12T07:00:00.000Z',
  '2026-03-12': '2026-03-12',
  yesterday: '2026-03-13',
  today: '2026-03-14',
  '12 March 2026': '2026-03-12',
};

for (const [typed, stored] of Object.entries(TYPED))
  test(`“${typed}” is a time that is understood`, () => assert.equal(readAsOf(typed, CLOCK), stored));

for (const typed of ['sometime', '25:10', '2026-02-30', '2026-13-01 10:00', 'noon or midnight', '17:10 and 18:20'])
  test(`“${typed}” is not, and what to write is said`, () =>
    assert.throws(() => readAsOf(typed, CLOCK), /Write the time as 17:10, yesterday 21:30/));
