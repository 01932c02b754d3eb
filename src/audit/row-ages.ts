// Whether a row of which no entry keeps a hash may be from before there were hashes.
import type { KeptRow } from '#src/database/row-watch.ts';
import type { Database } from '#src/database/schema.ts';
import { INSTALLATION } from './log.ts';
import type { ChainReport } from './verify.ts';

/** The log of the installation begins before all others: where its first entry keeps hashes, nothing is older. */
export function isFromBefore(chains: readonly ChainReport[]): boolean {
  return chains.find(({ chain }) => chain === INSTALLATION)?.rows_from !== 1;
}

/** A chain whose first entry keeps hashes has no older row. A row belongs to the chain of its desk, or of its article's. */
export class RowAges {
  readonly #old: Map<string, boolean>;
  readonly #is_installation_old: boolean;
  readonly #is_any_desk_old: boolean;
  readonly #desks = new Map<unknown, string>();

  constructor(chains: readonly ChainReport[]) {
    this.#is_installation_old = isFromBefore(chains);
    const old = chains.filter(({ rows_from }) => this.#is_installation_old && rows_from !== 1);
    this.#old = new Map(chains.map((chain) => [chain.chain, old.includes(chain)]));
    this.#is_any_desk_old = old.some(({ chain }) => chain !== INSTALLATION);
  }

  /** Remembers to which desk articles and versions belong; they are read before what hangs on them. */
  notice(table: keyof Database, { id, desk_id }: KeptRow): void {
    if ((table === 'article' || table === 'version') && typeof desk_id === 'string') this.#desks.set(id, desk_id);
  }

  mayBeOld(table: keyof Database, row: KeptRow): boolean {
    if (table === 'person' || table === 'invitation') return this.#is_installation_old;
    const desk_id = table === 'desk' ? row.id : (row.desk_id ?? this.#desks.get(row.article_id ?? row.version_id));
    return typeof desk_id === 'string' ? (this.#old.get(desk_id) ?? this.#is_installation_old) : this.#is_any_desk_old;
  }
}
