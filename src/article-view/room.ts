// About how much room a gathered article takes in the memory. Pure.
import type { VersionText } from '#src/articles/version-text-store.ts';
import type { ViewRows } from './gather-rows.ts';

/** In bytes, by measurement: a sentence, and a row of anything else, with what is typed into one as a rule. */
const SENTENCE = 350;
const ROW = 800;
const ARTICLE = 5_000;

/** In bytes. The text is counted as the letters of the widest; what the program reads from it is counted where it is read. */
export function roomOf(
  view: Omit<ViewRows, 'claims'> & { claims: readonly unknown[]; ground: VersionText; initials: readonly unknown[] },
): number {
  const { ground, claims, chains, figures, evidence, ticks, initials, fixes, queries, contacts, accused } = view;
  const lists = [claims, chains, figures, evidence, ticks, initials, fixes, queries, contacts, accused, view.questions];
  const rows = lists.reduce((count, list) => count + list.length, 0);
  return ARTICLE + 2 * ground.text.length + SENTENCE * ground.sentences.length + ROW * rows;
}
