// Where a passage was found in a copy's text, as it is stored, with the copy's own words. Pure.
import type { PassageLookup } from '#src/reading/alignment/passage-lookup.ts';
import type { Range } from '#src/reading/text/range.ts';
import type { EvidenceTable } from '../tables.ts';
import type { LookupFields } from './store.ts';

/** `words` only where the passage was found with changes. */
export type FoundRange = Range & { words: string };

/** The columns for what was found; null where there was nothing to look up, or reading took too long. */
export function lookupFields(snapshot_id: string, text: string, lookup: PassageLookup | null): LookupFields {
  const isChanged = lookup?.found === 'with_changes';
  const ranges = (lookup?.ranges ?? []).map(({ start, end }) =>
    isChanged ? [start, end, text.slice(start, end).toWellFormed()] : [start, end],
  );
  return {
    lookup_snapshot_id: snapshot_id,
    lookup_found: lookup?.found ?? null,
    lookup_ranges: JSON.stringify(ranges),
  };
}

/** Where the parts of the passage stand in the copy’s text, as they were stored: UTF-16 code units, half open. */
export function foundRanges({ lookup_ranges }: Pick<EvidenceTable, 'lookup_ranges'>): FoundRange[] {
  const stored = JSON.parse(lookup_ranges) as [number, number, string?][];
  return stored.map(([start, end, words = '']) => ({ start, end, words }));
}

/** Of a passage that nobody has looked for yet. */
export const NOT_LOOKED_UP = { lookup_snapshot_id: null, lookup_found: null, lookup_ranges: '[]' } as const;
