// The proposals of the versions that were read last, kept because a version never changes and reading it takes a while.
import type { Ground } from '#src/articles/store.ts';
import { type Proposal, proposalsOf } from './suggestion.ts';

const VERSIONS_KEPT = 20;
const memory = new Map<string, Proposal[]>();

/** All proposals of a version, whatever became of them, in the order of the text. */
export function allProposals(ground: Ground): readonly Proposal[] {
  const known = memory.get(ground.version.id);
  if (known !== undefined) return known;
  const found = proposalsOf(ground);
  const oldest = memory.keys().next();
  if (memory.size >= VERSIONS_KEPT && !oldest.done) memory.delete(oldest.value);
  memory.set(ground.version.id, found);
  return found;
}
