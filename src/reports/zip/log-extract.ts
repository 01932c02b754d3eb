// The log of an article for a ZIP, a line an entry; of what lies in between only the links of the chain.
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import { type ExtractRow, findSpan, listExtract } from '#src/audit/extract-store.ts';
import type { Db } from '#src/database/schema.ts';
import { canonicalTextOf } from '../signing/statement.ts';
import type { ReportRow } from '../signing/store.ts';

const AT_A_TIME = 500;

/**
 * From the article's first entry to the one with which the report was signed, RFC 8785 texts: the article's own entries whole
 * (`detail` is null where it was erased), those of others with number, previous and hash alone. Throws Error where the log
 * does not know of the signature.
 */
export async function* logLines(db: Db, report: ReportRow): AsyncGenerator<string> {
  const { desk_id: chain, article_id } = report;
  const span = await findSpan(db, { chain, article_id, subject: `report:${report.id}`, verb: 'report.signed' });
  let after = span.first - 1;
  for (;;) {
    const rows = await listExtract(db, { chain, after, upto: span.last, limit: AT_A_TIME });
    for (const row of rows) yield `${canonicalTextOf(row.article_id === article_id ? wholeEntry(row) : linkOf(row))}\n`;
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.number;
    await yieldToEventLoop();
  }
}

function wholeEntry({ salt, before, after, rows, ...entry }: ExtractRow) {
  const detail = salt === null ? null : { salt, before, after, rows };
  return { ...entry, detail };
}

function linkOf({ number, previous, hash }: ExtractRow) {
  return { number, previous, hash };
}
