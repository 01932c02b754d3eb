// Room for what is remembered, within a bound of bytes: what was asked for only once goes first.

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
  /** How much had been made for the room when it was asked for last. */
  asked_at: number;
}

/** Of the room, for what was asked for again: somebody who has just begun with an article needs some as well. */
const AGAIN = 0.8;
/** What nobody has asked for while so many times the room was made is in nobody's hands any more. */
const FORSAKEN = 2;

/**
 * The room that several memories share, whoever made what is in it. Were it simply the longest untouched that goes, then as soon
 * as more people work than there is room for, each would find what they had a moment ago gone, and make it anew.
 */
export class MemoryRoom {
  readonly #most_bytes: number;
  /** What nobody has asked for since it was made, the newest last; and what is of no use any more. */
  readonly #once = new Map<string, Kept>();
  /** What was asked for again: the one that was asked for last is the last. */
  readonly #again = new Map<string, Kept>();
  #bytes = 0;
  #again_bytes = 0;
  /** In all so far, in bytes. */
  #made = 0;

  constructor(most_bytes: number) {
    this.#most_bytes = most_bytes;
  }

  /** How much is kept, in bytes, as those said who made it. */
  get bytes(): number {
    return this.#bytes;
  }

  find(key: string, state = ''): Promise<unknown> | undefined {
    const kept = this.#of(key);
    if (kept === undefined || kept.state !== state) return undefined;
    this.touch(key);
    return kept.value;
  }

  /** As if it had been asked for, whatever its state; where it is not kept, nothing. */
  touch(key: string): void {
    const kept = this.#of(key);
    if (kept === undefined) return;
    this.#take(key);
    kept.asked_at = this.#made;
    this.#put(this.#again, key, kept);
    this.#makeRoomAmongAgain();
  }

  /** Under each key there is one value: that of another state goes, and what comes has its place. */
  keep<Value>(key: string, making: Promise<Remembered<Value>>, state = ''): Promise<Value> {
    const value = making.then((made) => made.value);
    const kept: Kept = { state, value, bytes: undefined, asked_at: this.#made };
    const place = this.#again.has(key) ? this.#again : this.#once;
    this.#take(key);
    this.#put(place, key, kept);
    making.then(
      ({ value, bytes }) => {
        if (this.#of(key) !== kept) return;
        const now = this.#again.has(key) ? this.#again : this.#once;
        this.#take(key);
        if (bytes > this.#most_bytes) return;
        kept.bytes = bytes;
        kept.made = value;
        this.#made += bytes;
        this.#put(now, key, kept);
        this.#makeRoomAmongAgain();
        this.#makeRoom();
      },
      () => this.#of(key) === kept && this.#take(key),
    );
    return value;
  }

  /** What is made already, or undefined. */
  findMade(key: string): unknown {
    return this.find(key) && this.madeOfAny(key);
  }

  /** The same, whatever its state. */
  madeOfAny(key: string): unknown {
    return this.#of(key)?.made;
  }

  /** Forgets all of it, also what is just being made. */
  clear(): void {
    this.#once.clear();
    this.#again.clear();
    this.#bytes = 0;
    this.#again_bytes = 0;
  }

  #of(key: string): Kept | undefined {
    return this.#again.get(key) ?? this.#once.get(key);
  }

  #put(place: Map<string, Kept>, key: string, kept: Kept): void {
    place.set(key, kept);
    this.#bytes += kept.bytes ?? 0;
    if (place === this.#again) this.#again_bytes += kept.bytes ?? 0;
  }

  #take(key: string): void {
    const bytes = this.#of(key)?.bytes ?? 0;
    this.#bytes -= bytes;
    if (this.#again.delete(key)) this.#again_bytes -= bytes;
    else this.#once.delete(key);
  }

  /** What goes from there is asked for once more as soon as somebody does, and is the last to go of those asked for once. */
  #makeRoomAmongAgain(): void {
    for (const [key, kept] of this.#again) {
      const is_forsaken = kept.asked_at + FORSAKEN * this.#most_bytes < this.#made;
      if (this.#again_bytes <= AGAIN * this.#most_bytes && !is_forsaken) return;
      if (kept.bytes === undefined) continue;
      this.#take(key);
      this.#put(this.#once, key, kept);
    }
  }

  #makeRoom(): void {
    for (const place of [this.#once, this.#again])
      for (const [key, { bytes }] of place) {
        if (this.#bytes <= this.#most_bytes) return;
        if (bytes !== undefined) this.#take(key);
      }
  }
}
