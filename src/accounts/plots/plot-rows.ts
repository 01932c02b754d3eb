// The rows of a plot of accounts: the mark that each figure is, in the order of the figures. Pure.
import { needed } from '#src/item-at.ts';
import { placeInTime } from '../as-of.ts';
import type { Rule } from '../question.ts';
import type { AccountTable } from '../tables.ts';
import { type Dimension, dimensionOf, foldUnit, onScale } from '../units.ts';
import { type Scale, scaleFor } from './plot-scale.ts';
import { figureLabel } from './plot-words.ts';

/** `above`: open towards more; `below`: open towards less; `none`: no number, or one that this scale cannot hold. */
export type Shape = 'point' | 'interval' | 'above' | 'below' | 'none';

export interface PlotRow {
  name: string;
  role: string;
  shape: Shape;
  low: number | null;
  high: number | null;
  /** "about": drawn broken. */
  is_about: boolean;
  /** "more than", "fewer than": the bound itself is not among them, and its ring is hollow. */
  is_beyond: boolean;
  is_preferred: boolean;
  /** What it was taken from has changed since. */
  is_changed: boolean;
  /** What stands beside the mark, or in its place. */
  label: string;
  /** Milliseconds on the desk's clocks; null where no time is known. */
  at: number | null;
}

export interface PlotModel {
  point: string;
  dimension: Dimension;
  unit: string | null;
  rows: PlotRow[];
  scale: Scale;
  /** What the desk's rule makes of it: the stretch or the one value that the copy may use. */
  followed: { low: number; high: number } | null;
}

export type PlotAccount = Pick<AccountTable, 'value' | 'comparator' | 'low' | 'high' | 'unit' | 'as_of'> & {
  party_name: string;
  party_role: string;
  is_preferred: boolean;
  is_changed?: boolean;
  /** The time it speaks of, as it is said; '' for none. */
  as_of_words: string;
};

export interface PlotQuestion {
  point: string;
  rule: Rule;
  accounts: readonly PlotAccount[];
}

/** The plot of a question, or null where no account is a number. */
export function plotOf({ point, rule, accounts }: PlotQuestion, time_zone: string): PlotModel | null {
  const figures = accounts.filter((account) => account.comparator !== null);
  const dimension = mostCommon(figures.map((account) => dimensionOf(account.unit)));
  if (dimension === undefined) return null;
  const drawn = figures.filter((account) => isOn(dimension, account, figures));
  const unit = mostCommon(drawn.map((account) => account.unit).filter((one) => one !== null)) ?? null;
  const rows = accounts.map((account) => {
    const again = accounts.filter((one) => one.party_name === account.party_name).length > 1;
    const role = (again && account.as_of_words && `as of ${account.as_of_words}`) || account.party_role;
    return rowOf({ ...account, party_role: role }, { unit, is_drawn: drawn.includes(account), time_zone });
  });
  rows.sort((a, b) => heightOf(b) - heightOf(a));
  const scale = scaleFor(
    rows.filter((row) => row.shape !== 'none'),
    dimension,
  );
  return { point, dimension, unit, rows, scale, followed: followedBy(rule, rows) };
}

/** A bare number ("25") stands on the scale of the others, whatever that is. */
function isOn(dimension: Dimension, account: PlotAccount, figures: readonly PlotAccount[]): boolean {
  if (dimensionOf(account.unit) === dimension) return true;
  return account.unit === null && figures.some((one) => one.unit !== null);
}

function mostCommon<Value extends string>(values: readonly Value[]): Value | undefined {
  const groups = [...Map.groupBy(values, (value) => (value.includes(' ') ? value : foldUnit(value) || value)).values()];
  return groups.sort((a, b) => b.length - a.length)[0]?.[0];
}

function rowOf(
  account: PlotAccount,
  { unit, is_drawn, time_zone }: { unit: string | null; is_drawn: boolean; time_zone: string },
): PlotRow {
  const { comparator, party_name: name, party_role: role, is_preferred, is_changed = false } = account;
  const at = placeInTime(account.as_of, time_zone);
  const sign = is_changed ? ' ↻' : '';
  if (comparator === null || !is_drawn) {
    const none = { shape: 'none', low: null, high: null, is_about: false, is_beyond: false } as const;
    return { name, role, ...none, is_preferred, is_changed, label: `${account.value}${sign}`, at };
  }
  const { low, high } = onScale(account);
  return {
    name,
    role,
    shape: low === null ? 'below' : high === null ? 'above' : low === high ? 'point' : 'interval',
    low,
    high,
    is_about: comparator === '~',
    is_beyond: comparator === '>' || comparator === '<',
    is_preferred,
    is_changed,
    label: `${figureLabel({ ...account, comparator }, unit)}${sign}`,
    at,
  };
}

function heightOf({ low, high }: PlotRow): number {
  if (low === null && high === null) return Number.NEGATIVE_INFINITY;
  return needed(low ?? high, 'end of a range') / 2 + needed(high ?? low, 'end of a range') / 2;
}

function followedBy(rule: Rule, rows: readonly PlotRow[]): PlotModel['followed'] {
  const preferred = rows.find((row) => row.is_preferred);
  if (rule === 'prefer' && preferred !== undefined) return spanOf([preferred]);
  if (rule === 'range') return spanOf(rows);
  const span = spanOf(rows);
  return rule === 'lowest' && span !== null ? { low: span.low, high: span.low } : null;
}

function spanOf(rows: readonly PlotRow[]): PlotModel['followed'] {
  const values = rows.flatMap(({ low, high }) => [low, high]).filter((value) => value !== null);
  return values.length === 0 ? null : { low: Math.min(...values), high: Math.max(...values) };
}
