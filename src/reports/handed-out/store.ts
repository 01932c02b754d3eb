// All SQL of publications and downloads. The caller has found the article through the person.
import type { Db } from '#src/database/schema.ts';
import { NotFound } from '#src/errors.ts';
import { isId } from '#src/ids.ts';
import type { PublicationTable, ReportDownloadTable } from './tables.ts';

export interface PublicationFound extends PublicationTable {
  report_number: number;
  noted_by_name: string;
}

export interface DownloadFound extends ReportDownloadTable {
  report_number: number;
  person_name: string;
}

/** To whom reports of the article were sent, the latest first; what was noted wrong is left out. */
export function listPublications(db: Db, article_id: string): Promise<PublicationFound[]> {
  return publicationsOf(db, article_id)
    .where('publication.withdrawn_at', 'is', null)
    .orderBy('publication.sent_at', 'desc')
    .orderBy('publication.id', 'desc')
    .execute();
}

/** The publication of this id; NotFound where the article has none. */
export async function getPublication(db: Db, article_id: string, id: string): Promise<PublicationFound> {
  const found = isId(id)
    ? await publicationsOf(db, article_id).where('publication.id', '=', id).executeTakeFirst()
    : undefined;
  if (found === undefined) throw new NotFound();
  return found;
}

/** Who took which file of the article's reports, the latest first. */
export function listDownloads(db: Db, article_id: string): Promise<DownloadFound[]> {
  return db
    .selectFrom('report_download')
    .innerJoin('report', 'report.id', 'report_download.report_id')
    .innerJoin('person', 'person.id', 'report_download.person_id')
    .selectAll('report_download')
    .select(['report.number as report_number', 'person.display_name as person_name'])
    .where('report_download.article_id', '=', article_id)
    .orderBy('report_download.at', 'desc')
    .orderBy('report_download.id', 'desc')
    .execute();
}

/** The same file taken by the same person since then: taking it again is the same taking. */
export function findDownloadSince(
  db: Db,
  { report_id, audience, format, person_id, at: since }: Omit<ReportDownloadTable, 'id' | 'desk_id' | 'article_id'>,
): Promise<{ id: string } | undefined> {
  return db
    .selectFrom('report_download')
    .select('id')
    .where('report_id', '=', report_id)
    .where('audience', '=', audience)
    .where('format', '=', format)
    .where('person_id', '=', person_id)
    .where('at', '>', since)
    .executeTakeFirst();
}

export async function insertPublication(db: Db, publication: PublicationTable): Promise<void> {
  await db.insertInto('publication').values(publication).execute();
}

export async function insertDownload(db: Db, download: ReportDownloadTable): Promise<void> {
  await db.insertInto('report_download').values(download).execute();
}

export async function updatePublicationWithdrawn(
  db: Db,
  id: string,
  withdrawn: Pick<PublicationTable, 'withdrawn_by' | 'withdrawn_at'>,
): Promise<void> {
  await db.updateTable('publication').set(withdrawn).where('id', '=', id).execute();
}

function publicationsOf(db: Db, article_id: string) {
  return db
    .selectFrom('publication')
    .innerJoin('report', 'report.id', 'publication.report_id')
    .innerJoin('person', 'person.id', 'publication.noted_by')
    .selectAll('publication')
    .select(['report.number as report_number', 'person.display_name as noted_by_name'])
    .where('publication.article_id', '=', article_id);
}
