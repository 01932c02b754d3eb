// What is looked for in the index: terms, who asks, and what it is narrowed to. Pure.
import type { EntryKind } from './tables.ts';
import type { Term } from './typed.ts';

/** At which desks somebody sees everything, and at which what those see who look from outside. */
export interface Reach {
  inside: readonly string[];
  outside: readonly string[];
}

export interface Asked {
  kinds: readonly EntryKind[];
  /** Of each list one must stand in the entry. */
  terms: readonly (readonly Term[])[];
  reach: Reach;
  /** Every one of these facets, too. */
  facets: readonly string[];
  /** The ids between which an entry's lies, both included. */
  from: number;
  to: number;
}

/** How much of what there is is wanted: it is counted up to `most`, and from the place `first` on so many are given. */
export interface Wanted {
  most: number;
  first: number;
  length: number;
}

/** What there is of a kind, newest first. */
export interface Hits {
  /** How many entries; a long text has several. */
  count: number;
  /** The things that the wanted entries are of. */
  subjects: string[];
}
