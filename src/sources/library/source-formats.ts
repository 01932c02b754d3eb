// The formats of the files in which sources come and go. Pure.

export const SOURCE_FORMATS = ['ris', 'bib', 'csl.json', 'csv'] as const;
export type SourceFormat = (typeof SOURCE_FORMATS)[number];

export const FORMAT_LABELS: Record<SourceFormat, string> = {
  ris: 'RIS',
  bib: 'BibTeX',
  'csl.json': 'CSL-JSON',
  csv: 'CSV',
};
