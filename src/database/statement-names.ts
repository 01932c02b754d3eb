// Names under which PostgreSQL keeps statements that are asked again and again.
import { sql } from 'kysely';

/** Those that all connections together keep, and those that were asked only once of late. */
const MOST = 1_000;
const NAMED = /^\s*(?:select|insert|update|delete|with|begin|commit|rollback|start)\b/i;

/**
 * Begins a statement that gets no name: under one, PostgreSQL soon stops to look at its values and plans for any. What finds
 * few rows for some values and most of a table for others has to be planned with them.
 */
export const PLANNED_WITH_ITS_VALUES = sql`/* planned with its values */`;

/** Names statements, the same text the same on every connection. One that is asked only once gets none. */
export class StatementNames {
  /** The one left alone for longest first; without a name while it was asked only once. */
  readonly #known = new Map<string, string | undefined>();
  #count = 0;

  /** The name of this statement; undefined where it is not worth keeping. */
  of(text: string): string | undefined {
    if (!NAMED.test(text)) return undefined;
    const is_again = this.#known.has(text);
    const name = this.#known.get(text) ?? (is_again ? `claimdesk_${++this.#count}` : undefined);
    this.#known.delete(text);
    this.#known.set(text, name);
    const [oldest] = this.#known.size > MOST ? this.#known.keys() : [];
    if (oldest !== undefined) this.#known.delete(oldest);
    return name;
  }
}
