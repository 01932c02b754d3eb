// Some tries that came together: what each of them meets, and how they are counted one after the other.
import type { Context } from '#src/context.ts';
import { type GuessKey, keyText, listGuessesForChange, updateGuesses } from './guess-store.ts';
import { type Counted, countedAt, noTries, oneMore } from './throttle-rules.ts';

export interface Try {
  keys: GuessKey[];
  at: string;
}

/** One after the other, in the order in which they came, so that of many at once only the first are free. */
export async function countInTurn(ctx: Context, tries: Try[]) {
  const counts = await listGuessesForChange(ctx, keysOf(tries));
  const changed = new Map<string, Counted>();
  const outcomes = tries.map(({ keys, at }) => {
    const now = keys.map((key) => ({ ...key, key: keyText(key), counted: stateOf(key, counts, at) }));
    const until = latest(now.map(({ counted }) => counted.locked_until).filter((one) => one > at));
    for (const { key, guessed_at, counted } of now) {
      const after = until === null ? oneMore(counted, guessed_at, at) : counted;
      counts.set(key, after);
      changed.set(key, after);
    }
    return until;
  });
  await updateGuesses(ctx.db, changed);
  return { outcomes, counts };
}

/** The wait that a try meets as it is on record; null where there is none, or where the clock was set back and it has to be shortened. */
export function wholeWait({ keys, at }: Try, counts: Map<string, Counted>): string | null {
  const waits = keys.flatMap((key) => {
    const found = counts.get(keyText(key));
    return found && found.locked_until > at ? [{ until: found.locked_until, now: stateOf(key, counts, at) }] : [];
  });
  if (waits.some(({ until, now }) => until !== now.locked_until)) return null;
  return latest(waits.map(({ until }) => until));
}

function stateOf(key: GuessKey, counts: Map<string, Counted>, at: string): Counted {
  return countedAt(counts.get(keyText(key)) ?? noTries(at), key.guessed_at, at);
}

export function keysOf(tries: Try[]): string[] {
  return [...new Set(tries.flatMap(({ keys }) => keys.map(keyText)))];
}

function latest(times: string[]): string | null {
  return times.sort().at(-1) ?? null;
}
