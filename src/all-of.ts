// Several things that are asked for at once, by their names.

/** Waits for all of them. What is asked of PostgreSQL in one turn goes there together. */
export async function allOf<Found extends object>(
  asked: {
    [Name in keyof Found]: Promise<Found[Name]> | Found[Name];
  },
): Promise<Found> {
  const found = await Promise.all(Object.values(asked));
  return Object.fromEntries(Object.keys(asked).map((name, at) => [name, found[at]])) as Found;
}
