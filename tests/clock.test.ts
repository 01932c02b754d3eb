// The clock that is set forward and back: what notices it, and by which time old things are swept meanwhile.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Clocks, JumpWatch, SweepClock, sayLength } from '#src/clock.ts';

const NOON = Date.parse('2026-03-14T12:00:00.000Z');
const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];

/** A machine whose time passes and whose clock is set as a test says. */
function machine() {
  const now = { wall: NOON, passed: 500_000 };
  const clocks: Clocks = { wall: () => now.wall, passed: () => now.passed };
  return {
    clocks,
    wait: (milliseconds: number) => {
      now.wall += milliseconds;
      now.passed += milliseconds;
    },
    set: (milliseconds: number) => {
      now.wall += milliseconds;
    },
    wall: () => new Date(now.wall).toISOString(),
    before: (milliseconds: number) => new Date(now.wall - milliseconds).toISOString(),
  };
}

test('time that passes is no jump, neither are small corrections; what was set is told once', () => {
  const desk = machine();
  const watch = new JumpWatch(desk.clocks);
  desk.wait(3 * DAY);
  assert.equal(watch.look(), 0);
  for (let corrections = 0; corrections < 100; corrections += 1) {
    desk.set(30_000);
    assert.equal(watch.look(), 0);
  }
  desk.set(2 * DAY);
  assert.equal(watch.look(), 2 * DAY);
  assert.equal(watch.look(), 0);
  desk.wait(HOUR);
  desk.set(-3 * HOUR);
  assert.equal(watch.look(), -3 * HOUR);
});

test('a desk that runs is swept by its clock', () => {
  const desk = machine();
  const sweep = new SweepClock(NOON - 20_000, desk.clocks);
  assert.equal(sweep.now(), desk.wall());
  desk.wait(30 * HOUR);
  assert.equal(new SweepClock(null, desk.clocks).now(), desk.wall(), 'an empty desk has nothing to lose');
});

test('a clock set forward makes nothing old for a day, then it is believed', () => {
  const desk = machine();
  const sweep = new SweepClock(NOON, desk.clocks);
  desk.wait(HOUR);
  sweep.now();
  desk.set(2 * DAY);
  assert.equal(sweep.now(), desk.before(2 * DAY));
  for (let hours = 0; hours < 23; hours += 1) {
    desk.wait(HOUR);
    assert.equal(sweep.now(), desk.before(2 * DAY), `after ${hours + 1} hours`);
  }
  desk.wait(2 * HOUR);
  assert.equal(sweep.now(), desk.wall());
  desk.wait(HOUR);
  assert.equal(sweep.now(), desk.wall());
});

test('a desk that starts under a clock days ahead of its newest entry sweeps by that entry', () => {
  const desk = machine();
  const sweep = new SweepClock(NOON - 3 * DAY, desk.clocks);
  assert.equal(sweep.now(), desk.before(3 * DAY));
  desk.wait(5 * HOUR);
  assert.equal(sweep.now(), desk.before(3 * DAY));
  desk.wait(20 * HOUR);
  assert.equal(sweep.now(), desk.wall());
});

test('a clock set back is followed, and set right again it makes nothing old at once', () => {
  const desk = machine();
  const sweep = new SweepClock(NOON, desk.clocks);
  desk.set(-DAY);
  assert.equal(sweep.now(), desk.wall());
  desk.wait(10 * MINUTE);
  assert.equal(sweep.now(), desk.wall());
  desk.set(DAY);
  assert.equal(sweep.now(), desk.before(DAY));
});

test('lengths are said in the largest unit that has two of it', () => {
  const said = [1, 61, 90 * 60, 119 * 60, 3 * 3600, 47 * 3600, 2 * 86_400, 400 * 86_400].map((seconds) =>
    sayLength(seconds * 1000),
  );
  assert.deepEqual(said, [
    '1 minute',
    '1 minute',
    '90 minutes',
    '119 minutes',
    '3 hours',
    '47 hours',
    '2 days',
    '400 days',
  ]);
});
