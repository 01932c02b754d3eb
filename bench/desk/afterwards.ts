// What a desk goes on doing by itself once a row of saves has its answers, until it is at rest.
import { setTimeout as wait } from 'node:timers/promises';
import type { MeasuredServer, Used } from './measured-server.ts';
import { each, type Measured } from './table.ts';

/** Between two looks, or as long as the rest where that is shorter. */
const LOOK = 500;
/** Milliseconds on the processor between two looks: who uses no more has nothing to do. */
const NOTHING = 15;

export interface Afterwards extends Measured {
  /** Milliseconds on the processor for each answer that had come before. */
  processor: number;
}

/** Measures what the desk does by itself after these answers, by `untilAtRest`. */
export async function afterwards(server: MeasuredServer, row: Measured, rest: number): Promise<Afterwards> {
  return { ...row, processor: (await untilAtRest(server, rest)) / Math.max(1, row.ours.asked) };
}

/**
 * Waits as long as a desk waits before it takes up what was saved (`rest`), and until it has done so: or the next row would
 * be measured with it. Gives back the milliseconds on the processor.
 */
export async function untilAtRest(server: MeasuredServer, rest: number): Promise<number> {
  const before = inAll(await server.used());
  await wait(rest);
  let [last, now] = [Number.NEGATIVE_INFINITY, inAll(await server.used())];
  while (now - last > NOTHING) {
    await wait(Math.min(LOOK, rest));
    [last, now] = [now, inAll(await server.used())];
  }
  return now - before;
}

/** A row of what was done afterwards. */
export function bySave({ name, limit, ours, processor }: Afterwards): object {
  return {
    after: name,
    'R, ms': each(limit).toFixed(2),
    'afterwards, ms': processor.toFixed(2),
    ratio: (processor / each(limit)).toFixed(2),
    answers: ours.asked,
  };
}

function inAll({ processor, database }: Used): number {
  return processor + database;
}
