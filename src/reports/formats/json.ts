// Writes report.json: the report key by key, as docs/report-json.md describes it.
import { piecesOf } from '#src/outgoing-file.ts';
import { AUDIENCES } from '#src/sources/held-back/audience.ts';
import { jsonPieces } from './json-pieces.ts';
import type { ReportFormat } from './report-format.ts';

/** The keys stand in the order in which docs/report-json.md describes them. */
export const JSON_FILE: ReportFormat = {
  name: 'json',
  label: 'JSON',
  purpose: 'the whole report as data, key by key',
  shelf: 'machines',
  media_type: 'application/json; charset=utf-8',
  audiences: AUDIENCES,
  write: (report) => piecesOf(jsonPieces(report)),
};
