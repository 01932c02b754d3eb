// What several readers ask at the same time is asked once: rows, of which each gets what they may read.

const MOST_KEPT = 100;

export class Shared {
  readonly #kept = new Map<string, { state: string; rows: Promise<unknown> }>();

  /** The rows of this name as they are in this state: asked where nobody has yet. */
  rows<Rows>(name: string, state: string, ask: () => Promise<Rows>): Promise<Rows> {
    const known = this.#kept.get(name);
    if (known?.state === state) return known.rows as Promise<Rows>;
    const rows = ask();
    this.#kept.delete(name);
    this.#kept.set(name, { state, rows });
    rows.catch(() => this.#kept.delete(name));
    const [oldest] = this.#kept.size > MOST_KEPT ? this.#kept.keys() : [];
    if (oldest !== undefined) this.#kept.delete(oldest);
    return rows;
  }
}
