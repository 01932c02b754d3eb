// What an evening cost the hands, phase by phase, beside what is asked. Pure.

export interface Cost {
  /** Presses that put no letter into a field, a paste among them. */
  keys: number;
  /** Letters typed into fields. */
  letters: number;
  clicks: number;
  drags: number;
  /** Pages that the browser loaded anew. */
  loads: number;
}

export interface Wait {
  what: string;
  milliseconds: number;
}

/** What is asked of the whole evening without its signing; of a claim, keys; of a wait, milliseconds. */
export const ASKED = { keys: 230, drags: 10, loads: 20, plain_keys: 1, disputed_keys: 9, half_of_waits: 100 } as const;

const NOTHING: Cost = { keys: 0, letters: 0, clicks: 0, drags: 0, loads: 0 };

export class Tally {
  readonly #phases = new Map<string, Cost>();
  readonly #claims: { kind: 'plain' | 'disputed' | 'other'; keys: number }[] = [];
  readonly waits: Wait[] = [];
  #phase = '';

  /** From now on it counts for this phase. */
  begin(phase: string): void {
    this.#phase = phase;
    if (!this.#phases.has(phase)) this.#phases.set(phase, { ...NOTHING });
  }

  count(what: keyof Cost, times = 1): void {
    const cost = this.#phases.get(this.#phase);
    if (cost === undefined) throw new Error('Nothing has begun yet.');
    cost[what] += times;
  }

  waited(what: string, milliseconds: number): void {
    this.waits.push({ what, milliseconds });
  }

  /** All keys so far, to tell what one claim took. */
  keys(): number {
    return this.of([...this.#phases.keys()]).keys;
  }

  claim(kind: 'plain' | 'disputed' | 'other', keys: number): void {
    this.#claims.push({ kind, keys });
  }

  /** What a claim of this kind took in the middle, and at most. */
  claims(kind: 'plain' | 'disputed'): { half: number; most: number } {
    const keys = this.#claims.filter((one) => one.kind === kind).map((one) => one.keys);
    return { half: middleOf(keys), most: Math.max(0, ...keys) };
  }

  /** The sum of these phases. */
  of(phases: readonly string[]): Cost {
    const sum = { ...NOTHING };
    for (const phase of phases)
      for (const [name, count] of Object.entries(this.#phases.get(phase) ?? NOTHING)) sum[name as keyof Cost] += count;
    return sum;
  }

  phases(): [name: string, cost: Cost][] {
    return [...this.#phases];
  }
}

/** The value that half of them do not go beyond; 0 of none. */
export function middleOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

/** The rows of the table: each phase, then all but the signing, then what is asked of that. */
export function rowsOf(tally: Tally, signing: string): Record<string, string | number>[] {
  const phases = tally.phases();
  const whole = tally.of(phases.map(([name]) => name).filter((name) => name !== signing));
  return [
    ...phases.map(([phase, cost]) => ({ phase, ...cost })),
    { phase: `all but ${signing}`, ...whole },
    { phase: 'asked, at most', keys: ASKED.keys, letters: '', clicks: '', drags: ASKED.drags, loads: ASKED.loads },
  ];
}

/** Got beside asked, a line each. */
export function besideAsked(
  tally: Tally,
  signing: string,
): { what: string; got: string; asked: string; is_reached: boolean }[] {
  const names = tally.phases().map(([name]) => name);
  const whole = tally.of(names.filter((name) => name !== signing));
  const [plain, disputed] = [tally.claims('plain'), tally.claims('disputed')];
  const half = Math.round(middleOf(tally.waits.map((one) => one.milliseconds)));
  const line = (what: string, got: number, asked: number, unit = '') => ({
    what,
    got: `${got}${unit}`,
    asked: `${asked}${unit}`,
    is_reached: got <= asked,
  });
  return [
    line('keys', whole.keys, ASKED.keys),
    line('drags', whole.drags, ASKED.drags),
    line('page loads', whole.loads, ASKED.loads),
    line('keys for a plain OK, half of them', plain.half, ASKED.plain_keys),
    line('keys for a disputed claim with a source against, at most', disputed.most, ASKED.disputed_keys),
    line('press to painted, half of them', half, ASKED.half_of_waits, ' ms'),
  ];
}
