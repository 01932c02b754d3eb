// The verbs of what left the desk: noting to whom a report was sent, and who took a file of it.
import type { ArticleFound } from '#src/articles/store.ts';
import { withArticle } from '#src/articles/with-article.ts';
import { record } from '#src/audit/log.ts';
import { type Context, transact } from '#src/context.ts';
import { later } from '#src/dates.ts';
import { RuleBroken } from '#src/errors.ts';
import { newId } from '#src/ids.ts';
import { assertMay } from '#src/people/permissions.ts';
import type { Audience } from '#src/sources/held-back/audience.ts';
import { momentOf } from '../local-moment.ts';
import { getReportRow, type ReportRow } from '../signing/store.ts';
import { isFor } from '../signing/stored-report.ts';
import type { PublicationHow } from './publication.ts';
import {
  findDownloadSince,
  getPublication,
  insertDownload,
  insertPublication,
  listPublications,
  updatePublicationWithdrawn,
} from './store.ts';

export interface PublicationTyped {
  audience: Audience;
  to_whom: string;
  how: PublicationHow;
  /** On the desk's clock: 2026-03-14T18:05. */
  sent_at: string;
}

/**
 * Notes to whom a signed report was sent. The same again stays one. Forbidden for all but editors; RuleBroken (`sent_at`) for
 * a time that is none or not yet, and (`audience`) for the public one of a report for inside only.
 */
export function notePublicationOf(
  ctx: Context,
  { article_id, number }: { article_id: string | number; number: string | number },
  { audience, to_whom, how, sent_at: typed }: PublicationTyped,
): Promise<void> {
  return withArticle(ctx, article_id, async (ctx, article) => {
    assertMay(article.role, 'note_publications');
    const report = await getReportRow(ctx.db, article.id, number);
    const { id: report_id } = report;
    if (!isFor(report, audience))
      throw new RuleBroken(
        `Report ${report.number} was signed as internal only. Choose the internal one, or another report.`,
        'audience',
      );
    const sent_at = momentOf(typed, 'sent_at', { now: ctx.at, time_zone: article.time_zone });
    const said = { audience, to_whom, how, sent_at };
    const known = (await listPublications(ctx.db, article.id)).some(
      (one) =>
        one.report_id === report_id &&
        one.to_whom === to_whom &&
        one.sent_at === sent_at &&
        one.audience === audience &&
        one.how === how,
    );
    if (known) return;
    const id = newId();
    const at = { id, desk_id: article.desk_id, article_id: article.id, report_id };
    const noted = { noted_by: ctx.actor.id as string, noted_at: ctx.at, withdrawn_by: null, withdrawn_at: null };
    await insertPublication(ctx.db, { ...at, ...said, ...noted });
    const event = { verb: 'report.sent', subject: `report:${report_id}` } as const;
    await record(ctx, { chain: at.desk_id, article_id: at.article_id, ...event, after: { publication: id, ...said } });
  });
}

/** Takes back what was noted wrong; it stays on record. Taken back already: nothing happens. Forbidden for all but editors. */
export function withdrawPublication(ctx: Context, at: { article_id: string | number; id: string }): Promise<void> {
  return withArticle(ctx, at.article_id, async (ctx, article) => {
    const publication = await getPublication(ctx.db, article.id, at.id);
    assertMay(article.role, 'note_publications');
    if (publication.withdrawn_at !== null) return;
    await updatePublicationWithdrawn(ctx.db, publication.id, { withdrawn_by: ctx.actor.id, withdrawn_at: ctx.at });
    const { desk_id, article_id, report_id, to_whom } = publication;
    const event = { verb: 'report.sending_withdrawn', subject: `report:${report_id}` } as const;
    await record(ctx, { chain: desk_id, article_id, ...event, before: { publication: publication.id, to_whom } });
  });
}

/** Whoever takes a file twice within so long took it once. */
const SAME_TAKING = 3_600_000;

/**
 * Notes that a member takes a file of a signed report. Within an hour the same file is the same taking. The operator at the
 * command line is noted in no list. The caller has asked whether the person may have it.
 */
export async function noteDownload(
  ctx: Context,
  article: ArticleFound,
  { report, audience, format }: { report: Pick<ReportRow, 'id' | 'number'>; audience: Audience; format: string },
): Promise<void> {
  const { id: person_id } = ctx.actor;
  if (person_id === null) return;
  const taking = { report_id: report.id, audience, format, person_id };
  if (await findDownloadSince(ctx.db, { ...taking, at: later(ctx.at, -SAME_TAKING) })) return;
  const { id: article_id, desk_id } = article;
  await transact(ctx, async (ctx) => {
    await insertDownload(ctx.db, { id: newId(), desk_id, article_id, ...taking, at: ctx.at });
    const event = { verb: 'report.taken', subject: `report:${report.id}` } as const;
    await record(ctx, { chain: desk_id, article_id, ...event, after: { report: report.number, audience, format } });
  });
}
