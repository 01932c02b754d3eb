// First sources: how many of a claim's sources tell something of their own, and how that is said. Pure.
import { counted } from '#src/counted.ts';
import { needed } from '#src/item-at.ts';
import type { Flag } from '#src/people/tables.ts';
import type { SourceTable } from '../tables.ts';

/** A source as a line of another one speaks of it. */
export interface OriginSaid extends Pick<SourceTable, 'number' | 'title' | 'is_confidential' | 'alias'> {
  /** Of the link that leads there. */
  is_same_copy: Flag;
}

export interface Lineage {
  first_source_id: string;
  derives_from: OriginSaid | null;
  /** Null where the source is a first source itself. */
  first_source: OriginSaid | null;
}

/** What two uses need to be counted by: the same key, the same source. Keys hold within one list and say nothing else. */
export interface Counted {
  source_key: number;
  first_key: number;
}

export interface SourceCount {
  sources: number;
  /** A wire story printed in three papers is still one witness. */
  first_sources: number;
}

/** Keys for a list of uses, whoever may know what their sources are: running numbers. */
export function keysFor(uses: readonly { source_id: string; first_source_id: string }[]): Counted[] {
  const numbers = new Map<string, number>();
  const keyOf = (id: string) => {
    if (!numbers.has(id)) numbers.set(id, numbers.size + 1);
    return needed(numbers.get(id), 'number');
  };
  return uses.map((use) => ({ source_key: keyOf(use.source_id), first_key: keyOf(use.first_source_id) }));
}

/** How many sources these uses have, and how many first sources those come down to. */
export function countSources(uses: readonly Counted[]): SourceCount {
  return {
    sources: new Set(uses.map((use) => use.source_key)).size,
    first_sources: new Set(uses.map((use) => use.first_key)).size,
  };
}

/** "3 sources, 1 first source"; "2 sources" where nothing is known of them having it from one another; "no source yet". */
export function sayCount({ sources, first_sources }: SourceCount, none = 'no source yet'): string {
  if (sources === 0) return none;
  const said = counted(sources, 'source');
  if (first_sources === sources) return said;
  return `${said}, ${counted(first_sources, 'first source')}`;
}

interface Named {
  number: number;
  title: string;
}

/** "same copy as “Wire, take 3”", "derives from “Wire, take 3”, first source “Ministry, statement 208”"; '' where it has it from nobody. */
export function sayLineage(of: {
  derives_from: (Named & { is_same_copy: boolean }) | null;
  first_source: Named | null;
}) {
  const { derives_from, first_source } = of;
  if (derives_from === null) return '';
  const from = `${derives_from.is_same_copy ? 'same copy as' : 'derives from'} “${derives_from.title}”`;
  if (first_source === null || first_source.number === derives_from.number) return from;
  return `${from}, first source “${first_source.title}”`;
}

/** Whether noting that `source_id` derives from a source with this line up makes a circle. The line begins with that source. */
export function makesCircle(source_id: string, line: readonly { id: string }[]): boolean {
  return line.some(({ id }) => id === source_id);
}
