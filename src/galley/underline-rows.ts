// Where claims overlap, each draws its line in a row of its own. Pure.

/**
 * The lane of each claim of a paragraph, 0 for the line nearest to the words: claims that share a letter never share a
 * lane, and the one that begins first takes the first that is free. `segments` are in the order of the text, their
 * claims outermost first.
 */
export function lanesOf(segments: readonly { claims: readonly number[] }[]): Map<number, number> {
  const lanes = new Map<number, number>();
  for (const { claims } of segments) {
    if (claims.every((number) => lanes.has(number))) continue;
    const taken = new Set(claims.map((number) => lanes.get(number)));
    for (const number of claims) {
      if (lanes.has(number)) continue;
      let lane = 0;
      while (taken.has(lane)) lane += 1;
      lanes.set(number, lane);
      taken.add(lane);
    }
  }
  return lanes;
}
