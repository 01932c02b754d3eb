// The machine's clock beside the time that passes: what tells that it was set, and what it makes old.
import { uptime } from 'node:os';
import { counted } from './counted.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const LEAST_JUMP = 60_000;

/** What the clock on the wall shows, and how much time has passed since some beginning; both in milliseconds. */
export interface Clocks {
  wall: () => number;
  passed: () => number;
}

/** The system's uptime goes on while the machine sleeps, and nobody sets it. */
const OF_THE_MACHINE: Clocks = { wall: () => Date.now(), passed: () => uptime() * 1000 };

const began = { wall: Date.now(), passed: performance.now() };

/** As Date.now(), but counted on from the start of the program: setting the clock does not move it. */
export function steadyNow(): number {
  return began.wall + performance.now() - began.passed;
}

/** Tells by how much somebody set the clock. Corrections of less than a minute at once are none of its business. */
export class JumpWatch {
  readonly #clocks: Clocks;
  #apart: number;

  constructor(clocks: Clocks = OF_THE_MACHINE) {
    this.#clocks = clocks;
    this.#apart = clocks.wall() - clocks.passed();
  }

  /** The milliseconds by which it was set since the last look, negative where it was set back; 0 where it was not. */
  look(): number {
    const apart = this.#clocks.wall() - this.#clocks.passed();
    const jump = apart - this.#apart;
    this.#apart = apart;
    return Math.abs(jump) > LEAST_JUMP ? jump : 0;
  }
}

/**
 * The time by which old things are swept. A clock that shows far more than has passed since the last time that is known
 * may be wrong, and what it makes look old may be young: then it is believed only after the program has run for a day.
 */
export class SweepClock {
  readonly #clocks: Clocks;
  #known: { at: number; passed: number };
  #doubted_from: number | null = null;

  /** `newest` is the last time on record, in milliseconds; null where nothing is. */
  constructor(newest: number | null, clocks: Clocks = OF_THE_MACHINE) {
    this.#clocks = clocks;
    const wall = clocks.wall();
    this.#known = { at: Math.min(wall, newest ?? wall), passed: clocks.passed() };
  }

  /** ISO text; never later than the clock. */
  now(): string {
    const [wall, passed] = [this.#clocks.wall(), this.#clocks.passed()];
    const certain = this.#known.at + passed - this.#known.passed;
    if (wall - certain <= LEAST_JUMP) this.#doubted_from = null;
    else this.#doubted_from ??= passed;
    const is_doubted = this.#doubted_from !== null && passed - this.#doubted_from < DAY;
    this.#known = { at: is_doubted ? certain : wall, passed };
    return new Date(this.#known.at).toISOString();
  }
}

/** How long that is, in the largest unit that has two of it or more: "90 minutes", "3 hours", "2 days"; "1 minute" at least. */
export function sayLength(milliseconds: number): string {
  const minutes = Math.max(1, Math.round(milliseconds / 60_000));
  if (minutes < 120) return counted(minutes, 'minute');
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} hours` : `${Math.round(hours / 24)} days`;
}
