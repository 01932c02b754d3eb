// A reporter of node:test that says at the end how much was tried: tests by engine, cells of privileges.
import type { TestEvent } from 'node:test/reporters';
import { SUITE_NAMES } from './engine-names.ts';

export default async function* countEngines(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const counts = new Map(Object.values(SUITE_NAMES).map((name) => [name, 0]));
  let withoutDatabase = 0;
  let cells = 0;
  const open: string[] = [];
  for await (const event of source) {
    if (event.type === 'test:start') open.splice(event.data.nesting, Infinity, event.data.name);
    if (event.type === 'test:diagnostic')
      cells += Number(/^(\d+) cells of privileges\b/.exec(event.data.message)?.[1] ?? 0);
    if (event.type !== 'test:pass' && event.type !== 'test:fail') continue;
    if (event.data.details.type === 'suite' || event.data.skip) continue;
    const engine = open.slice(0, event.data.nesting).find((name) => counts.has(name));
    if (engine) counts.set(engine, (counts.get(engine) ?? 0) + 1);
    else withoutDatabase += 1;
  }
  const onEngines = [...counts].map(([name, count]) => `${count} ${name}`).join(', ');
  yield `Tests: ${onEngines}, ${withoutDatabase} on neither. Cells of privileges: ${cells}.\n`;
}
