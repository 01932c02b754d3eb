// Which verdict a word of status means: what a person said, else the desk's own words. Pure.
import type { VerdictTable } from '#src/claims/tables.ts';
import { foldKey } from '#src/text-fields.ts';
import type { SheetStatusTable } from '../tables.ts';

export type Mapped = Pick<SheetStatusTable, 'status_key' | 'verdict_id'>;

/** `unknown` where nobody has said what the word means; `none` where somebody said that it means no verdict. */
export type StatusMeans = { verdict: VerdictTable } | 'none' | 'unknown';

export class Statuses {
  readonly #known = new Map<string, StatusMeans>();

  constructor(verdicts: readonly VerdictTable[], mapped: readonly Mapped[]) {
    const standing = verdicts.filter(({ retired_at }) => retired_at === null);
    for (const verdict of [...standing].reverse())
      for (const name of [verdict.meaning, verdict.public_label, verdict.desk_label])
        this.#known.set(foldKey(name), { verdict });
    for (const { status_key, verdict_id } of mapped) {
      const verdict = standing.find(({ id }) => id === verdict_id);
      if (verdict_id === null) this.#known.set(status_key, 'none');
      else if (verdict !== undefined) this.#known.set(status_key, { verdict });
    }
  }

  meansOf(status: string): StatusMeans {
    return this.#known.get(foldKey(status)) ?? 'unknown';
  }
}

export interface StatusCount {
  status: string;
  key: string;
  count: number;
}

/** A sheet has so many words of status at most that are asked about; a column with more is none of status. */
export const MOST_STATUSES = 60;

/** The different words of status, the most frequent first. */
export function countStatuses(lines: readonly { status: string }[]): StatusCount[] {
  const counts = new Map<string, StatusCount>();
  for (const { status } of lines) {
    if (status === '') continue;
    const key = foldKey(status);
    const known = counts.get(key) ?? { status, key, count: 0 };
    known.count += 1;
    counts.set(key, known);
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}
