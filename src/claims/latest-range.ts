// Words that somebody selected on a page of an older version: where they stand in the latest, or both texts where they do not.
import { type ArticleFound, type Ground, getGround } from '#src/articles/store.ts';
import { getVersionGround } from '#src/articles/version-store.ts';
import type { Context } from '#src/context.ts';
import { NotFound, StaleEdit } from '#src/errors.ts';
import { reanchor } from '#src/reading/anchors.ts';
import type { Range } from '#src/reading/range.ts';
import { rangeOf, type Selection } from './selection.ts';

/**
 * The ground of the latest version and the range in it that was meant. A selection made on an older version counts where
 * its words stand unchanged in the same place; else StaleEdit with both texts. RuleBroken as in `rangeOf`.
 */
export async function latestRange(
  ctx: Context,
  article: ArticleFound,
  selection: Selection,
): Promise<{ ground: Ground; range: Range }> {
  const ground = await getGround(ctx.db, article);
  const { version } = selection;
  if (version === undefined || version >= ground.version.number) return { ground, range: rangeOf(ground, selection) };
  const seen = await getVersionGround(ctx.db, article, version);
  return { ground, range: carried(seen, ground, { range: rangeOf(seen, selection), language: article.language }) };
}

/** The same for a whole paragraph, by its number in the version that the page showed. */
export async function latestParagraph(
  ctx: Context,
  article: ArticleFound,
  at: { paragraph: number; version?: number | undefined },
): Promise<{ ground: Ground; range: Range }> {
  const ground = await getGround(ctx.db, article);
  const isOld = at.version !== undefined && at.version < ground.version.number;
  const seen = isOld ? await getVersionGround(ctx.db, article, at.version as number) : ground;
  const sentences = seen.sentences.filter((sentence) => sentence.paragraph === at.paragraph);
  const [first, last] = [sentences[0], sentences.at(-1)];
  if (first === undefined || last === undefined) throw new NotFound();
  const range = { start: first.start, end: last.end };
  return { ground, range: isOld ? carried(seen, ground, { range, language: article.language }) : range };
}

function carried(seen: Ground, ground: Ground, { range, language }: { range: Range; language: string }): Range {
  const [anchor] = reanchor(seen.text, ground.text, [range], language);
  if (anchor?.status === 'exact') return { start: anchor.start, end: anchor.end };
  const yours = seen.text.slice(range.start, range.end);
  const now = anchor && anchor.start !== null ? ground.text.slice(anchor.start, anchor.end) : '';
  const moved = anchor?.status === 'moved' ? ' (it stands elsewhere now)' : '';
  throw new StaleEdit(
    { words: yours, version: String(seen.version.number) },
    { words: now === '' ? '(these words are gone)' : `${now}${moved}`, version: String(ground.version.number) },
  );
}
