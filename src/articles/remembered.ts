// What is made of an article as it stands, remembered until anything of it changes.
import type { Context } from '#src/context.ts';
import type { Memory } from '#src/memory.ts';
import type { Remembered } from '#src/memory-room.ts';
import { withSameTexts } from '#src/same-texts.ts';
import { stateBesideClaims, stateOf } from './freshness.ts';
import type { ArticleFound } from './store.ts';

type Make<Value> = (before: Value | undefined, beside: Value | undefined) => Promise<Remembered<Value>>;

/** What is remembered of a state, with what else than rows of claims was stored in it. */
export interface OfState<Value> {
  readonly value: Value;
  readonly beside_claims: string;
}

/**
 * What is remembered of this state of the article under `what` (all that it depends on beside the state and the role of whoever
 * looks; never the person, never the time), or else what `make` gives. What was made of an earlier state is forgotten then, as
 * it is where `besides` was another: what it depends on that only ever goes on. `make` gets it, as `before`; and as `beside`, too,
 * where nothing but rows of claims has changed since: what is read from other rows is what it was. Inside a transaction it is
 * always made anew: what is read there may never come to be.
 */
export async function rememberedOf<Value>(
  ctx: Context,
  article: ArticleFound,
  memory: Memory<OfState<Value>>,
  { what = '', besides = '', make }: { what?: string; besides?: string; make: Make<Value> },
): Promise<Value> {
  if (ctx.db.isTransaction) return (await make(undefined, undefined)).value;
  const beside_claims = stateBesideClaims(article);
  const found = await memory.ofState(keyOf(article, what), `${stateOf(article)} ${besides}`, async (before) => {
    const is_beside = before?.beside_claims === beside_claims;
    const { value, bytes } = await make(before?.value, is_beside ? before.value : undefined);
    return { value: { value, beside_claims }, bytes };
  });
  return found.value;
}

/** Says that it is still in hand, of whatever state: what is made of it was asked for instead. */
export function touchRemembered<Value>(article: ArticleFound, memory: Memory<OfState<Value>>, what = ''): void {
  memory.touch(keyOf(article, what));
}

function keyOf({ id, role }: ArticleFound, what: string): string {
  return `${id} ${role} ${what}`;
}

/**
 * The rows, each of which is the very one of the state before where it reads the same, and the list, too, where all do: what
 * was made of them holds, and most of an article is not thrown away and kept anew with each save.
 */
export function asBefore<Row extends object>(before: Row[] | undefined, rows: Row[]): Row[] {
  if (before === undefined) return withSameTexts(rows);
  const by_id = before.length === rows.length ? undefined : new Map(before.map((row) => [idOf(row), row]));
  const same = rows.map((row, at) => {
    const known = by_id === undefined ? before[at] : by_id.get(idOf(row));
    return known !== undefined && readsTheSame(known, row) ? known : row;
  });
  return isAsBefore(before, same) ? before : same;
}

function idOf(row: object): unknown {
  return 'id' in row ? row.id : undefined;
}

/** Both are of one statement, and have the same columns. */
function readsTheSame<Row extends object>(one: Row, other: Row): boolean {
  for (const column in other) if (one[column] !== other[column]) return false;
  return true;
}

/** Whether both hold the same things in the same order. */
export function isAsBefore(before: readonly unknown[], things: readonly unknown[]): boolean {
  return before.length === things.length && things.every((thing, at) => thing === before[at]);
}

/** What follows from a few things alone, with what they say. */
export interface Following<Value> {
  readonly said: string;
  readonly value: Value;
}

/** What followed from them in the state before where they say the same, or else what `make` gives. */
export function following<Value>(
  before: Following<Value> | undefined,
  things: readonly unknown[],
  make: () => Value,
): Following<Value> {
  const said = JSON.stringify(things);
  return before?.said === said ? before : { said, value: make() };
}
