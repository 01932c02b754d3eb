// Re-traces the stretch of the desk's log in an internal ZIP, up to the entry of the signature.
import { z } from 'zod';
import { hashOfDetail, hashOfEntry } from '#src/audit/log.ts';
import { counted } from '#src/counted.ts';
import { hash, number, object, words } from '../schema/pieces.ts';
import type { Statement } from '../signing/statement.ts';
import type { OpenZip } from './open-zip.ts';
import { readCanonical } from './signed-text.ts';
import { ZipRefused } from './zip-refused.ts';

const link = { number, previous: hash, hash };
const detail = object({ salt: words, before: words, after: words, rows: words.nullable() });
const LINE = z.union([
  object({
    ...link,
    ...{ chain: words, at: words, actor: words, verb: words, subject: words, article_id: words, detail_hash: hash },
    detail: detail.nullable(),
  }),
  object(link),
]);
type Line = z.infer<typeof LINE>;
type Whole = Extract<Line, { detail: unknown }>;

const LONGEST_LINE = 50_000_000;

/** How many entries, in words. Throws ZipRefused for the first thing that does not hold. */
export async function checkLog(zip: OpenZip, statement: Statement): Promise<string> {
  const seen = { whole: 0, links: 0, erased: 0, has_head: false };
  let last: Line | undefined;
  for await (const text of linesOf(zip)) {
    const line = readCanonical('A line of log.jsonl', text, LINE);
    assertFollows(line, last);
    if ('detail' in line) {
      assertWhole(line, statement);
      seen.whole += 1;
      if (line.detail === null) seen.erased += 1;
    } else seen.links += 1;
    if (line.number === statement.log_head.number) seen.has_head = line.hash === statement.log_head.hash;
    last = line;
  }
  if (!seen.has_head) throw new ZipRefused('The log does not have the head that was signed.');
  assertSigning(last, statement);
  const erased = seen.erased === 0 ? '' : `, of ${seen.erased} the detail was erased`;
  return `${counted(seen.whole, 'entry', 'entries')} of the article${erased}, linked by ${seen.links} of others, up to the signature.`;
}

function assertFollows(line: Line, last: Line | undefined): void {
  if (last === undefined) return;
  if (line.number !== last.number + 1) throw new ZipRefused(`Entry ${line.number} of the log follows ${last.number}.`);
  if (line.previous !== last.hash)
    throw new ZipRefused(`Entry ${line.number} of the log does not follow the hash before it.`);
}

function assertWhole(line: Whole, { desk, article }: Statement): void {
  if (line.chain !== desk.id || line.article_id !== article.id)
    throw new ZipRefused(`Entry ${line.number} of the log is of another desk or article.`);
  if (hashOfEntry(line) !== line.hash)
    throw new ZipRefused(`Entry ${line.number} of the log was changed after it was written.`);
  if (line.detail !== null && hashOfDetail(line.detail) !== line.detail_hash)
    throw new ZipRefused(`The detail of entry ${line.number} of the log was changed after it was written.`);
}

/** The last entry is that of the signature, and names what was signed. */
function assertSigning(last: Line | undefined, statement: Statement): void {
  if (last === undefined || !('detail' in last) || last.verb !== 'report.signed')
    throw new ZipRefused('The log does not end with the entry of the signature.');
  if (last.detail === null) return;
  const after = objectIn(last.detail.after);
  const is_same =
    after.report === statement.report &&
    after.internal_sha256 === statement.internal_sha256 &&
    after.public_sha256 === statement.public_sha256 &&
    after.key === statement.key;
  if (!is_same) throw new ZipRefused('The log tells of another report under this number.');
}

function objectIn(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = null;
  }
  if (typeof value !== 'object' || value === null) throw new ZipRefused('The entry of the signature cannot be read.');
  return value as Record<string, unknown>;
}

async function* linesOf(zip: OpenZip): AsyncGenerator<string> {
  let begun: Buffer = Buffer.alloc(0);
  for await (const piece of zip.bytesOf('log.jsonl')) {
    let rest: Buffer = begun.length === 0 ? piece : Buffer.concat([begun, piece]);
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
      yield rest.toString('utf8', 0, end);
      rest = rest.subarray(end + 1);
    }
    if (rest.length > LONGEST_LINE) throw new ZipRefused('A line of log.jsonl is longer than any.');
    begun = rest;
  }
  if (begun.length > 0) throw new ZipRefused('The last line of log.jsonl has no end.');
}
