// The saved copies on which findings rest, each told once with its hash. Pure.
import { toldEvidence } from './finding.ts';
import type { Report } from './report.ts';

export interface PaperCopy {
  /** The source and the copy of it: "Bulletin 31: saved copy 1, 14 March 2026, 20:30". */
  words: string;
  hash: string;
}

/** In the order in which the findings first name them; erased ones, which have no hash any more, are left out. */
export function copiesOnPaper({ findings }: Pick<Report, 'findings'>): PaperCopy[] {
  const told = new Map<string, PaperCopy>();
  for (const { source, copies } of toldEvidence(findings))
    for (const { number, words, sha256 } of copies)
      if (sha256 !== null) told.set(`${source.number} ${number}`, { words: `${source.title}: ${words}`, hash: sha256 });
  return [...told.values()];
}
