// The verbs of the text that ran: bringing it, and initialling it as the version that was checked.
import type { Context } from '#src/context.ts';
import { RuleBroken } from '#src/errors.ts';
import { newId } from '#src/ids.ts';
import { assertMay } from '#src/people/permissions.ts';
import { cleanLine } from '#src/text-fields.ts';
import type { AssembledVersion } from '../article.ts';
import { assembled } from '../assembling.ts';
import { type ArticleFound, getArticle } from '../store.ts';
import { type PartsTyped, partsTypedOf, partTextsIn } from '../version-parts.ts';
import { getLatestVersion, getVersionText } from '../version-text-store.ts';
import { recordOnArticle, withArticle } from '../with-article.ts';
import { inParts, isSameText, type Outline } from './as-ran.ts';
import { findAsRan, getAsRan, insertAsRan, updateInitialled } from './store.ts';

/** From where a text that ran was fetched, and what its page hashed to; neither where it was pasted. */
export interface Fetched {
  address: string;
  page_sha256: string;
}

/**
 * Keeps the text that ran as an editor pasted it. The text that is there already is not kept twice. Throws NotFound,
 * Forbidden, TooLarge, RuleBroken (field `body`).
 */
export async function bringAsRan(ctx: Context, article_id: string, typed: PartsTyped): Promise<void> {
  const article = await getArticle(ctx, article_id);
  assertMay(article.role, 'bring_as_ran');
  const before = await getVersionText(ctx.db, article);
  const parts = inParts(typed, partsTypedOf(before.text, before.parts));
  const text = await assembled(partTextsIn(parts), article.language);
  await withArticle(ctx, article.id, (ctx, article) => keepAsRan(ctx, article, { text, fetched: null }));
}

/** Keeps the text that ran as it was fetched; joins the transaction of the job that fetched it. Throws as bringAsRan. */
export function bringFetched(
  ctx: Context,
  article_id: string,
  kept: { text: AssembledVersion; fetched: Fetched },
): Promise<void> {
  return withArticle(ctx, article_id, (ctx, article) => keepAsRan(ctx, article, kept));
}

/** Stores it for an article that is locked. */
async function keepAsRan(
  ctx: Context,
  article: ArticleFound,
  { text, fetched }: { text: AssembledVersion; fetched: Fetched | null },
): Promise<void> {
  assertMay(article.role, 'bring_as_ran');
  // What was fetched while the article was erased comes to nothing.
  await getLatestVersion(ctx.db, article);
  const known = await findAsRan(ctx.db, article.id);
  if (known?.sha256 === text.sha256 && known.address === (fetched?.address ?? '')) return;
  const { parts, sentences, sha256 } = text;
  const outline: Outline = { parts, sentences };
  const row = {
    ...{ id: newId(), desk_id: article.desk_id, article_id: article.id },
    ...{ text: text.text, outline: JSON.stringify(outline), sha256, length: text.text.length },
    ...{ address: fetched?.address ?? '', page_sha256: fetched?.page_sha256 ?? null },
    ...{ brought_by: ctx.actor.id, brought_at: ctx.at },
    ...{ version_id: null, initialled_by: null, initialled_at: null, reason: '' },
  };
  await insertAsRan(ctx.db, row);
  const { length, address, page_sha256 } = row;
  await recordOnArticle(ctx, article, {
    verb: 'ran.brought',
    after: { as_ran: row.id, sha256, length, address, page_sha256 },
  });
}

export interface Initialling {
  as_ran: string;
  /** The number of the version that the page showed beside it. */
  version: number;
  reason: string;
}

/**
 * Says that the latest version is the text that ran. Where more differs than spaces and quotation marks, only with a reason
 * why that does not matter. The same again does nothing. Throws NotFound, Forbidden, RuleBroken (field `reason`).
 */
export function initialAsRan(ctx: Context, article_id: string, input: Initialling): Promise<void> {
  return withArticle(ctx, article_id, async (ctx, article) => {
    assertMay(article.role, 'bring_as_ran');
    const ran = await getAsRan(ctx.db, { id: input.as_ran, article_id: article.id });
    const version = await getLatestVersion(ctx.db, article);
    if (ran.version_id === version.id) return;
    await assertLatest(ctx, article, { id: ran.id, version: input.version });
    const reason = cleanLine(input.reason);
    const is_same = ran.text !== null && isSameText(ran.text, version.text);
    if (!is_same && reason === '')
      throw new RuleBroken(
        'The two differ. Say in one line why that does not matter, or add the text as a version.',
        'reason',
      );
    const said = is_same ? '' : reason;
    await markInitialled(ctx, article, { id: ran.id, version, reason: said });
  });
}

/** Neither a new version nor another text that ran came since the page was opened. RuleBroken where one did. */
export async function assertLatest(
  ctx: Context,
  article: ArticleFound,
  seen: { id: string; version: number },
): Promise<void> {
  const latest = await findAsRan(ctx.db, article.id);
  if (latest?.id !== seen.id)
    throw new RuleBroken(
      'The text that ran was added again since this page was opened. Nothing was changed: look again.',
    );
  if (article.latest_version_number !== seen.version)
    throw new RuleBroken(
      'A new version came in since this page was opened. Nothing was changed: compare the two again.',
    );
}

/** Notes the initials and records them, for an article that is locked. */
export async function markInitialled(
  ctx: Context,
  article: ArticleFound,
  { id, version, reason }: { id: string; version: { id: string; number: number; sha256: string }; reason: string },
): Promise<void> {
  const { id: version_id, number, sha256 } = version;
  await updateInitialled(ctx.db, id, { version_id, initialled_by: ctx.actor.id, initialled_at: ctx.at, reason });
  const after = { as_ran: id, version: number, sha256, reason };
  await recordOnArticle(ctx, article, { verb: 'ran.initialled', after });
}
