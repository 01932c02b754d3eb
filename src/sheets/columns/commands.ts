// The verbs by which a desk says how it reads spreadsheets: what columns are, what words of status mean.
import type { ArticleFound } from '#src/articles/store.ts';
import { withArticle } from '#src/articles/with-article.ts';
import type { EventVerb } from '#src/audit/events.ts';
import { record } from '#src/audit/log.ts';
import type { Context } from '#src/context.ts';
import { RuleBroken } from '#src/errors.ts';
import { newId } from '#src/ids.ts';
import { assertMay } from '#src/people/permissions.ts';
import { listVerdictsInUse } from '#src/people/verdict-store.ts';
import { foldKey } from '#src/text-fields.ts';
import { headerKey, refusalOfColumns, type SheetColumn } from './sheet-columns.ts';
import { findColumns, insertColumns, insertStatus, listStatuses, updateColumns, updateStatus } from './store.ts';

/**
 * Remembers for the article's desk what the columns of these names are. The same again does nothing. Forbidden for guests;
 * RuleBroken where no column gives a row its place, or two are what only one may be.
 */
export function mapColumns(ctx: Context, article_id: string | number, columns: readonly SheetColumn[]): Promise<void> {
  return withArticle(ctx, article_id, async (ctx, article) => {
    assertMay(article.role, 'take_sheets_in');
    const refused = refusalOfColumns(columns);
    if (refused !== '') throw new RuleBroken(refused, 'columns');
    const fields = Object.fromEntries(columns.map(({ key, field }) => [key, field]));
    const at = { desk_id: article.desk_id, header_key: headerKey(columns) };
    const known = await findColumns(ctx.db, at);
    const stored = { columns: JSON.stringify(fields), set_by: ctx.actor.id, set_at: ctx.at };
    if (known?.columns === stored.columns) return;
    if (known === undefined) await insertColumns(ctx.db, { id: newId(), ...at, ...stored });
    else await updateColumns(ctx.db, known.id, stored);
    await recordOnDesk(ctx, article, 'sheet.columns_mapped', { columns: fields });
  });
}

/**
 * Remembers what words of status mean at the article's desk: by word the id of a verdict, '' for none. The same again does
 * nothing. Forbidden for guests; RuleBroken for a verdict that is not one of the desk's.
 */
export function mapStatuses(
  ctx: Context,
  article_id: string | number,
  meant: readonly { status: string; verdict_id: string }[],
): Promise<void> {
  return withArticle(ctx, article_id, async (ctx, article) => {
    assertMay(article.role, 'take_sheets_in');
    const verdicts = await listVerdictsInUse(ctx.db, article.desk_id);
    const known = new Map((await listStatuses(ctx.db, article.desk_id)).map((one) => [one.status_key, one]));
    const changed: { status: string; verdict: string | null }[] = [];
    for (const { status, verdict_id } of meant) {
      const verdict = verdicts.find(({ id }) => id === verdict_id);
      if (verdict === undefined && verdict_id !== '') throw new RuleBroken('Choose verdicts of this desk.', 'status');
      const status_key = foldKey(status);
      const before = known.get(status_key);
      if (before !== undefined && before.verdict_id === (verdict?.id ?? null)) continue;
      const stored = { verdict_id: verdict?.id ?? null, set_by: ctx.actor.id, set_at: ctx.at };
      if (before !== undefined) await updateStatus(ctx.db, before.id, stored);
      else await insertStatus(ctx.db, { id: newId(), desk_id: article.desk_id, status_key, status, ...stored });
      changed.push({ status, verdict: verdict?.desk_label ?? null });
    }
    if (changed.length > 0) await recordOnDesk(ctx, article, 'sheet.statuses_mapped', { statuses: changed });
  });
}

/** It holds for every article of the desk. */
function recordOnDesk(ctx: Context, { desk_id }: ArticleFound, verb: EventVerb, after: object): Promise<void> {
  return record(ctx, { chain: desk_id, subject: `desk:${desk_id}`, verb, after });
}
