// What was made of texts and is asked for again: all of it in one process within one bound of bytes.
import { MemoryRoom, type Remembered } from './memory-room.ts';

/** Some two texts of the largest size with all that is made of them, or hundreds of ordinary ones. */
const MOST_BYTES = 40_000_000;

const OF_THIS_PROCESS = new MemoryRoom(MOST_BYTES);

/** Forgets all that this process remembers, so that whatever is asked for next is made anew; for whoever compares the two. */
export function forgetRemembered(): void {
  OF_THIS_PROCESS.clear();
}

/**
 * Values of one kind by key. A key says everything that its value depends on, since nothing is ever made anew under it. What
 * is in the room is shared by all who ask: nobody changes it.
 */
export class Memory<Value> {
  readonly #name: string;
  readonly #room: MemoryRoom;

  /** `name` is this memory's alone. */
  constructor(name: string, room = OF_THIS_PROCESS) {
    this.#name = name;
    this.#room = room;
  }

  /**
   * What is known under this key, or else what `make` gives: made once for all who ask meanwhile. A failure is told to all of
   * them and not remembered, so that the next who asks tries again.
   */
  of(key: string, make: () => Promise<Remembered<Value>>): Promise<Value> {
    const whole = `${this.#name} ${key}`;
    return (this.#room.find(whole) as Promise<Value> | undefined) ?? this.#room.keep(whole, make());
  }

  /**
   * The same for what has one state at a time. What was made of another state is forgotten; `make` gets it, since much of it
   * may be the same.
   */
  ofState(key: string, state: string, make: (before: Value | undefined) => Promise<Remembered<Value>>): Promise<Value> {
    const whole = `${this.#name} ${key}`;
    const found = this.#room.find(whole, state) as Promise<Value> | undefined;
    return found ?? this.#room.keep(whole, make(this.#room.madeOfAny(whole) as Value | undefined), state);
  }

  /** What is made already under this key, or undefined. */
  made(key: string): Value | undefined {
    return this.#room.findMade(`${this.#name} ${key}`) as Value | undefined;
  }

  /** Says that it is still in hand, whatever its state: what is made of it was asked for instead. */
  touch(key: string): void {
    this.#room.touch(`${this.#name} ${key}`);
  }

  /**
   * The same for what is read from a database: inside a transaction only what is made already is taken, and what is read is
   * not remembered. Somebody else who is making it may be waiting for this very transaction to end, and what it reads may
   * never come to be.
   */
  async from(db: { isTransaction: boolean }, key: string, make: () => Promise<Remembered<Value>>): Promise<Value> {
    if (!db.isTransaction) return this.of(key, make);
    return this.made(key) ?? (await make()).value;
  }
}
