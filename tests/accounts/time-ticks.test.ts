// Where an axis says its times: full ones, a few of them, whatever stretch they lie in.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { timeTicks } from '#src/accounts/plots/time-ticks.ts';

function said(first: string, last: string, count = 5): string[] {
  return timeTicks(Date.parse(first), Date.parse(last), count).map((at) => new Date(at).toISOString());
}

for (const [what, first, last, wanted] of [
  ['an hour', '2026-03-01T09:58Z', '2026-03-01T10:42Z', ['10:00', '10:15', '10:30']],
  ['an evening', '2026-03-01T16:10Z', '2026-03-01T20:50Z', ['17:00', '18:00', '19:00', '20:00']],
] as const)
  test(`full hours and quarters of ${what}`, () => {
    assert.deepEqual(
      said(first, last, 4).map((at) => at.slice(11, 16)),
      wanted,
    );
  });

for (const [what, first, last, wanted] of [
  ['days of a week', '2026-03-01T20:00Z', '2026-03-06T02:00Z', ['03-02', '03-03', '03-04', '03-05', '03-06']],
  ['Mondays of a month', '2026-03-01', '2026-03-28', ['03-02', '03-09', '03-16', '03-23']],
  ['months of half a year', '2025-12-20', '2026-05-20', ['01-01', '02-01', '03-01', '04-01', '05-01']],
  ['quarters of a year', '2025-12-20', '2026-11-20', ['01-01', '04-01', '07-01', '10-01']],
] as const)
  test(`full ${what}`, () => {
    assert.deepEqual(
      said(first, last).map((at) => at.slice(5, 10)),
      wanted,
    );
  });

test('full years, also of centuries', () => {
  const years = (first: string, last: string) => said(first, last).map((at) => at.slice(0, 4));
  assert.deepEqual(years('2020-03-01', '2026-03-01'), ['2021', '2022', '2023', '2024', '2025', '2026']);
  assert.deepEqual(years('1402-05-01', '2026-03-01'), ['1500', '1600', '1700', '1800', '1900', '2000']);
});
