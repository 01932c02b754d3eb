// Work in steps: others have their turn in between where it is long, and only there.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mapInTurns, othersTurn } from '#src/others-turn.ts';
import { onEachEngine } from './support/engines.ts';
import { turnsDuring } from './support/turns.ts';

/** Works for so long. */
function work(milliseconds: number): void {
  for (const end = performance.now() + milliseconds; performance.now() < end; );
}

test('short work is done in one go', async () => {
  assert.deepEqual(await mapInTurns([1, 2, 3], (one) => one * 2), [2, 4, 6]);
  assert.equal(await turnsDuring(() => mapInTurns([1, 2, 3], (one) => one * 2)), 0);
});

test('long work lets others have their turn, and gives the same', async () => {
  let made: number[] = [];
  const turns = await turnsDuring(async () => {
    made = await mapInTurns([1, 2, 3, 4, 5, 6], (one) => {
      work(15);
      return one * 2;
    });
  });
  assert.deepEqual(made, [2, 4, 6, 8, 10, 12]);
  assert.ok(turns >= 4, `${turns} turns`);
});

test('of several that work at once, one works in a turn', async () => {
  const worker = async () => {
    for (let step = 0; step < 3; step += 1) {
      await othersTurn();
      work(15);
    }
  };
  const turns = await turnsDuring(() => Promise.all([worker(), worker(), worker()]));
  assert.ok(turns >= 6, `${turns} turns`);
});

onEachEngine((engine) => {
  test('a chain of questions to the database lets others have their turn', async () => {
    const db = await engine.open();
    const turns = await turnsDuring(async () => {
      for (let time = 0; time < 6; time += 1) {
        await db.selectFrom('desk').selectAll().execute();
        work(15);
      }
    });
    assert.ok(turns >= 4, `${turns} turns`);
  });
});
