// Where a new query or fix stands: in a claim, in selected words, or nowhere in particular.
import type { ArticleFound } from '#src/articles/store.ts';
import { getVersionGround } from '#src/articles/version-store.ts';
import type { VersionText } from '#src/articles/version-text-store.ts';
import { findAnchor } from '#src/claims/anchor-store.ts';
import { rangeOf, type Selection } from '#src/claims/selection.ts';
import type { Context } from '#src/context.ts';
import { cutAtWord } from '#src/cut-at-word.ts';
import { RuleBroken } from '#src/errors.ts';
import { placedRange, type Range, rangesTouching } from '#src/reading/text/range.ts';
import type { PlaceColumns } from './tables.ts';
import { nearMatches, placesOf } from './words.ts';

export const NO_PLACE: PlaceColumns = { place_version_id: null, place_start: null, place_end: null };

/** The columns of a place in the latest version. */
export function placeAt({ version }: VersionText, { start, end }: Range): PlaceColumns {
  return { place_version_id: version.id, place_start: start, place_end: end };
}

/** What was pointed at: the claim's words, the selection's, or null for the article as a whole or a claim without a place. */
export async function rangePointedAt(
  ctx: Context,
  { article, ground }: { article: ArticleFound; ground: VersionText },
  at: { claim_id: string | null; selection?: Selection | undefined },
): Promise<Range | null> {
  if (at.selection !== undefined) return selectedRange(ctx, { article, ground }, at.selection);
  if (at.claim_id === null) return null;
  const anchor = await findAnchor(ctx.db, { claim_id: at.claim_id, version_id: ground.version.id });
  return anchor ? placedRange(anchor) : null;
}

/** A selection made on an older version counts where its words stand in the latest, at the place nearest to where they stood. */
async function selectedRange(
  ctx: Context,
  { article, ground }: { article: ArticleFound; ground: VersionText },
  selection: Selection,
): Promise<Range> {
  const { version } = selection;
  if (version === undefined || version >= ground.version.number) return rangeOf(ground, selection);
  const seen = await getVersionGround(ctx.db, article, version);
  const range = rangeOf(seen, selection);
  const words = seen.text.slice(range.start, range.end);
  const found = nearest(placesOf(ground.text, words), range);
  if (found === undefined)
    throw new RuleBroken(
      'These words are no longer in the latest version. Open it and select the current words.',
      'old_words',
    );
  return found;
}

/**
 * Where the old words of a fix stand: where it was pointed at, else nearest to it. RuleBroken (field `old_words`) where they
 * are not in the latest version, with the sentences that look like them.
 */
export function placeOfOldWords(ground: VersionText, old_words: string, pointed: Range | null): Range {
  const { text, sentences, version } = ground;
  const within = pointed === null ? undefined : around(ground, pointed);
  const places = within ? placesOf(text, old_words, within) : [];
  const found = nearest(places.length > 0 ? places : placesOf(text, old_words), pointed ?? { start: 0, end: 0 });
  if (found !== undefined) return found;
  const near = nearMatches(text, sentences, old_words).map(
    ({ number, start, end }) => `sentence ${number}, “${cutAtWord(text.slice(start, end), LONGEST_HINT)}”`,
  );
  const hint = near.length > 0 ? ` Nearest to them: ${near.join('; ')}` : '';
  throw new RuleBroken(`Version ${version.number} does not have these words in this form.${hint}`, 'old_words');
}

/** The whole sentences that a range touches. */
export function around({ sentences }: Pick<VersionText, 'sentences'>, range: Range): Range {
  const touched = rangesTouching(sentences, range);
  return { start: touched[0]?.start ?? range.start, end: touched.at(-1)?.end ?? range.end };
}

function nearest(places: Range[], to: Range): Range | undefined {
  const inside = places.find((one) => to.start <= one.start && one.end <= to.end);
  return inside ?? places.toSorted((a, b) => Math.abs(a.start - to.start) - Math.abs(b.start - to.start))[0];
}

const LONGEST_HINT = 160;
