// What is shown of a list before it is imported, gathered entry by entry. Pure.
import { numberIn } from '#src/number-in.ts';
import { countIn, noCounts, type Planned } from './plan.ts';

export const SHOWN = ['new', 'here', 'twice', 'remarks', 'broken', 'all'] as const;

export type Shown = (typeof SHOWN)[number];

export const ROWS_SHOWN = 100;

const BROKEN_SHOWN = 5;

/** What the address of the look asks for; '' for whatever there is most to do with. */
export function lookIn(query: Record<string, unknown>): { show: Shown | ''; page: number } {
  const page = numberIn(query.page) ?? 1;
  return { show: SHOWN.find((one) => one === query.show) ?? '', page };
}

/** Goes over the entries once: counts all of them, keeps those that the page shows. */
export class Look {
  readonly counts = noCounts();
  readonly rows: Planned[] = [];
  readonly broken: Planned[] = [];
  readonly #show: Shown;
  readonly #from: number;
  #matched = 0;

  constructor(show: Shown, page: number) {
    this.#show = show;
    this.#from = (page - 1) * ROWS_SHOWN;
  }

  add(planned: Planned): void {
    countIn(this.counts, planned);
    if (planned.fate === 'broken' && this.broken.length < BROKEN_SHOWN) this.broken.push(planned);
    if (!isShown(planned, this.#show)) return;
    this.#matched += 1;
    if (this.#matched > this.#from && this.rows.length < ROWS_SHOWN) this.rows.push(planned);
  }
}

function isShown({ fate, entry }: Planned, show: Shown): boolean {
  if (show === 'all') return true;
  return show === 'remarks' ? fate !== 'broken' && entry.remarks.length > 0 : fate === show;
}
