// Holds an article against all sign-off checks: what blocks, what should, what is waived, what holds. Pure.
import { othersTurn } from '#src/others-turn.ts';
import {
  ALWAYS_MUST,
  type Level,
  type LevelColumns,
  levelIn,
  type Rule,
  ruleAsks,
} from '#src/people/profiles/levels.ts';
import type { Check, CheckGround, Looked, Missing } from './check.ts';
import { CHECKS } from './checks/register.ts';
import { placeOf } from './place.ts';

/** What a person said for one thing that a check misses, with the hash of what it rested on. */
export interface Answer {
  id: string;
  rule: Rule;
  key: string;
  covers: string;
  words: string;
  by: string;
  at: string;
}

/** An editor's waiver of a check: of these things that it missed, each with the hash of what that rested on. */
export interface Waiving extends Omit<Answer, 'key' | 'covers'> {
  items: readonly { key: string; covers: string; label: string }[];
}

export interface SignOffInput extends CheckGround {
  levels: LevelColumns;
  reasons: readonly Answer[];
  waivers: readonly Waiving[];
  /** The numbers of claims that are to be signed open: nothing more is asked of them. */
  open: ReadonlySet<number>;
}

/** `left_open`: all that is missing is of claims that are to be signed open. */
export type CheckState = 'holds' | 'blocks' | 'should' | 'waived' | 'left_open' | 'off';

export interface CheckResult {
  rule: Rule;
  asks: string;
  level: Level;
  state: CheckState;
  /** Names nothing that somebody typed. */
  sentence: string;
  /** What nothing answers. */
  missing: Missing[];
  reasoned: (Missing & { reason: Answer })[];
  waived: (Missing & { waiver: Waiving })[];
  /** What is missing of claims that are to be signed open. */
  left_open: Missing[];
  can_be_waived: boolean;
  /** With what a reason for one of them begins; '' where none is taken. */
  reason_hint: string;
}

/** The results of all checks, in the order of their numbers, with turns for others between them. */
export async function signOffOf(input: SignOffInput): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  for (const check of CHECKS) {
    await othersTurn();
    results.push(resultOf(check, await check.look(input), input));
  }
  return results;
}

function resultOf(check: Check, looked: Looked, input: SignOffInput): CheckResult {
  const { rule, reason_hint } = check;
  const level = levelIn(input.levels, rule);
  const shared = shareOut(looked, rule, input);
  const state = stateOf(shared, level);
  const left = [shared.missing, shared.waived, shared.left_open].find(({ length }) => length > 0);
  const { missing } = shared;
  return {
    rule,
    asks: ruleAsks(rule),
    level,
    state,
    sentence: left === undefined ? looked.holds : looked.lacks(left),
    ...shared,
    can_be_waived: missing.some((one) => !isFinal(one, rule)),
    reason_hint,
  };
}

type Shared = Pick<CheckResult, 'missing' | 'reasoned' | 'waived' | 'left_open'>;

/** What is missing, by what answers it: the claim is to be signed open, a reason, a waiver, or nothing. */
function shareOut({ missing }: Looked, rule: Rule, { reasons, waivers, open }: SignOffInput): Shared {
  const shared: Shared = { missing: [], reasoned: [], waived: [], left_open: [] };
  const reason_at = firstAt(reasons.filter((said) => said.rule === rule).map((said) => [placeOf(said), said]));
  const waiver_at = firstAt(
    waivers
      .filter((said) => said.rule === rule)
      .flatMap((said) => said.items.map((item): [string, Waiving] => [placeOf(item), said])),
  );
  for (const one of missing) {
    const reason = reason_at.get(placeOf(one));
    const waiver = waiver_at.get(placeOf(one));
    if (isFinal(one, rule)) shared.missing.push(one);
    else if (one.claim !== null && open.has(one.claim)) shared.left_open.push(one);
    else if (reason !== undefined) shared.reasoned.push({ ...one, reason });
    else if (waiver !== undefined) shared.waived.push({ ...one, waiver });
    else shared.missing.push(one);
  }
  return shared;
}

/** Of several at one place the first counts. */
function firstAt<Said>(pairs: [place: string, said: Said][]): Map<string, Said> {
  return new Map(pairs.reverse());
}

/** R14 and an altered saved copy are never waived. */
function isFinal({ is_final }: Missing, rule: Rule): boolean {
  return is_final === true || rule === ALWAYS_MUST;
}

function stateOf({ missing, waived, left_open }: Shared, level: Level): CheckState {
  if (missing.some(({ is_final }) => is_final)) return 'blocks';
  if (level === 'off') return 'off';
  if (missing.length > 0) return level === 'must' ? 'blocks' : 'should';
  if (waived.length > 0) return 'waived';
  return left_open.length > 0 ? 'left_open' : 'holds';
}
