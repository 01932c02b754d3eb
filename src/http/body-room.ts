// The memory that bodies may take together, and who gives way where there is no more.

/** A body of a form without files; what is larger gives way first. */
const SMALL_BYTES = 200_000;

interface Place {
  owner: string;
  bytes: number;
  /** How many entered the room before it. */
  number: number;
  /** Whether more is coming. What has arrived is being worked on, and cannot give way. */
  is_arriving: boolean;
  giveWay: () => void;
}

/** What one body has in the room. */
export interface BodyPlace {
  /** Counts bytes that arrived. Where the room is full now, a body gives way: this one, or another. */
  take(bytes: number): void;
  /** All of it is there. */
  arrived(): void;
  /** Frees what it took; a second call does nothing. */
  leave(): void;
}

export class BodyRoom {
  readonly #most_bytes: number;
  readonly #reserve_bytes: number;
  readonly #places = new Set<Place>();
  #bytes = 0;
  #entered = 0;

  /** `reserve_bytes`: so much more may small bodies take while what has arrived fills the room. */
  constructor(most_bytes: number, reserve_bytes = 0) {
    this.#most_bytes = most_bytes;
    this.#reserve_bytes = reserve_bytes;
  }

  /** What all bodies hold now. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Gives a body of this owner (a person, an address) its place. `giveWay` is called once, when the body has to stop; its bytes are free then. */
  enter(owner: string, giveWay: () => void): BodyPlace {
    const place: Place = { owner, bytes: 0, number: this.#entered++, is_arriving: true, giveWay };
    this.#places.add(place);
    return {
      take: (bytes) => this.#take(place, bytes),
      arrived: () => {
        place.is_arriving = false;
      },
      leave: () => this.#leave(place),
    };
  }

  #take(place: Place, bytes: number): void {
    if (!this.#places.has(place)) return;
    place.bytes += bytes;
    this.#bytes += bytes;
    while (this.#bytes > this.#most_bytes) {
      const last = this.#lastInLine();
      if (last === undefined) return;
      this.#leave(last);
      last.giveWay();
    }
  }

  #leave(place: Place): void {
    if (this.#places.delete(place)) this.#bytes -= place.bytes;
  }

  /**
   * Of large bodies the newest, first of whoever sends the most of them: who came first is let through. Where all are
   * small, nobody while the reserve lasts, then the largest: somebody who signs in sends less than whoever fills the room.
   */
  #lastInLine(): Place | undefined {
    const arriving = [...this.#places].filter((place) => place.is_arriving);
    const large = arriving.filter(({ bytes }) => bytes > SMALL_BYTES);
    if (large.length === 0) return this.#isOverReserve() ? arriving.sort((a, b) => b.bytes - a.bytes)[0] : undefined;
    const count = (owner: string) => large.filter((place) => place.owner === owner).length;
    return large.sort((a, b) => count(b.owner) - count(a.owner) || b.number - a.number)[0];
  }

  #isOverReserve(): boolean {
    return this.#bytes > this.#most_bytes + this.#reserve_bytes;
  }
}
