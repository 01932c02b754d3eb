// A format of the report, with the shelf on which pages and help put it. Pure.
import type { Audience } from '#src/sources/held-back/audience.ts';
import { type FileFormat, type FileOffered, filesOffered } from '#src/sources/held-back/file-format.ts';
import type { Report } from '../report.ts';
import type { Sealed } from '../sealed.ts';

/** Who takes such a file up, in the order in which pages list them. */
export const SHELVES = ['readers', 'machines', 'libraries', 'outsiders'] as const;
export type Shelf = (typeof SHELVES)[number];

export const SHELF_LABELS: Record<Shelf, string> = {
  readers: 'To read',
  machines: 'For programs and tables',
  libraries: 'For reference lists',
  outsiders: 'To check without the desk',
};

export interface ReportFormat extends FileFormat<Report, Sealed> {
  shelf: Shelf;
  /** What it is good for, in a few words behind its name: "one file that opens in any browser". */
  purpose: string;
}

export interface FilesOnShelf {
  label: string;
  formats: { label: string; purpose: string; files: FileOffered[] }[];
}

/** What pages and help say of a format. */
export type FormatOffered = Omit<ReportFormat, 'write' | 'policy'>;

/** Every file that there is for this audience, shelf by shelf; shelves without one are left out. */
export function filesOnShelves(formats: readonly FormatOffered[], audience: Audience): FilesOnShelf[] {
  return SHELVES.map((shelf) => ({
    label: SHELF_LABELS[shelf],
    formats: formats
      .filter((format) => format.shelf === shelf && format.audiences.includes(audience))
      .map((format) => ({ label: format.label, purpose: format.purpose, files: filesOffered([format], audience) })),
  })).filter((shelf) => shelf.formats.length > 0);
}
