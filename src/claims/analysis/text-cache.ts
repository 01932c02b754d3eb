// What was read from texts, remembered as long as there is room; what two ask for at once is read once.

export interface Remembered<Value> {
  value: Value;
  /** About how much room it takes. */
  bytes: number;
}

export class TextMemory<Value> {
  readonly #most_bytes: number;
  /** The one that was asked for last is the last. */
  readonly #known = new Map<string, { value: Promise<Value>; bytes: number }>();

  constructor(most_bytes: number) {
    this.#most_bytes = most_bytes;
  }

  /** What is known under this key, or else what `read` gives. A failure is not remembered: the next who asks tries again. */
  of(key: string, read: () => Promise<Remembered<Value>>): Promise<Value> {
    const known = this.#known.get(key);
    if (known !== undefined) {
      this.#known.delete(key);
      this.#known.set(key, known);
      return known.value;
    }
    const reading = read();
    const entry = { value: reading.then(({ value }) => value), bytes: 0 };
    this.#known.set(key, entry);
    reading.then(
      ({ bytes }) => {
        entry.bytes = bytes;
        this.#makeRoom();
      },
      () => this.#known.delete(key),
    );
    return entry.value;
  }

  /** Forgets what nobody asked for longest; what is being read takes no room yet. */
  #makeRoom(): void {
    let bytes = [...this.#known.values()].reduce((sum, one) => sum + one.bytes, 0);
    for (const [key, one] of this.#known) {
      if (bytes <= this.#most_bytes) return;
      if (one.bytes === 0) continue;
      this.#known.delete(key);
      bytes -= one.bytes;
    }
  }
}
