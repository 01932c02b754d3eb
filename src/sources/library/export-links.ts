// The ways out of the library's list: a file of each format, with the search as it stands. Pure.
import { url } from '#src/paths.ts';
import { type LibrarySearch, queryOf } from './search.ts';
import { FORMAT_LABELS, SOURCE_FORMATS } from './source-formats.ts';

export interface ExportLink {
  label: string;
  href: string;
}

/** What a list as this one is taken along as. */
export function exportLinks(search: LibrarySearch): ExportLink[] {
  const query = queryOf({ ...search, page: 1 });
  return SOURCE_FORMATS.map((format) => ({
    label: FORMAT_LABELS[format],
    href: url('sources_file', { format }, query),
  }));
}
