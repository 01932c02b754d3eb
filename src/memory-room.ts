// Room for what is remembered, within a bound of bytes: what nobody asked for longest goes first.

export interface Remembered<Value> {
  value: Value;
  /** About how much room it takes. */
  bytes: number;
}

interface Kept {
  state: string;
  value: Promise<unknown>;
  /** Undefined while it is being made: so long it takes no room, and stays. */
  bytes: number | undefined;
  made?: unknown;
}

/** The room that several memories share: where it is full, what nobody asked for longest goes, whoever made it. */
export class MemoryRoom {
  readonly #most_bytes: number;
  /** The one that was asked for last is the last. */
  readonly #kept = new Map<string, Kept>();
  #bytes = 0;

  constructor(most_bytes: number) {
    this.#most_bytes = most_bytes;
  }

  /** How much is kept, in bytes, as those said who made it. */
  get bytes(): number {
    return this.#bytes;
  }

  find(key: string, state = ''): Promise<unknown> | undefined {
    const kept = this.#kept.get(key);
    if (kept === undefined || kept.state !== state) return undefined;
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    return kept.value;
  }

  /** Under each key there is one value: that of another state goes. */
  keep<Value>(key: string, making: Promise<Remembered<Value>>, state = ''): Promise<Value> {
    const value = making.then((made) => made.value);
    const kept: Kept = { state, value, bytes: undefined };
    this.#bytes -= this.#kept.get(key)?.bytes ?? 0;
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    making.then(
      ({ value, bytes }) => {
        if (this.#kept.get(key) !== kept) return;
        if (bytes > this.#most_bytes) return this.#kept.delete(key);
        kept.bytes = bytes;
        kept.made = value;
        this.#bytes += bytes;
        this.#makeRoom();
      },
      () => this.#kept.get(key) === kept && this.#kept.delete(key),
    );
    return value;
  }

  /** What is made already, or undefined. */
  findMade(key: string): unknown {
    return this.find(key) && this.madeOfAny(key);
  }

  /** The same, whatever its state. */
  madeOfAny(key: string): unknown {
    return this.#kept.get(key)?.made;
  }

  /** Forgets all of it, also what is just being made. */
  clear(): void {
    this.#kept.clear();
    this.#bytes = 0;
  }

  #makeRoom(): void {
    for (const [key, { bytes }] of this.#kept) {
      if (this.#bytes <= this.#most_bytes) return;
      if (bytes === undefined) continue;
      this.#kept.delete(key);
      this.#bytes -= bytes;
    }
  }
}
