// What is remembered: made once for all who ask, within one bound for all who make, and never a failure.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Following, following } from '#src/articles/remembered.ts';
import { Memory } from '#src/memory.ts';
import { MemoryRoom } from '#src/memory-room.ts';

function countingMemory(room: MemoryRoom, name = 'words') {
  const memory = new Memory<string>(name, room);
  const makings: string[] = [];
  const ask = (key: string, bytes = 10) =>
    memory.of(key, async () => {
      makings.push(key);
      return { value: `${name}: ${key}`, bytes };
    });
  return { memory, makings, ask };
}

test('two who ask for the same at once share one making', async () => {
  const { makings, ask } = countingMemory(new MemoryRoom(100));
  assert.deepEqual(await Promise.all([ask('a'), ask('a')]), ['words: a', 'words: a']);
  assert.equal(await ask('a'), 'words: a');
  assert.deepEqual(makings, ['a']);
});

test('what nobody asked for longest is forgotten where there is no room', async () => {
  const { makings, ask } = countingMemory(new MemoryRoom(25));
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await ask(key);
  assert.deepEqual(makings, ['a', 'b', 'c', 'b']);
});

test('what was asked for again stays while others leaf through more than there is room for, and gives way to what is used now', async () => {
  const room = new MemoryRoom(100);
  const { makings, ask } = countingMemory(room);
  const used = ['a', 'b', 'c', 'd'];
  for (const key of [...used, ...used]) await ask(key);
  for (let other = 0; other < 15; other += 1) await ask(`leafed ${other}`);
  for (const key of used) await ask(key);
  assert.deepEqual(makings.slice(0, 5), [...used, 'leafed 0']);
  assert.equal(makings.length, 19);
  assert.equal(room.bytes, 100);
  const others = Array.from({ length: 8 }, (_, at) => `now ${at}`);
  for (const key of others) for (const _ of [1, 2]) await ask(key);
  makings.length = 0;
  for (const key of [...others, ...used]) await ask(key);
  assert.deepEqual(makings.slice(-1), ['d'], 'some of those used before had to go');
  assert.equal(makings.includes('now 7'), false);
  assert.equal(room.bytes, 100);
});

test('what filled the room and is asked for by nobody any more makes room for all who work now', async () => {
  const { makings, ask } = countingMemory(new MemoryRoom(100));
  for (const _ of [1, 2]) await ask('long', 80);
  const work = async () => {
    for (const key of ['a', 'b', 'c', 'd', 'e']) await ask(key, 20);
  };
  for (let round = 0; round < 8; round += 1) await work();
  makings.length = 0;
  await work();
  assert.deepEqual(makings, []);
});

test('what has one state at a time gives way to the next, with its room', async () => {
  const room = new MemoryRoom(100);
  const memory = new Memory<string>('articles', room);
  const made: string[] = [];
  const ask = (state: string, bytes: number) =>
    memory.ofState('12', state, async () => {
      made.push(state);
      return { value: state, bytes };
    });
  for (const [state, bytes] of [
    ['a', 40],
    ['a', 40],
    ['b', 30],
    ['a', 20],
  ] as const)
    assert.equal(await ask(state, bytes), state);
  assert.deepEqual(made, ['a', 'b', 'a']);
  assert.equal(room.bytes, 20);
  assert.deepEqual(await Promise.all([ask('c', 10), ask('d', 15)]), ['c', 'd'], 'two states at once');
  assert.equal(room.bytes, 15);
});

test('whoever makes the next state is given what was made of the one before, and what follows from the same follows again', async () => {
  const memory = new Memory<{ sum: Following<number> }>('sums', new MemoryRoom(100));
  let summed = 0;
  const ask = (state: string, things: number[]) =>
    memory.ofState('12', state, async (before) => {
      const sum = following(before?.sum, things, () => {
        summed += 1;
        return things.reduce((one, other) => one + other, 0);
      });
      return { value: { sum }, bytes: 10 };
    });
  for (const [state, things, sum] of [
    ['a', [1, 2], 3],
    ['b', [1, 2], 3],
    ['c', [1, 3], 4],
    ['d', [1, 2], 3],
  ] as const)
    assert.equal((await ask(state, [...things])).sum.value, sum);
  assert.equal(summed, 3);
});

test('memories of one room share its bound, and never each other’s keys', async () => {
  const room = new MemoryRoom(25);
  const [words, pages] = [countingMemory(room), countingMemory(room, 'pages')];
  assert.deepEqual([await words.ask('a'), await pages.ask('a')], ['words: a', 'pages: a']);
  assert.equal(room.bytes, 20);
  await pages.ask('b');
  assert.equal(room.bytes, 20);
  await words.ask('a');
  assert.deepEqual(
    [words.makings, pages.makings],
    [
      ['a', 'a'],
      ['a', 'b'],
    ],
  );
});

test('what is larger than all the room is handed over and not kept, and drives nothing out', async () => {
  const room = new MemoryRoom(25);
  const { makings, ask } = countingMemory(room);
  await ask('small');
  assert.equal(await ask('large', 1000), 'words: large');
  assert.equal(await ask('large', 1000), 'words: large');
  await ask('small');
  assert.deepEqual(makings, ['small', 'large', 'large']);
  assert.equal(room.bytes, 10);
});

test('a failure is told to everybody who waits, and the next who asks tries again', async () => {
  const { memory, ask } = countingMemory(new MemoryRoom(100));
  const failing = () => memory.of('a', () => Promise.reject(new Error('given up')));
  await Promise.all([assert.rejects(failing(), /given up/), assert.rejects(ask('a'), /given up/)]);
  assert.equal(await ask('a'), 'words: a');
});
