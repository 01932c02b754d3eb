// Which fields somebody changed: before and after, for the log and for a stale edit.

/** The names of the fields in which the two differ, of those that `after` has. */
export function keysThatDiffer<Fields extends object>(before: Fields, after: Fields): (keyof Fields)[] {
  return (Object.keys(after) as (keyof Fields)[]).filter((key) => before[key] !== after[key]);
}

/** Only the fields that differ, of those that `after` has. */
export function fieldsThatDiffer<Fields extends object>(
  before: Fields,
  after: Fields,
): { before: Partial<Fields>; after: Partial<Fields> } {
  const keys = keysThatDiffer(before, after);
  const only = (fields: Fields) => Object.fromEntries(keys.map((key) => [key, fields[key]])) as Partial<Fields>;
  return { before: only(before), after: only(after) };
}
