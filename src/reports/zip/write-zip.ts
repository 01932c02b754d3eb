// A signed report as a ZIP that needs no desk to be checked: models, files, copies, log, and a seal over all.
import { createHash } from 'node:crypto';
import type { ArticleFound } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { RuleBroken } from '#src/errors.ts';
import { type OutgoingFile, piecesOf } from '#src/outgoing-file.ts';
import { getStatement } from '#src/people/desks/statement-store.ts';
import { fingerprintOf, publicKeyAsPem, signText } from '#src/people/keys/desk-key.ts';
import { findKeyInUse, type KeyInUse } from '#src/people/keys/store.ts';
import { AUDIENCES, type Audience, fileName } from '#src/sources/held-back/audience.ts';
import { filesOffered, writeFile } from '#src/sources/held-back/file-format.ts';
import { REPORT_FORMATS } from '../formats/register.ts';
import type { Report } from '../report.ts';
import { canonicalTextOf, readStatement, sha256Of } from '../signing/statement.ts';
import type { ReportFound } from '../signing/store.ts';
import { isFor, modelOf, sealOf } from '../signing/stored-report.ts';
import { begunOrWhy } from './begun.ts';
import { logLines } from './log-extract.ts';
import { type CopyToPack, copiesToPack, entriesOfCopy } from './zip-copies.ts';
import { INTERNAL_TEXT, readmeOf } from './zip-readme.ts';
import { type HashedEntry, SEAL_NAMES, sealText, sumsOf } from './zip-seal.ts';
import { type ZipEntry, zipOf } from './zip-stream.ts';

export interface ToPack {
  report: ReportFound;
  audience: Audience;
  /** Of the file, without what is behind it. */
  name: string;
}

interface Pack extends ToPack {
  ctx: Context;
  /** That of its own audience. */
  model: Report;
  key: KeyInUse;
  copies: CopyToPack[];
  /** Sentences on files that this machine cannot make. */
  left_out: string[];
}

/** So many bytes of copies fit into one with all that stands beside them. */
const MOST_COPIES = 3_500_000_000;

/**
 * The ZIP of a signed report. The caller has found the article and may have this audience's report. NotFound where the report
 * was erased; RuleBroken where its copies are too large together. As long as report, copies, key and program stay the same,
 * so do its bytes.
 */
export async function writeReportZip(ctx: Context, article: ArticleFound, wanted: ToPack): Promise<OutgoingFile> {
  const { report, audience } = wanted;
  const key = await findKeyInUse(ctx.db, report.desk_id);
  if (key === undefined) throw new Error('A desk that has signed has a key.');
  const model = modelOf(report, audience);
  const { copies_public } = await getStatement(ctx.db, report.desk_id);
  const with_bytes = audience === 'internal' || copies_public;
  const copies = await copiesToPack(ctx, article, { report: model, with_bytes });
  const bytes = copies.reduce((sum, { snapshot }) => sum + (snapshot?.size ?? 0), 0);
  if (bytes > MOST_COPIES)
    throw new RuleBroken(
      'The saved copies are too large together for one ZIP. Download the public one, and the copies one by one.',
    );
  const pack: Pack = { ...wanted, ctx, model, key, copies, left_out: [] };
  return {
    file_name: fileName(wanted.name, audience, '.zip'),
    media_type: 'application/zip',
    pieces: zipOf(sealed(pack, entriesOf(pack)), new Date(report.signed_at)),
  };
}

/** Passes the entries on, and behind them the hashes of all and the desk's signature over these. */
async function* sealed(pack: Pack, entries: AsyncIterable<ZipEntry>): AsyncGenerator<ZipEntry> {
  const seen: HashedEntry[] = [];
  for await (const { name, pieces } of entries) yield { name, pieces: hashed(name, pieces, seen) };
  const { report, audience, key } = pack;
  const sums = sumsOf(seen);
  const { desk, article } = readStatement(report.statement);
  const seal = sealText({
    ...{ audience, desk, article, report: report.number },
    statement_sha256: sha256Of(report.statement),
    sums_sha256: sha256Of(sums),
    names: [...seen.map(({ name }) => name), ...SEAL_NAMES],
    report_key: fingerprintOf(report.public_key),
    key: fingerprintOf(key.public_key),
  });
  yield textEntry('SHA256SUMS', sums);
  yield textEntry('seal.json', seal);
  yield textEntry('seal.sig', `${signText(seal, key)}\n`);
}

async function* hashed(
  name: string,
  pieces: AsyncIterable<Uint8Array>,
  seen: HashedEntry[],
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  for await (const piece of pieces) {
    hash.update(piece);
    yield piece;
  }
  seen.push({ name, sha256: hash.digest('hex') });
}

async function* entriesOf(pack: Pack): AsyncGenerator<ZipEntry> {
  const { ctx, report, audience, model, key, copies } = pack;
  const keys = { report: fingerprintOf(report.public_key), zip: fingerprintOf(key.public_key) };
  yield textEntry('README.txt', readmeOf(model, keys, report.is_internal_only === 1));
  if (audience === 'internal') yield textEntry('INTERNAL.txt', INTERNAL_TEXT);
  yield textEntry('statement.json', report.statement);
  yield textEntry('statement.sig', `${report.signature}\n`);
  yield textEntry('report-key.pem', publicKeyAsPem(report.public_key));
  yield textEntry('zip-key.pem', publicKeyAsPem(key.public_key));
  for (const edition of AUDIENCES) if (audience === 'internal' || edition === 'public') yield* edited(pack, edition);
  for (const copy of copies) yield* entriesOfCopy(ctx, copy);
  yield textEntry('copies.json', canonicalTextOf(copies.map(({ told }) => told)));
  if (audience === 'internal') yield { name: 'log.jsonl', pieces: piecesOf(logLines(ctx.db, report)) };
  if (pack.left_out.length > 0) yield textEntry('LEFT-OUT.txt', `${pack.left_out.join('\n')}\n`);
}

/** The model as it was signed, and every file of it that there is for this audience. */
async function* edited(pack: Pack, audience: Audience): AsyncGenerator<ZipEntry> {
  const { report, name, left_out } = pack;
  const text = audience === 'internal' ? report.internal_model : report.public_model;
  yield textEntry(`${audience}/model.json`, text ?? '');
  // Its hash was signed, and is worked out from it; nothing for people is made of it.
  if (!isFor(report, audience)) return;
  const model = audience === pack.audience ? pack.model : modelOf(report, audience);
  const seal = sealOf(report, audience);
  for (const { format: format_name, table } of filesOffered(REPORT_FORMATS, audience)) {
    const format = REPORT_FORMATS.find((one) => one.name === format_name) as (typeof REPORT_FORMATS)[number];
    const chosen = { format, ...(format.tables && { table: table ?? format.tables[0] ?? '' }) };
    const file = await writeFile(chosen, model, { name, audience, seal });
    const begun = await begunOrWhy(file.pieces);
    if (typeof begun === 'string') left_out.push(`${audience}/${file.file_name}: ${begun}`);
    else yield { name: `${audience}/${file.file_name}`, pieces: begun };
  }
}

function textEntry(name: string, text: string): ZipEntry {
  return { name, pieces: piecesOf([text]) };
}
