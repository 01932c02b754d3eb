// About how much room a gathered article takes in the memory. Pure.
import type { ViewRows } from './gather-rows.ts';

/** In bytes, by measurement, with what is typed into one as a rule: a row, and the use of a source with all that is said of that. */
const ROW = 400;
const USE = 800;
const ARTICLE = 5_000;

/** In bytes, without evidence. The text and what the program reads from it are counted where they are read. */
export function roomOf(
  view: Omit<ViewRows, 'claims' | 'accusing'> & { claims: readonly unknown[]; initials: readonly unknown[] },
): number {
  const { claims, chains, figures, ticks, initials, fixes, queries, contacts, accused } = view;
  const lists = [
    claims,
    chains,
    figures,
    ticks,
    initials,
    fixes,
    queries,
    contacts,
    accused,
    view.questions,
    view.facts,
  ];
  const rows = lists.reduce((count, list) => count + list.length, 0);
  return ARTICLE + ROW * rows;
}

/** The same of uses of sources. */
export function roomOfEvidence(uses: readonly unknown[]): number {
  return USE * uses.length;
}
