// What the lists of a desk say of the papers among its sources.
import type { Db } from '#src/database/schema.ts';
import { type DeskLine, listLines } from './line-store.ts';
import { type PaperSaid, paperSaid } from './retraction.ts';

interface OfPaper {
  desk_id: string;
  doi: string;
}

/** What the lists say of each of these sources. For sources with a DOI one question, for all others none. */
export async function linesOfPapers(
  db: Db,
  sources: readonly OfPaper[],
): Promise<(source: OfPaper) => readonly DeskLine[]> {
  const papers = sources.filter(({ doi }) => doi !== '');
  if (papers.length === 0) return () => [];
  const distinct = (values: string[]) => [...new Set(values)];
  const desk_ids = distinct(papers.map(({ desk_id }) => desk_id));
  const lines = await listLines(db, { desk_ids, dois: distinct(papers.map(({ doi }) => doi)) });
  const by_paper = Map.groupBy(lines, keyOf);
  return (source) => by_paper.get(keyOf(source)) ?? [];
}

/** The same in sentences; null for a source that no list names. */
export async function papersSaid(db: Db, sources: readonly OfPaper[]): Promise<(source: OfPaper) => PaperSaid | null> {
  const linesOf = await linesOfPapers(db, sources);
  return (source) => paperSaid(linesOf(source));
}

function keyOf({ desk_id, doi }: OfPaper): string {
  return `${desk_id} ${doi}`;
}
