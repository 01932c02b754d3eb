// The memory for bodies: never more than there is, and who gives way.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { type BodyPlace, BodyRoom } from '#src/http/body-room.ts';

let room: BodyRoom;
let gone: string[];
beforeEach(() => {
  room = new BodyRoom(1_000_000);
  gone = [];
});

function enter(name: string, bytes: number, owner = name): BodyPlace {
  const place = room.enter(owner, () => gone.push(name));
  place.take(bytes);
  return place;
}

test('what leaves makes room, once', () => {
  const first = enter('first', 900_000);
  first.leave();
  first.leave();
  enter('second', 1_000_000);
  assert.deepEqual([room.bytes, gone], [1_000_000, []]);
});

test('of large bodies the one that came last gives way, and its bytes are free', () => {
  enter('first', 500_000);
  const second = enter('second', 400_000);
  second.take(200_000);
  assert.deepEqual([room.bytes, gone], [500_000, ['second']]);
  second.take(500_000);
  assert.equal(room.bytes, 500_000);
});

test('whoever sends many large ones gives way before others', () => {
  enter('one of many', 250_000, 'dina');
  enter('another', 250_000, 'dina');
  enter('a third', 250_000, 'dina');
  enter('upload', 400_000, 'ben');
  assert.deepEqual(gone, ['a third']);
});

test('a small body never gives way to a large one', () => {
  enter('upload', 950_000);
  enter('verdict', 60_000);
  assert.deepEqual(gone, ['upload']);
});

test('of small bodies the largest gives way: signing in takes little', () => {
  for (let index = 0; index < 6; index += 1) enter(`hoard ${index}`, 160_000 + index);
  enter('sign-in', 50_000);
  assert.deepEqual(gone, ['hoard 5']);
});

test('what has arrived whole stays, and the next to come gives way', () => {
  enter('stored now', 900_000).arrived();
  enter('later', 150_000);
  assert.deepEqual([room.bytes, gone], [900_000, ['later']]);
});

test('while what has arrived fills the room, small bodies take of the reserve, and large ones give way', () => {
  room = new BodyRoom(1_000_000, 300_000);
  enter('stored now', 1_000_000).arrived();
  const verdict = enter('verdict', 150_000);
  enter('upload', 250_000);
  assert.deepEqual([room.bytes, gone], [1_150_000, ['upload']]);
  verdict.arrived();
  enter('another', 150_000);
  enter('one more', 20_000);
  assert.deepEqual([room.bytes, gone], [1_170_000, ['upload', 'another']], 'the reserve has an end');
});

test('a small body that grows large has no part in the reserve', () => {
  room = new BodyRoom(1_000_000, 900_000);
  enter('stored now', 1_000_000).arrived();
  const article = enter('article', 190_000);
  article.take(20_000);
  assert.deepEqual([room.bytes, gone], [1_000_000, ['article']]);
});
