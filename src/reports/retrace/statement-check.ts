// Checks the signed statement of a report in a ZIP, and that its models are those that were signed.
import { z } from 'zod';
import { fingerprintOf } from '#src/people/keys/desk-key.ts';
import type { InternalReport, PublicReport, Report } from '../report.ts';
import { INTERNAL_SCHEMA } from '../schema/internal-schema.ts';
import { count, hash, number, object, words } from '../schema/pieces.ts';
import { PUBLIC_SCHEMA } from '../schema/public-schema.ts';
import { STATEMENT_FORMAT, type Statement, sha256Of } from '../signing/statement.ts';
import type { ZipSeal } from '../zip/zip-seal.ts';
import type { OpenZip } from './open-zip.ts';
import { isSignedBy, readCanonical, readKey } from './signed-text.ts';
import { ZipRefused } from './zip-refused.ts';

const STATEMENT: z.ZodType<Statement> = object({
  format: z.literal(STATEMENT_FORMAT),
  desk: object({ id: words, name: words }),
  article: object({ id: words, number }),
  report: number,
  version: object({ number, sha256: hash }),
  internal_sha256: hash,
  public_sha256: hash,
  key: words,
  signed_at: words,
  log_head: object({ number: count, hash }),
});

export interface Models {
  /** That of the ZIP's audience. */
  own: Report;
  public: PublicReport;
  internal: InternalReport | null;
}

/** The statement, signed by the key that lies beside it, and the one that was sealed. Throws ZipRefused. */
export async function checkedStatement(zip: OpenZip, seal: ZipSeal): Promise<Statement> {
  const text = await zip.textOf('statement.json');
  if (sha256Of(text) !== seal.statement_sha256) throw new ZipRefused('statement.json is not the one that was sealed.');
  const statement = readCanonical('statement.json', text, STATEMENT);
  const key = readKey('report-key.pem', await zip.textOf('report-key.pem'));
  if (fingerprintOf(key) !== statement.key || seal.report_key !== statement.key)
    throw new ZipRefused('report-key.pem is not the key that statement.json and seal.json name.');
  if (!isSignedBy(text, await zip.textOf('statement.sig'), key))
    throw new ZipRefused('statement.sig is not the signature of statement.json by the key in report-key.pem.');
  const { desk, article, report } = statement;
  const is_same =
    desk.id === seal.desk.id &&
    desk.name === seal.desk.name &&
    article.id === seal.article.id &&
    article.number === seal.article.number &&
    report === seal.report;
  if (!is_same) throw new ZipRefused('seal.json and statement.json speak of different reports.');
  return statement;
}

/** The models, of the form that docs give, with the hashes that were signed. Throws ZipRefused. */
export async function checkedModels(zip: OpenZip, statement: Statement, { audience }: ZipSeal): Promise<Models> {
  const outside = await readModel(zip, 'public/model.json', { schema: PUBLIC_SCHEMA, sha256: statement.public_sha256 });
  assertAbout('public/model.json', outside, statement);
  if (audience === 'public') return { own: outside, public: outside, internal: null };
  const wanted = { schema: INTERNAL_SCHEMA, sha256: statement.internal_sha256 };
  const inside = await readModel(zip, 'internal/model.json', wanted);
  assertAbout('internal/model.json', inside, statement);
  return { own: inside, public: outside, internal: inside };
}

async function readModel<Model>(
  zip: OpenZip,
  name: string,
  { schema, sha256 }: { schema: z.ZodType<Model>; sha256: string },
): Promise<Model> {
  const text = await zip.textOf(name);
  if (sha256Of(text) !== sha256) throw new ZipRefused(`${name} is not the model that was signed: its hash is another.`);
  return readCanonical(name, text, schema);
}

function assertAbout(name: string, model: Report, statement: Statement): void {
  const { signed, version, article, log_head } = model;
  const is_same =
    model.state === 'signed' &&
    signed?.number === statement.report &&
    signed.signed_at.at === statement.signed_at &&
    version.number === statement.version.number &&
    version.sha256 === statement.version.sha256 &&
    article.number === statement.article.number &&
    article.desk === statement.desk.name &&
    log_head.number === statement.log_head.number &&
    log_head.hash === statement.log_head.hash;
  if (!is_same) throw new ZipRefused(`${name} speaks of another report than statement.json.`);
}
