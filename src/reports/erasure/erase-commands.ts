// The verb that erases the words of an article and of its reports, and leaves tombstones.
import type { ArticleFound } from '#src/articles/store.ts';
import { getArticle } from '#src/articles/store.ts';
import { withArticleThoughPutAway } from '#src/articles/with-article.ts';
import { eraseDetails } from '#src/audit/erasure.ts';
import type { EventVerb } from '#src/audit/events.ts';
import { record } from '#src/audit/log.ts';
import type { Context } from '#src/context.ts';
import { wipeDeleted } from '#src/database/wipe.ts';
import { RuleBroken } from '#src/errors.ts';
import { discardFile, sweepDiscarded } from '#src/files/commands.ts';
import { listDecidedKeys } from '#src/findings/store.ts';
import { subjectOf } from '#src/findings/with-finding.ts';
import { assertMay } from '#src/people/permissions.ts';
import { EMPTIED_FACTS, eraseFactsOfArticle } from '#src/reviews/own-facts/erase-commands.ts';
import { erasePiecesOfArticle } from '#src/reviews/package/erase-commands.ts';
import { withdrawLinksOfArticle } from '#src/reviews/writer/link-commands.ts';
import { updateSheetsErased } from '#src/sheets/entries/store.ts';
import { itemsIn } from '#src/signoff/answers.ts';
import { listAnswers, updateItems } from '#src/signoff/store.ts';
import { cleanText } from '#src/text-fields.ts';
import { deleteComparisons } from '../signing/comparison-store.ts';
import {
  countTexts,
  deleteDrafts,
  deleteOriginals,
  listUnerased,
  updateReportErased,
  updateTextsErased,
} from './store.ts';

export interface ArticleErased {
  versions: number;
  reports: number;
}

/**
 * Empties every version and signed report of the article, what ran, what waits to be a version, the documents they came from,
 * what reasons, waivers and findings quote of them, what people outside answered on them, and the words of what was handed in.
 * Numbers, hashes, signatures and the log's entries stay, with who erased it and why. Null where it was already erased. Forbidden for all but
 * editors and the operator; RuleBroken without a reason.
 */
export async function eraseArticle(
  ctx: Context,
  article_id: string | number,
  input: { reason: string },
): Promise<ArticleErased | null> {
  const { id } = await getArticle(ctx, article_id);
  const done = await withArticleThoughPutAway(ctx, id, (ctx, article) => erase(ctx, article, cleanText(input.reason)));
  if (done === null) return null;
  await sweepDiscarded(ctx, done.files);
  await wipeDeleted(ctx.db, EMPTIED);
  return { versions: done.versions, reports: done.reports };
}

const EMPTIED = [
  ...['version', 'version_reading', 'as_ran', 'report', 'report_comparison', 'sign_off_answer', 'intake_draft'],
  ...['facts_sentence', 'handed_piece', 'sheet_row', 'sheet_entry', ...EMPTIED_FACTS],
  ...['file', 'file_chunk', 'log_detail', 'search_entry', 'search_word'],
];

async function erase(
  ctx: Context,
  article: ArticleFound,
  reason: string,
): Promise<(ArticleErased & { files: string[] }) | null> {
  assertMay(article.role, 'erase_articles');
  const reports = await listUnerased(ctx.db, article.id);
  const { versions, as_ran } = await countTexts(ctx.db, article.id);
  if (versions + as_ran + reports.length === 0) return null;
  if (reason === '')
    throw new RuleBroken('Say why it is erased: the reason is kept when the words are gone.', 'reason');
  const chain = article.desk_id;
  await eraseLabels(ctx, article);
  await updateSheetsErased(ctx.db, article.id);
  await eraseFactsOfArticle(ctx, article, reason);
  await withdrawLinksOfArticle(ctx, article);
  const handed = await erasePiecesOfArticle(ctx, article);
  const note = (verb: EventVerb, subject: string, after: object) =>
    record(ctx, { chain, verb, subject, article_id: article.id, after });
  // The entry comes first: triggers let no text and no report go without it.
  const numbers = reports.map(({ number }) => number);
  await note('article.erased', `article:${article.id}`, { reason, versions, as_ran, reports: numbers });
  await updateTextsErased(ctx.db, article.id);
  for (const { id, number } of reports) {
    await updateReportErased(ctx.db, id, { erased_at: ctx.at, erased_by: ctx.actor.id });
    await eraseDetails(ctx, { chain, subject: `report:${id}` });
    await note('report.erased', `report:${id}`, { report: number });
  }
  await deleteComparisons(ctx.db, article.id);
  const files = [
    ...handed,
    ...(await deleteOriginals(ctx.db, article.id)),
    ...(await deleteDrafts(ctx.db, article.id)),
  ];
  for (const file of files) await discardFile(ctx, file);
  return { versions, reports: reports.length, files };
}

/** Reasons and waivers quote the sentences that they are said to, decisions about findings their words. What was said, and to what in hashes, stays. */
async function eraseLabels(ctx: Context, { id, desk_id: chain }: ArticleFound): Promise<void> {
  for (const answer of await listAnswers(ctx.db, id)) {
    const items = itemsIn(answer).map(({ key, covers }) => ({ key, covers, label: '' }));
    await updateItems(ctx.db, answer.id, JSON.stringify(items));
    await eraseDetails(ctx, { chain, subject: `sign_off_answer:${answer.id}` });
  }
  for (const key of await listDecidedKeys(ctx.db, id)) await eraseDetails(ctx, { chain, subject: subjectOf(key) });
}
