// All SQL of intake: drafts that wait, originals, proposed sources.
import type { Context } from '#src/context.ts';
import type { Db } from '#src/database/schema.ts';
import type { FileTable } from '#src/files/tables.ts';
import { isId } from '#src/ids.ts';
import { deskIdsOf } from '#src/people/membership.ts';
import { rolesThatMay } from '#src/people/permissions.ts';
import type { IntakeDraftTable, ProposedSourceTable, VersionOriginalTable } from '../tables.ts';

export type DraftFound = IntakeDraftTable & { desk_slug: string; file: Pick<FileTable, 'name' | 'size' | 'sha256'> };

/**
 * The actor's own draft, at a desk where they may still take it in, while it is kept: of an article to come, or, with
 * `article_id`, of the next version of that one.
 */
export async function findIntakeDraft(ctx: Context, id: string, article_id?: string): Promise<DraftFound | undefined> {
  if (!isId(id)) return undefined;
  const row = await ctx.db
    .selectFrom('intake_draft')
    .innerJoin('desk', 'desk.id', 'intake_draft.desk_id')
    .innerJoin('file', 'file.id', 'intake_draft.file_id')
    .innerJoin(deskIdsOf(ctx), 'mine.desk_id', 'intake_draft.desk_id')
    .selectAll('intake_draft')
    .select(['desk.slug as desk_slug', 'file.name', 'file.size', 'file.sha256'])
    .where('intake_draft.id', '=', id)
    .where('intake_draft.person_id', '=', ctx.actor.id ?? '')
    .where('mine.role', 'in', rolesThatMay(article_id === undefined ? 'take_article_in' : 'revise_article'))
    .where('intake_draft.expires_at', '>', ctx.at)
    .where('intake_draft.article_id', article_id === undefined ? 'is' : '=', article_id ?? null)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { name, size, sha256, ...draft } = row;
  return { ...draft, file: { name, size, sha256 } };
}

/** The actor's own drafts of this article's next version that wait to be looked over, the newest first. */
export function listWaitingDrafts(
  ctx: Context,
  article_id: string,
): Promise<(Pick<IntakeDraftTable, 'id' | 'created_at'> & { name: string })[]> {
  return ctx.db
    .selectFrom('intake_draft')
    .innerJoin('file', 'file.id', 'intake_draft.file_id')
    .select(['intake_draft.id', 'intake_draft.created_at', 'file.name'])
    .where('intake_draft.article_id', '=', article_id)
    .where('intake_draft.person_id', '=', ctx.actor.id ?? '')
    .where('intake_draft.expires_at', '>', ctx.at)
    .orderBy('intake_draft.created_at', 'desc')
    .limit(DRAFTS_SHOWN)
    .execute();
}

const DRAFTS_SHOWN = 10;

export async function insertIntakeDraft(db: Db, draft: IntakeDraftTable): Promise<void> {
  await db.insertInto('intake_draft').values(draft).execute();
}

/** Removes a draft that is taken up; false where somebody else did so first. */
export async function deleteIntakeDraft(db: Db, id: string): Promise<boolean> {
  const gone = await db.deleteFrom('intake_draft').where('id', '=', id).executeTakeFirst();
  return Number(gone.numDeletedRows) === 1;
}

/** Forgets the drafts that nobody looked over in time. */
export async function deleteExpiredDrafts(db: Db, at: string): Promise<void> {
  await db.deleteFrom('intake_draft').where('expires_at', '<=', at).execute();
}

/** Keeps which file a version was taken from, and the sources that it proposes, by the hundred. */
export async function insertOriginal(
  db: Db,
  original: VersionOriginalTable,
  proposed_sources: ProposedSourceTable[],
): Promise<void> {
  await db.insertInto('version_original').values(original).execute();
  for (let at = 0; at < proposed_sources.length; at += 100)
    await db
      .insertInto('proposed_source')
      .values(proposed_sources.slice(at, at + 100))
      .execute();
}

export type OriginalFound = Pick<FileTable, 'id' | 'name' | 'size' | 'sha256' | 'media_type'> & {
  version_id: string;
  version_number: number;
};

/** The documents from which versions of the article were taken, the newest first. The caller has found the article through the person. */
export function listOriginals(db: Db, article_id: string): Promise<OriginalFound[]> {
  return db
    .selectFrom('version_original')
    .innerJoin('version', 'version.id', 'version_original.version_id')
    .innerJoin('file', 'file.id', 'version_original.file_id')
    .select(['file.id', 'file.name', 'file.size', 'file.sha256', 'file.media_type'])
    .select(['version.id as version_id', 'version.number as version_number'])
    .where('version.article_id', '=', article_id)
    .orderBy('version.number', 'desc')
    .execute();
}

/** The document of this version or, without a number, of the latest version that has one. */
export async function findOriginal(db: Db, article_id: string, number?: number): Promise<OriginalFound | undefined> {
  const originals = await listOriginals(db, article_id);
  return number === undefined ? originals[0] : originals.find((one) => one.version_number === number);
}

/** The text of a version; '' where it was erased. */
export async function findVersionText(db: Db, version_id: string): Promise<string> {
  const version = await db.selectFrom('version').select('text').where('id', '=', version_id).executeTakeFirst();
  return version?.text ?? '';
}
