// Who speaks, as a reader would write it down. Pure.

/** `printed` is what a reader would write down: role and name. `name` is null for "a source", "US and Nato commanders". */
export type Speaker = { name: string | null; role: string | null; printed: string };
