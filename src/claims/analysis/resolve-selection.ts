// Where words that were selected on an older version stand in the latest, or both texts.
import type { ArticleFound } from '#src/articles/store.ts';
import { getVersionGround } from '#src/articles/version-store.ts';
import { getVersionText, type VersionText } from '#src/articles/version-text-store.ts';
import type { Context } from '#src/context.ts';
import { NotFound, StaleEdit } from '#src/errors.ts';
import { needed } from '#src/item-at.ts';
import type { Range } from '#src/reading/text/range.ts';
import { rangeOf, type Selection } from '../selection.ts';
import { readingOfWords, type WordsReading } from './readings.ts';
import { workOnText } from './worker-pool.ts';

export interface LatestRange {
  ground: VersionText;
  range: Range;
}

/**
 * The ground of the latest version and the range in it that was meant. A selection made on an older version counts where
 * its words stand unchanged in the same place; else StaleEdit with both texts. RuleBroken as in `rangeOf`. Takes long where a
 * large text was revised since: not inside a transaction.
 */
export async function latestRange(ctx: Context, article: ArticleFound, selection: Selection): Promise<LatestRange> {
  const ground = await getVersionText(ctx.db, article);
  const { version } = selection;
  if (version === undefined || version >= ground.version.number) return { ground, range: rangeOf(ground, selection) };
  const seen = await getVersionGround(ctx.db, article, version);
  return {
    ground,
    range: await carried(seen, ground, { range: rangeOf(seen, selection), language: article.language }),
  };
}

/** The same, with all that the program fills in for the words. Takes long in a large text: not inside a transaction. */
export async function latestWords(
  ctx: Context,
  article: ArticleFound,
  selection: Selection,
): Promise<LatestRange & WordsReading> {
  const { ground, range } = await latestRange(ctx, article, selection);
  return { ground, range, ...(await readingOfWords(ctx.db, ground, { language: article.language, range })) };
}

/** The same for a whole paragraph, by its number in the version that the page showed. */
export async function latestParagraph(
  ctx: Context,
  article: ArticleFound,
  at: { paragraph: number; version?: number | undefined },
): Promise<LatestRange> {
  const ground = await getVersionText(ctx.db, article);
  const isOld = at.version !== undefined && at.version < ground.version.number;
  const seen = isOld ? await getVersionGround(ctx.db, article, needed(at.version, 'version')) : ground;
  const sentences = seen.sentences.filter((sentence) => sentence.paragraph === at.paragraph);
  const [first, last] = [sentences[0], sentences.at(-1)];
  if (first === undefined || last === undefined) throw new NotFound();
  const range = { start: first.start, end: last.end };
  return { ground, range: isOld ? await carried(seen, ground, { range, language: article.language }) : range };
}

async function carried(
  seen: VersionText,
  ground: VersionText,
  { range: { start, end }, language }: { range: Range; language: string },
): Promise<Range> {
  const given = { before: seen.text, after: ground.text, ranges: [{ start, end }], language };
  const [anchor] = (await workOnText('place', seen.text.length + ground.text.length, given)).flat();
  if (anchor?.status === 'exact') return { start: anchor.start, end: anchor.end };
  const yours = seen.text.slice(start, end);
  const now = anchor && anchor.start !== null ? ground.text.slice(anchor.start, anchor.end) : '';
  const moved = anchor?.status === 'moved' ? ' (it is elsewhere now)' : '';
  throw new StaleEdit(
    { words: yours, version: String(seen.version.number) },
    { words: now === '' ? '(these words are gone)' : `${now}${moved}`, version: String(ground.version.number) },
  );
}
