// What lists say of a paper: whether it is retracted, and in which words. Pure.
import { sayDate } from '#src/dates.ts';
import { itemAt } from '#src/item-at.ts';
import type { RetractionKind, RetractionTable } from './tables.ts';

/** A line about a paper, with the name of the list that has it. */
export type LineFound = Pick<RetractionTable, 'doi' | 'kind' | 'day' | 'reason'> & {
  list_name: string;
  /** Since when the list says so at this desk. */
  stands_since: string;
};

export interface PaperSaid {
  /** Retracted, and not reinstated since. A correction or an expression of concern is none. */
  is_retracted: boolean;
  /** "Retracted on 12 March 2024, according to Retraction Watch: Data unreliable." What weighs most stands first. */
  sentences: string[];
}

const WORDS: Record<RetractionKind, string> = {
  retraction: 'Retracted',
  reinstatement: 'Reinstated',
  concern: 'Expression of concern',
  correction: 'Corrected',
};
const ORDER = Object.keys(WORDS) as RetractionKind[];

/** What stands in the lists about one paper; null where nothing does. */
export function paperSaid(lines: readonly LineFound[]): PaperSaid | null {
  if (lines.length === 0) return null;
  return { is_retracted: isRetracted(lines), sentences: ORDER.flatMap((kind) => sentencesOf(lines, kind)) };
}

/** Retracted, unless it was reinstated on that day or later. Where a day is not known, the retraction counts. */
export function isRetracted(lines: readonly Pick<LineFound, 'kind' | 'day'>[]): boolean {
  const daysOf = (kind: RetractionKind) => lines.filter((line) => line.kind === kind).map(({ day }) => day);
  const back = daysOf('reinstatement').sort().at(-1) ?? '';
  return daysOf('retraction').some((day) => back === '' || day === '' || day > back);
}

/** Lists that say the same are named together. */
function sentencesOf(lines: readonly LineFound[], kind: RetractionKind): string[] {
  const said = Map.groupBy(
    lines.filter((line) => line.kind === kind),
    ({ day, reason }) => `${day}\n${reason}`,
  );
  return [...said.values()].map((same) => {
    const { day, reason } = itemAt(same, 0);
    const lists = [...new Set(same.map(({ list_name }) => list_name))].join(' and ');
    return `${WORDS[kind]}${onDay(day)}, according to ${lists}${reason === '' ? '' : ` (${reason})`}.`;
  });
}

function onDay(day: string): string {
  return day === '' ? '' : ` on ${sayDate(day)}`;
}

/** The cause that stands beside a claim: "its source was retracted on 12 March 2024, according to Retraction Watch". */
export function causeOfRetraction(lines: readonly LineFound[]): string {
  const line = lines.find(({ kind }) => kind === 'retraction');
  return line === undefined ? '' : `its source was retracted${onDay(line.day)}, according to ${line.list_name}`;
}
