// A pace for what strangers make the desk do: some at once, then so many a second.
import { setTimeout as wait } from 'node:timers/promises';

export class Pace {
  readonly #free: number;
  readonly #milliseconds: number;
  #left: number;
  #counted_at = performance.now();

  /** So many are free, and one more is with each so many milliseconds. */
  constructor(free: number, milliseconds: number) {
    this.#free = free;
    this.#left = free;
    this.#milliseconds = milliseconds;
  }

  /** Waits for its turn, in the order of asking. */
  async take(): Promise<void> {
    const now = performance.now();
    this.#left = Math.min(this.#free, this.#left + (now - this.#counted_at) / this.#milliseconds);
    this.#counted_at = now;
    const missing = Math.max(0, 1 - this.#left);
    this.#left -= 1;
    if (missing > 0) await wait(missing * this.#milliseconds);
  }
}
