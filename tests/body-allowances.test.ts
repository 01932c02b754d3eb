// The room for what people send: it grows with the desk's limit, and small forms always find some.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Request } from 'express';
import { bodyAllowances } from '#src/body-allowances.ts';
import { needed } from '#src/item-at.ts';

/** A room of a desk with this limit, in which people enter; `gone` are those who had to give way. */
function roomOf(upload_limit: number) {
  const gone: string[] = [];
  const allowed = bodyAllowances(upload_limit);
  const enter = (name: string, bytes: number) => {
    const { room, owner } = needed(allowed({ user: { id: name }, path: '/' } as unknown as Request), 'allowance');
    const place = room.enter(owner, () => gone.push(name));
    place.take(bytes);
    return place;
  };
  return { gone, enter };
}

for (const limit of [25_000_000, 60_000_000])
  test(`two uploads at a limit of ${limit / 1_000_000} MB come in together, a third has to wait`, () => {
    const { gone, enter } = roomOf(limit);
    for (const name of ['ada', 'ben', 'cleo']) enter(name, limit + 64_000);
    assert.deepEqual(gone, ['cleo']);
  });

test('where uploads may be small only, two long articles of people who were signed out find room', () => {
  const { gone, enter } = roomOf(100_000);
  for (const name of ['ada', 'ben']) enter(name, 4_064_000);
  assert.deepEqual(gone, []);
});

test('while uploads that fill the room are stored, small forms of people find room', () => {
  const { gone, enter } = roomOf(25_000_000);
  enter('ada', 25_064_000).arrived();
  enter('ben', 25_064_000).arrived();
  enter('cleo', 1_872_000).arrived();
  for (let index = 0; index < 200; index += 1) enter(`verdict ${index}`, 19_000);
  assert.deepEqual(gone, []);
  enter('emil', 250_000);
  assert.deepEqual(gone, ['emil'], 'one more upload waits');
});
