// What the desk wrote into a sheet that it gave out: only what differs from it comes back as new. Pure.
import { createHash } from 'node:crypto';
import { foldKey } from '#src/text-fields.ts';

const EXPORTED_FIELDS = ['words', 'status', 'source', 'note', 'checker'] as const;
export type ExportedField = (typeof EXPORTED_FIELDS)[number];

/** A short hash of each cell. */
export type Exported = Record<ExportedField, string>;

/** Ten letters of each: enough to know a cell again, and no number that a spreadsheet would make shorter. */
function markOf(text: string): string {
  return createHash('sha256').update(foldKey(text)).digest('hex').slice(0, 10);
}

/** As it stands in the column: `was-…`. */
export function exportedCell(cells: Record<ExportedField, string>): string {
  return `was-${EXPORTED_FIELDS.map((field) => markOf(cells[field])).join('-')}`;
}

/** What stood in the cells; null for anything that the desk did not write. */
export function exportedIn(cell: string): Exported | null {
  const marks = /^was((?:-[0-9a-f]{10}){5})$/.exec(cell.trim())?.[1]?.slice(1).split('-');
  if (marks === undefined) return null;
  return Object.fromEntries(EXPORTED_FIELDS.map((field, at) => [field, marks[at]])) as Exported;
}

/** Whether a cell says what it said when it was given out. */
export function isAsExported(exported: Exported | null, field: ExportedField, text: string): boolean {
  return exported !== null && exported[field] === markOf(text);
}
