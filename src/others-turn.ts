// Gives others their turn, where work has held the event loop for a while.
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';

/** So many milliseconds one turn of the loop may work before whoever asks here lets others have theirs. */
const LONG = 10;

/** When the work of this turn of the loop began, as far as anybody has asked; undefined where nobody has yet. */
let begun_at: number | undefined;

/**
 * To be awaited between the steps of work that may be long: it waits for the next turn of the loop where this one has lasted
 * long already, whoever worked in it, and else costs next to nothing.
 */
export async function othersTurn(): Promise<void> {
  // Of several that waited, one works in the next turn, and the others in those after it.
  while (isLong()) await yieldToEventLoop();
}

let next: Promise<void> | undefined;

/** To be awaited by what is better done together with what others begin in this turn of the loop: all go on at once, in the next. */
export function withOthers(): Promise<void> {
  next ??= yieldToEventLoop().then(() => {
    next = undefined;
  });
  return next;
}

/** As the `map` of lists, with a turn for others wherever it is time. */
export async function mapInTurns<Value, Made>(values: Iterable<Value>, make: (value: Value) => Made): Promise<Made[]> {
  const made: Made[] = [];
  for (const value of values) {
    if (isLong()) await othersTurn();
    made.push(make(value));
  }
  return made;
}

/** Whether this turn of the loop has lasted long already. */
export function isLong(): boolean {
  if (begun_at !== undefined) return performance.now() - begun_at > LONG;
  begun_at = performance.now();
  setImmediate(() => {
    begun_at = undefined;
  });
  return false;
}
