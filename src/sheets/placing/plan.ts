// What becomes of each row: where it stands, which claim it makes or joins, what it proposes.
import type { PlacedClaim } from '#src/claims/store.ts';
import { mapInTurns } from '#src/others-turn.ts';
import type { WordsPlaced } from '#src/reading/consistency/words-placed.ts';
import { areSameWords } from '#src/reading/text/find-words.ts';
import { intersectionOf, placedRange, type Range } from '#src/reading/text/range.ts';
import { isAsExported } from '../columns/exported.ts';
import type { SheetLine } from '../columns/line.ts';
import type { Statuses } from '../columns/statuses.ts';
import type { Known } from './known.ts';
import { type Ground, Paragraphs, placeOf, type RowPlaced } from './places.ts';
import { type Checkers, type Proposed, proposedBy } from './proposed.ts';
import { rowKey } from './row-key.ts';

export const FATES = ['new', 'joins', 'tray', 'nothing'] as const;
export type Fate = (typeof FATES)[number];

export interface RowPlan {
  /** The place of the row among those that say something, from 1. */
  position: number;
  line: SheetLine;
  fate: Fate;
  /** Null for a row without a place. */
  placed: RowPlaced | null;
  /** Why it has no place, or why nothing comes of it. */
  why: string;
  /** The claim that stands there; null where one is made. */
  claim: PlacedClaim | null;
  /** The row that makes the claim which this one joins. */
  joins_row: number | null;
  proposed: Proposed;
  remarks: string[];
}

export interface PlanGround {
  ground: Ground;
  claims: readonly PlacedClaim[];
  statuses: Statuses;
  known: Known;
  checkers: Checkers;
  /** Keys of rows that wait in the tray already, or were settled there. */
  in_tray: ReadonlySet<string>;
}

/** Of two places that share more of their letters than this, one claim is meant. */
const SAME_PLACE = 0.6;

/** The plans in the order of the rows, with turns for others between; `placed` says where the words of each stand. */
export function planRows(
  lines: readonly SheetLine[],
  placed: readonly WordsPlaced[],
  given: PlanGround,
): Promise<RowPlan[]> {
  const planner = new Planner(given);
  return mapInTurns(lines.entries(), ([at, line]) =>
    planner.plan(line, placed[at] ?? { exact: [], near: null, differs: [] }),
  );
}

class Planner {
  readonly #given: PlanGround;
  readonly #paragraphs: Paragraphs;
  readonly #held: Range[];
  readonly #fresh: (Range & { row: number })[] = [];
  readonly #trayed = new Set<string>();
  #position = 0;

  constructor(given: PlanGround) {
    this.#given = given;
    this.#paragraphs = new Paragraphs(given.ground);
    this.#held = given.claims.flatMap((claim) => placedRange(claim) ?? []);
  }

  plan(line: SheetLine, words: WordsPlaced): RowPlan {
    this.#position += 1;
    const row = { position: this.#position, line, joins_row: null, remarks: [...line.remarks] };
    const named = this.#namedClaim(line);
    if (named !== undefined) return this.#joining({ ...row, placed: placedAt(named), claim: named });
    const { ground } = this.#given;
    const found = placeOf(line, words, { ground, paragraphs: this.#paragraphs, held: this.#held });
    if (found.status === 'tray') return this.#trayOf(row, found.why);
    if (found.note !== '') row.remarks.push(found.note);
    for (const sentence of found.differs) row.remarks.push(sentence.replaceAll('passage', 'sheet'));
    const claim = this.#claimAt(found.range);
    if (claim !== undefined) return this.#joining({ ...row, placed: found, claim });
    const before = this.#fresh.find((one) => isSamePlace(one, found.range));
    if (before === undefined) this.#fresh.push({ ...found.range, row: line.row });
    const proposed = this.#proposed(line, found, null);
    const why = before === undefined ? '' : `The same words as row ${before.row}: it joins that claim.`;
    return {
      ...row,
      fate: 'new',
      placed: found,
      why,
      claim: null,
      joins_row: before?.row ?? null,
      ...proposed,
      remarks: [...row.remarks, ...proposed.remarks],
    };
  }

  #joining(row: Pick<RowPlan, 'position' | 'line' | 'joins_row' | 'remarks' | 'placed' | 'claim'>): RowPlan {
    const { proposed, remarks } = this.#proposed(row.line, row.placed, row.claim);
    const is_dropped = row.claim?.state === 'withdrawn';
    const comes = !is_dropped && hasAny(proposed);
    const why = is_dropped
      ? 'The claim on these words was dropped, and stays so.'
      : comes
        ? ''
        : 'All that it says is here already.';
    return {
      ...row,
      fate: comes ? 'joins' : 'nothing',
      why,
      proposed: is_dropped ? NOTHING : proposed,
      remarks: [...row.remarks, ...remarks],
    };
  }

  #trayOf(row: Pick<RowPlan, 'position' | 'line' | 'joins_row' | 'remarks'>, why: string): RowPlan {
    const key = rowKey(row.line);
    const is_known = this.#given.in_tray.has(key) || this.#trayed.has(key);
    this.#trayed.add(key);
    const fate: Fate = is_known ? 'nothing' : 'tray';
    return {
      ...row,
      fate,
      why: is_known ? `${why} It is in the tray already, or was settled there.` : why,
      placed: null,
      claim: null,
      proposed: NOTHING,
    };
  }

  #proposed(line: SheetLine, placed: RowPlaced | null, claim: PlacedClaim | null) {
    const { statuses, known, checkers } = this.#given;
    return proposedBy(line, { placed, claim, statuses, known, checkers });
  }

  /** The claim of the number that the desk wrote into this row, where the row is still about it. */
  #namedClaim({ number, exported, words }: SheetLine): PlacedClaim | undefined {
    const claim =
      number === null || exported === null ? undefined : this.#given.claims.find((one) => one.number === number);
    if (claim === undefined) return undefined;
    const range = placedRange(claim);
    const now = range === null ? claim.statement : this.#given.ground.text.slice(range.start, range.end);
    return isAsExported(exported, 'words', words) || areSameWords(now, words) ? claim : undefined;
  }

  #claimAt(range: Range): PlacedClaim | undefined {
    const there = this.#given.claims.filter((claim) => {
      const at = placedRange(claim);
      return at !== null && isSamePlace(at, range);
    });
    return there.find(({ state }) => state !== 'withdrawn') ?? there[0];
  }
}

const NOTHING: Proposed = { verdict: null, sources: [], note: '', checker: null };

function hasAny({ verdict, sources, note, checker }: Proposed): boolean {
  return verdict !== null || sources.length > 0 || note !== '' || checker !== null;
}

function placedAt(claim: PlacedClaim): RowPlaced | null {
  const range = placedRange(claim);
  return range === null ? null : { status: 'exact', range, note: '', differs: [] };
}

/** The same but for a few letters at their ends. */
function isSamePlace(one: Range, other: Range): boolean {
  const shared = intersectionOf(one, other);
  const letters = shared.end - shared.start;
  return letters > 0 && letters / (one.end - one.start + other.end - other.start - letters) >= SAME_PLACE;
}

export type FateCounts = Record<Fate, number> & { remarks: number };

export function countFates(plans: readonly RowPlan[]): FateCounts {
  const counts: FateCounts = { new: 0, joins: 0, tray: 0, nothing: 0, remarks: 0 };
  for (const { fate, remarks } of plans) {
    counts[fate] += 1;
    if (remarks.length > 0) counts.remarks += 1;
  }
  return counts;
}
