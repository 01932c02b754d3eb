// A reader for the tests of processes: gives back what it was given, or fails as asked.
import { setTimeout as wait } from 'node:timers/promises';

export type Asked =
  | { say: string }
  | { repeat: number }
  | { weigh: string; bytes: Uint8Array }
  | { fail: 'loop' | 'exit' | 'heap' | 'buffers' | 'spike' | 'throw' | 'deep' | 'flood' | 'sleep' };

export async function* piecesOf(asked: Asked): AsyncGenerator<string> {
  if ('say' in asked) yield* asked.say;
  else if ('weigh' in asked)
    yield `${asked.weigh.length} letters, ${asked.bytes.reduce((sum, byte) => sum + byte, 0)} in all`;
  else if ('repeat' in asked) yield 'tide '.repeat(asked.repeat);
  else if (asked.fail === 'flood') while (true) yield 'words '.repeat(10_000);
  else await FAIL[asked.fail]();
}

const FAIL = {
  loop: () => {
    for (;;);
  },
  exit: () => process.exit(7),
  heap: () => {
    const kept: unknown[] = [];
    while (true) kept.push(new Array(10_000).fill(0.5));
  },
  buffers: () => {
    const kept: Buffer[] = [];
    while (true) kept.push(Buffer.alloc(1_000_000, 1));
  },
  // As a reader does that takes what it cannot hold for damage, and goes on.
  spike: () => {
    try {
      Buffer.alloc(230_000_000, 1);
    } catch {}
  },
  throw: () => {
    throw new TypeError('a mistake of the program');
  },
  deep: () => {
    const dig = (depth: number): number => dig(depth + 1) + 1;
    dig(0);
  },
  sleep: () => wait(60_000),
} satisfies Record<string, () => unknown>;
