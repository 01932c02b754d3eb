// Writes report.ris and report.csl.json: the sources of the report for a reference manager.
import { piecesOf } from '#src/outgoing-file.ts';
import { mediaTypeOf, writeSources } from '#src/sources/formats/write-sources.ts';
import { AUDIENCES } from '#src/sources/held-back/audience.ts';
import { FORMAT_LABELS } from '#src/sources/library/source-formats.ts';
import { cardsCited } from './cards-cited.ts';
import type { ReportFormat } from './report-format.ts';

const listIn = (name: 'ris' | 'csl.json', purpose: string): ReportFormat => ({
  name,
  label: FORMAT_LABELS[name],
  purpose,
  shelf: 'libraries',
  media_type: mediaTypeOf(name),
  audiences: AUDIENCES,
  write: (report) => piecesOf(writeSources(name, cardsCited(report), report.audience === 'internal')),
});

/** Each source once, with the claims that rest on it. In an internal list every entry has the keyword INTERNAL. */
export const RIS_FILE = listIn('ris', 'the sources, for Zotero, EndNote and other reference managers');
export const CSL_FILE = listIn('csl.json', 'the sources as data, for Pandoc and citation programs');
