// All SQL of signed reports.
import type { Selectable } from 'kysely';
import type { ArticleTable } from '#src/articles/tables.ts';
import type { Db } from '#src/database/schema.ts';
import { NotFound } from '#src/errors.ts';
import { addressedNumber } from '#src/number-in.ts';
import type { Audience } from '#src/sources/held-back/audience.ts';
import type { ReportTable } from './tables.ts';

/** A report with who signed it and with which key; its models and its reason are empty where it was erased. */
export type ReportFound = Selectable<ReportTable> & {
  signer: string;
  eraser: string | null;
  public_key: string;
  key_number: number;
  version_number: number;
};

/** The same without its models, which may be long. */
export type ReportRow = Omit<ReportFound, 'internal_model' | 'public_model'>;

const MODELS = ['internal_model', 'public_model'] as const;
const FIELDS = [
  ...(['id', 'desk_id', 'article_id', 'number', 'version_id', 'key_id', 'signed_by', 'signed_at'] as const),
  ...(['internal_sha256', 'public_sha256', 'statement', 'signature', 'reason', 'open_claims'] as const),
  ...(['log_number', 'log_hash', 'is_internal_only', 'erased_at', 'erased_by'] as const),
] as const;

/** The reports of an article, the newest first. The caller has found the article through the person. */
export async function listReports(db: Db, article_id: string): Promise<ReportRow[]> {
  return reportsOf(db).where('report.article_id', '=', article_id).orderBy('report.number', 'desc').execute();
}

/** The report of this number. NotFound where the article has none. */
export async function getReport(db: Db, article_id: string, number: number | string): Promise<ReportFound> {
  const report = await reportNumbered(db, { article_id, number })
    .select(MODELS.map((model) => `report.${model}` as const))
    .executeTakeFirst();
  if (report === undefined) throw new NotFound();
  return report;
}

/** The same without its models, for whoever needs none of them. */
export async function getReportRow(db: Db, article_id: string, number: number | string): Promise<ReportRow> {
  const report = await reportNumbered(db, { article_id, number }).executeTakeFirst();
  if (report === undefined) throw new NotFound();
  return report;
}

function reportNumbered(db: Db, { article_id, number }: { article_id: string; number: number | string }) {
  return reportsOf(db).where('report.article_id', '=', article_id).where('report.number', '=', addressedNumber(number));
}

/** The last report of the article that this audience has, with its models. */
export function findLastReport(
  db: Db,
  article_id: string,
  audience: Audience = 'internal',
): Promise<ReportFound | undefined> {
  return reportsOf(db)
    .select(MODELS.map((model) => `report.${model}` as const))
    .$if(audience === 'public', (some) => some.where('report.is_internal_only', '=', 0))
    .where('report.article_id', '=', article_id)
    .orderBy('report.number', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** How many reports of the article are signed. */
export async function countReports(db: Db, article_id: string): Promise<number> {
  const row = await db
    .selectFrom('report')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('article_id', '=', article_id)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** The id of the article's latest version. */
export async function findVersionId(
  db: Db,
  article: Pick<ArticleTable, 'id' | 'latest_version_number'>,
): Promise<string> {
  const version = await db
    .selectFrom('version')
    .select('id')
    .where('article_id', '=', article.id)
    .where('number', '=', article.latest_version_number)
    .executeTakeFirstOrThrow();
  return version.id;
}

export async function insertReport(db: Db, report: ReportTable): Promise<void> {
  await db.insertInto('report').values(report).execute();
}

/** The reports of all desks by id, those after `last`, each with the number of its article: for checking every one. */
export function listReportsAfter(db: Db, last: string, limit: number) {
  return reportsOf(db)
    .innerJoin('article', 'article.id', 'report.article_id')
    .innerJoin('desk', 'desk.id', 'report.desk_id')
    .select(MODELS.map((model) => `report.${model}` as const))
    .select(['article.number as article_number', 'desk.name as desk_name'])
    .where('report.id', '>', last)
    .orderBy('report.id')
    .limit(limit)
    .execute();
}

function reportsOf(db: Db) {
  return db
    .selectFrom('report')
    .innerJoin('person as signing', 'signing.id', 'report.signed_by')
    .innerJoin('desk_key', 'desk_key.id', 'report.key_id')
    .innerJoin('version', 'version.id', 'report.version_id')
    .leftJoin('person as erasing', 'erasing.id', 'report.erased_by')
    .select(FIELDS.map((column) => `report.${column}` as const))
    .select(['signing.display_name as signer', 'erasing.display_name as eraser'])
    .select(['desk_key.public_key', 'desk_key.number as key_number', 'version.number as version_number']);
}
