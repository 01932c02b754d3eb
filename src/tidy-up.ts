// What the start leaves behind is taken away once, so that an idle desk holds what it needs and no more.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { giveBackMemory } from './database/give-back-memory.ts';

/**
 * Collects garbage now, and gives what it held back: the engine does so by itself only when somebody makes more, and an idle
 * desk would keep forty megabytes that loading it took. Holds the loop for some 50 ms, so that it is for the time before anybody
 * works. From here on the engine makes what runs often faster, which a server's start is without (scripts/preflight.cjs).
 */
export function tidyUp(): void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
  giveBackMemory();
  setFlagsFromString('--turbofan');
}
