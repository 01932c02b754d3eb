// The verb that takes the text that ran as the next version.
import type { Outline } from '#src/articles/as-ran/as-ran.ts';
import { assertLatest, markInitialled } from '#src/articles/as-ran/commands.ts';
import { getAsRan } from '#src/articles/as-ran/store.ts';
import { getArticle } from '#src/articles/store.ts';
import { partsTypedOf } from '#src/articles/version-parts.ts';
import type { Context } from '#src/context.ts';
import { NotFound } from '#src/errors.ts';
import { assertMay } from '#src/people/permissions.ts';
import { type Revised, reviseArticle } from './commands.ts';
import type { OnRevised } from './hooks.ts';

/**
 * Brings the text that ran as the next version, initialled as what ran in the same transaction. Claims follow as into any
 * version. Throws as reviseArticle, and RuleBroken where the page that was seen is no longer true.
 */
export async function takeAsRan(
  ctx: Context,
  article_id: string,
  input: { as_ran: string; version: number; on_revised: readonly OnRevised[] },
): Promise<Revised> {
  const article = await getArticle(ctx, article_id);
  assertMay(article.role, 'bring_as_ran');
  const ran = await getAsRan(ctx.db, { id: input.as_ran, article_id: article.id });
  if (ran.text === null) throw new NotFound();
  await assertLatest(ctx, article, { id: ran.id, version: input.version });
  const { parts } = JSON.parse(ran.outline) as Outline;
  const rows = parts.map((part) => ({ version_id: '', ...part }));
  const initial: OnRevised = async (ctx, article, { after }) => {
    await markInitialled(ctx, article, { id: ran.id, version: after.version, reason: '' });
    return '';
  };
  const note = ran.address === '' ? 'As it ran, pasted' : `As it ran at ${ran.address}`;
  const typed = partsTypedOf(ran.text, rows);
  const on_revised = [...input.on_revised, initial];
  return reviseArticle(ctx, article.id, { ...typed, note, version: input.version, on_revised });
}
