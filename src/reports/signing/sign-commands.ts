// The verb that signs the report of an article.
import { assertNotPutAway } from '#src/articles/put-away.ts';
import { type ArticleFound, getArticle } from '#src/articles/store.ts';
import { recordOnArticle, withArticle } from '#src/articles/with-article.ts';
import { findHead, lockHead } from '#src/audit/head.ts';
import type { Context } from '#src/context.ts';
import { RuleBroken } from '#src/errors.ts';
import { newId } from '#src/ids.ts';
import { needed } from '#src/item-at.ts';
import { getDeskToManage } from '#src/people/desk-store.ts';
import { keyToSignWith } from '#src/people/keys/commands.ts';
import { fingerprintOf, signText } from '#src/people/keys/desk-key.ts';
import type { KeyInUse } from '#src/people/keys/store.ts';
import { assertMay } from '#src/people/permissions.ts';
import type { Flag } from '#src/people/tables.ts';
import { discretionOn } from '#src/sources/held-back/discretion.ts';
import { checkCopiesOfArticle } from '#src/sources/snapshots/check-commands.ts';
import { cleanText } from '#src/text-fields.ts';
import { buildSigned, type SignedModels } from './build-signed.ts';
import { assertSameGround, type SigningWanted } from './sign-rules.ts';
import { readStatement, statementText } from './statement.ts';
import { findLastReport, findVersionId, insertReport } from './store.ts';
import type { ReportTable } from './tables.ts';
import { type WrittenModel, writtenModel } from './written.ts';

/** So often the models are built for one signature; whoever is overtaken as often as this is told so. */
const MOST_TRIES = 5;

export interface ReportSigned {
  number: number;
  open_claims: number[];
  is_internal_only: boolean;
}

/**
 * Signs the report of the article's latest version, for the desk and for everybody else, with the desk's key. With `is_internal_only`
 * nobody outside gets it. Forbidden for all but editors; RuleBroken where a check blocks, where claims are open that nobody named, where a reason is wanted, and
 * where somebody signed or brought a version since the form was opened. What is signed is what stands at that very moment.
 */
export async function signReport(
  ctx: Context,
  article_id: string | number,
  input: SigningWanted,
): Promise<ReportSigned> {
  const first = await getArticle(ctx, article_id);
  assertMay(first.role, 'sign_reports');
  assertNotPutAway(first);
  const wanted = { ...input, reason: cleanText(input.reason) };
  await refuseNames(ctx, first, wanted.reason);
  await checkCopiesOfArticle(ctx, first.id);
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const seen = await getArticle(ctx, first.id);
    const models = await buildSigned(ctx, seen, wanted);
    // Written before the locks are taken: others wait for those.
    const written = { internal: await writtenModel(models.internal), public: await writtenModel(models.public) };
    const to_store = { seen, wanted, models, written };
    const number = await withArticle(ctx, seen.id, (ctx, article) => store(ctx, article, to_store));
    if (number !== null)
      return { number, open_claims: models.open_claims, is_internal_only: wanted.is_internal_only ?? false };
  }
  throw new RuleBroken(
    'Others kept changing this article or the desk’s sources while the report was made. Nothing was signed: try again in a minute.',
  );
}

async function refuseNames(ctx: Context, article: ArticleFound, reason: string): Promise<void> {
  const public_words = await discretionOn(ctx.db, article, 'outside');
  if (public_words.see(reason) !== reason)
    throw new RuleBroken(
      'The reason names a confidential source, and the public report prints it. Say it without the name.',
      'reason',
    );
}

interface ToStore {
  /** The article as it was when the models were built. */
  seen: ArticleFound;
  wanted: SigningWanted;
  models: SignedModels;
  written: Written;
}

type Written = Record<'internal' | 'public', WrittenModel>;

/** The number of the report; null where anything changed since the models were built: they are to be built again. */
async function store(ctx: Context, article: ArticleFound, to_store: ToStore): Promise<number | null> {
  const { seen, wanted, models, written } = to_store;
  assertMay(article.role, 'sign_reports');
  // The desk before the head of its log, as everybody locks them.
  await getDeskToManage(ctx, article.desk_slug, 'lock');
  await lockHead(ctx.db, article.desk_id);
  if (isOther(await getArticle(ctx, article.id), seen)) return null;
  const last = await findLastReport(ctx.db, article.id);
  const next_number = (last?.number ?? 0) + 1;
  assertSameGround(wanted, { next_number, latest_version: article.latest_version_number });
  const head = await findHead(ctx.db, article.desk_id);
  if (head.hash !== models.internal.log_head.hash || head.hash !== models.public.log_head.hash) return null;
  const key = await keyToSignWith(ctx, article.desk_id);
  const version_id = await findVersionId(ctx.db, article);
  const is_internal_only: Flag = wanted.is_internal_only ? 1 : 0;
  const seal = sealed(ctx, article, { key, models, written });
  const signed = { ...seal, version_id, key_id: key.id, is_internal_only };
  await insertReport(ctx.db, signed);
  await recordSigning(ctx, article, signed);
  return signed.number;
}

/** What guests may see depends on the whole desk's log; all else on what the pages of the article and its desk show. */
function isOther(now: ArticleFound, seen: ArticleFound): boolean {
  return (
    now.changed_seq !== seen.changed_seq ||
    now.desk_changed_seq !== seen.desk_changed_seq ||
    now.desk_log_number !== seen.desk_log_number
  );
}

interface ToSeal {
  key: KeyInUse;
  models: SignedModels;
  written: Written;
}

/** The row of the report. Its number is the next: rows never go, so none is given twice. */
function sealed(
  ctx: Context,
  article: ArticleFound,
  { key, models, written }: ToSeal,
): Omit<ReportTable, 'version_id' | 'key_id' | 'is_internal_only'> {
  const [internal_model, public_model] = [written.internal.text, written.public.text];
  const hashes = { internal_sha256: written.internal.sha256, public_sha256: written.public.sha256 };
  const { version, log_head, signed } = models.internal;
  const number = needed(signed, 'what signing adds').number;
  const statement = statementText({
    desk: { id: article.desk_id, name: article.desk_name },
    article: { id: article.id, number: article.number },
    report: number,
    version: { number: version.number, sha256: version.sha256 },
    ...hashes,
    key: fingerprintOf(key.public_key),
    signed_at: ctx.at,
    log_head,
  });
  return {
    ...{ id: newId(), desk_id: article.desk_id, article_id: article.id, number },
    ...{ signed_by: personOf(ctx), signed_at: ctx.at, internal_model, public_model, ...hashes, statement },
    signature: signText(statement, key),
    ...{ reason: models.reason, open_claims: JSON.stringify(models.open_claims) },
    ...{ log_number: log_head.number, log_hash: log_head.hash, erased_at: null, erased_by: null },
  };
}

/** The entry holds the hashes, so that a report that was put in the place of another is found out. */
function recordSigning(ctx: Context, article: ArticleFound, report: ReportTable): Promise<void> {
  const { number, reason, internal_sha256, public_sha256, statement } = report;
  const { version, key } = readStatement(statement);
  return recordOnArticle(ctx, article, {
    verb: 'report.signed',
    subject: `report:${report.id}`,
    after: {
      ...{ report: number, version: version.number, open_claims: JSON.parse(report.open_claims), reason },
      ...{ internal_sha256, public_sha256, key },
      ...(report.is_internal_only === 1 && { internal_only: true }),
    },
  });
}

function personOf({ actor }: Context): string {
  if (actor.kind !== 'person') throw new Error('Only a person signs.');
  return actor.id;
}
