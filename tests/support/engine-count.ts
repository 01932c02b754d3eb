// The reporter of the tests, which says at the end how much was tried: tests by engine, cells of privileges.
import type { Transform, TransformCallback } from 'node:stream';
import { spec, type TestEvent } from 'node:test/reporters';
import { SUITE_NAMES } from './engine-names.ts';

const counts = new Map(Object.values(SUITE_NAMES).map((name) => [name, 0]));
let withoutDatabase = 0;
let cells = 0;
const open: string[] = [];

function count(event: TestEvent): void {
  if (event.type === 'test:start') open.splice(event.data.nesting, Infinity, event.data.name);
  if (event.type === 'test:diagnostic')
    cells += Number(/^(\d+) cells of privileges\b/.exec(event.data.message)?.[1] ?? 0);
  if (event.type !== 'test:pass' && event.type !== 'test:fail') return;
  if (event.data.details.type === 'suite' || event.data.skip) return;
  const engine = open.slice(0, event.data.nesting).find((name) => counts.has(name));
  if (engine) counts.set(engine, (counts.get(engine) ?? 0) + 1);
  else withoutDatabase += 1;
}

function sayCounts(): string {
  const onEngines = [...counts].map(([name, count]) => `${count} ${name}`).join(', ');
  return `Tests: ${onEngines}, ${withoutDatabase} on neither. Cells of privileges: ${cells}.\n`;
}

/** One reporter and not two, as each takes in every event of every test by itself. */
const reporter: Transform = new spec();
const transform = reporter._transform.bind(reporter);
const flush = reporter._flush.bind(reporter);
reporter._transform = (event: TestEvent, encoding: BufferEncoding, done: TransformCallback) => {
  count(event);
  transform(event, encoding, done);
};
reporter._flush = (done: TransformCallback) => flush((error, words = '') => done(error, words + sayCounts()));

export default reporter;
