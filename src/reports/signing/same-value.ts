// Whether two values of a report say the same, whichever program wrote them. Pure.

/** Of two objects only the keys that both have are compared: a key of one alone is the program's, not the desk's. */
export function differ(one: unknown, other: unknown): boolean {
  if (one === other) return false;
  if (Array.isArray(one) && Array.isArray(other))
    return one.length !== other.length || one.some((entry, index) => differ(entry, other[index]));
  if (!isObject(one) || !isObject(other)) return true;
  return Object.keys(one).some((key) => Object.hasOwn(other, key) && differ(one[key], other[key]));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
