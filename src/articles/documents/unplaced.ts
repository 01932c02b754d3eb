// Names the notes that stand on no words of the text, such as those of a deleted sentence. Pure.
import type { Block } from './block.ts';
import type { LeftOut } from './left-out.ts';

/** Adds to what is left out each note to which no block refers. */
export function nameUnplaced(
  blocks: readonly Block[],
  notes: ReadonlyMap<string, { title: string; text: string }>,
  left_out: LeftOut,
): void {
  const placed = new Set(blocks.flatMap(({ references }) => references.map(({ id }) => id)));
  for (const [id, { title, text }] of notes)
    if (!placed.has(id))
      left_out.add('Notes on words that are not in the text', title === '' ? text : `${title}: ${text}`);
}
