// The leftovers of the versions that were read last, kept because a version never changes and finding them takes a while.
import type { Ground } from '#src/articles/store.ts';
import { type Leftover, leftoversOf } from '#src/reading/leftovers.ts';

const VERSIONS_KEPT = 20;
const memory = new Map<string, Map<number, Leftover[]>>();

/** All leftovers of a version by number of the sentence, covered or not. */
export function allLeftovers(ground: Ground, language: string): Map<number, Leftover[]> {
  const key = `${ground.version.id} ${language}`;
  const known = memory.get(key);
  if (known !== undefined) return known;
  const { text, sentences } = ground;
  const found = new Map(sentences.map((sentence) => [sentence.number, leftoversOf(text, sentence, language)]));
  const oldest = memory.keys().next();
  if (memory.size >= VERSIONS_KEPT && !oldest.done) memory.delete(oldest.value);
  memory.set(key, found);
  return found;
}
