// What stands at a place where something has to stand.

/** The item at this place, from the end where it is negative. RangeError where there is none: a fault of ours. */
export function itemAt<Item>(list: ArrayLike<Item>, place: number): Item {
  const index = place < 0 ? list.length + place : place;
  if (index >= 0 && index < list.length) return list[index] as Item;
  throw new RangeError(`There is nothing at ${place} in a list of ${list.length}.`);
}

/** What has to be there. TypeError where it is not: a fault of ours; `what` says what was looked for. */
export function needed<Value>(value: Value | null | undefined, what: string): Value {
  if (value !== null && value !== undefined) return value;
  throw new TypeError(`There is no ${what}.`);
}
