// The addresses of routes, each place filled in by the word before it: behind `claims/` stands a claim.

/** What stands in a place, by the word before it and its name: `claims/:number`, `report.:format`. */
export type Places = Record<string, string>;

const PLACE = /([\w-]+[/.]):([a-z_]+)/g;

/** The address of a route. Throws where nothing is given for a place of it. */
export function addressOf(pattern: string, places: Places): string {
  return pattern.replace(PLACE, (place, before: string) => {
    const value = places[place];
    if (value === undefined) throw new Error(`Nothing is given for ${place} in ${pattern}.`);
    return before + encodeURIComponent(value);
  });
}

/** The places of a route, in their order. */
export function placesIn(pattern: string): string[] {
  return [...pattern.matchAll(PLACE)].map(([place]) => place);
}
