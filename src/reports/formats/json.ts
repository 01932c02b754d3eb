// Writes report.json: the report key by key, as docs/report-json.md describes it.
import { piecesOf } from '#src/outgoing-file.ts';
import { AUDIENCES } from '#src/sources/held-back/audience.ts';
import type { Report } from '../report.ts';
import type { ReportFormat } from './report-format.ts';

/** The keys stand in the order in which docs/report-json.md describes them. */
export const JSON_FILE: ReportFormat = {
  name: 'json',
  label: 'JSON',
  purpose: 'the whole report as data, key by key',
  shelf: 'machines',
  media_type: 'application/json; charset=utf-8',
  audiences: AUDIENCES,
  write: (report) => piecesOf(textsOf(report)),
};

/** What `JSON.stringify(report, null, 2)` gives, an entry of a list at a time. */
function* textsOf(report: Report): Generator<string> {
  const keys = Object.entries(report).filter(([, value]) => value !== undefined);
  let before = '{\n';
  for (const [key, value] of keys) {
    yield `${before}  ${JSON.stringify(key)}: `;
    if (Array.isArray(value) && value.length > 0) yield* entriesOf(value);
    else yield indented(value, '  ');
    before = ',\n';
  }
  yield '\n}\n';
}

function* entriesOf(list: unknown[]): Generator<string> {
  let before = '[\n';
  for (const entry of list) {
    yield `${before}    ${indented(entry, '    ')}`;
    before = ',\n';
  }
  yield '\n  ]';
}

/** Line ends within strings are escaped: every one that is there is one of the layout. */
function indented(value: unknown, by: string): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${by}`);
}
