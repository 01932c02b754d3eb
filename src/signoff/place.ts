// Where a reason or a waiver belongs: to the same thing, resting on the same. Pure.

/** One text for both, so that answers are found at once among thousands. */
export function placeOf({ key, covers }: { key: string; covers: string }): string {
  return `${covers} ${key}`;
}
