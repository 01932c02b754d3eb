// What an identity record is known by: names, numbers, addresses, long runs of its words. Pure.
import type { SourceKnown } from '#src/sources/held-back/names.ts';
import { tokensOf } from '#src/sources/held-back/tokens.ts';

const PIECES = /[\n.;:!?()]+/;
const NAME = /\p{Lu}[\p{L}\p{M}’'-]*/gu;
/** A line of so few words is a name, or little else. */
const SHORT_LINE = 4;

/** The words of a record as what is known of its source. A word that only begins a sentence is no name by itself. */
export function knownFromRecord(source_id: string, words: string): SourceKnown {
  const names = words.split(PIECES).flatMap((piece) => namesIn(piece.trim()));
  const nothing = { people: [], bodies: [], places: [], remarks: [] };
  return { id: source_id, ...nothing, titles: [...new Set(names)], marks: [], sayings: [words] };
}

function namesIn(piece: string): string[] {
  if (tokensOf(piece).length <= SHORT_LINE) return [piece];
  const runs = piece.match(/\p{Lu}[\p{L}\p{M}’'-]*(?:\s+\p{Lu}[\p{L}\p{M}’'-]*)*/gu) ?? [];
  const single = [...piece.matchAll(NAME)].filter(({ index }) => index > 0).map(([name]) => name);
  return [...runs.filter((run) => /\s/.test(run)), ...single];
}
