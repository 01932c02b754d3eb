// Whose turn it is where only one may work at a time, in a line of bounded length.
import { RuleBroken } from '#src/errors.ts';

export interface Waiting {
  /** Told where the turn does not come at once. */
  onWait?: (() => void) | undefined;
  /** Told when it came after a wait. */
  onTurn?: (() => void) | undefined;
  /** Whoever waited may leave the line. */
  signal?: AbortSignal | undefined;
}

const FULL =
  'The desk is reading another document, and many more wait for their turn. Nothing was stored: try again in a few minutes.';

export class Turns {
  readonly #longest: number;
  readonly #line: (() => void)[] = [];
  #is_taken = false;

  /** At most `longest` wait; the next is sent away. */
  constructor(longest: number) {
    this.#longest = longest;
  }

  /**
   * Waits for the turn; what it gives back ends it. Throws RuleBroken (field `file`) where too
   * many wait, and the signal's reason for whoever leaves before they are called.
   */
  async take({ onWait, onTurn, signal }: Waiting = {}): Promise<() => void> {
    signal?.throwIfAborted();
    if (this.#is_taken) {
      if (this.#line.length >= this.#longest) throw new RuleBroken(FULL, 'file');
      onWait?.();
      await this.#wait(signal);
      onTurn?.();
    }
    this.#is_taken = true;
    return () => this.#pass();
  }

  async #wait(signal: AbortSignal | undefined): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const leave = () => {
      const place = this.#line.indexOf(resolve);
      // Who was called a moment ago stands in the line no more: the turn is theirs, and they pass it on.
      if (place === -1) return;
      this.#line.splice(place, 1);
      reject(signal?.reason);
    };
    this.#line.push(resolve);
    signal?.addEventListener('abort', leave, { once: true });
    await promise;
    signal?.removeEventListener('abort', leave);
  }

  /** The turn goes over to the next without ever being free: nobody slips in between. */
  #pass(): void {
    const next = this.#line.shift();
    if (next) next();
    else this.#is_taken = false;
  }
}
