// Claims that lost their words in a revision: a person places them by hand.
import { getVersionText, type VersionText } from '#src/articles/version-text-store.ts';
import type { Context } from '#src/context.ts';
import { RuleBroken } from '#src/errors.ts';
import { figuresOf } from '#src/reading/entities/figures.ts';
import { areSameWords, findWords } from '#src/reading/text/find-words.ts';
import type { Range } from '#src/reading/text/range.ts';
import { findAnchor, updateAnchor } from '../anchor-store.ts';
import { replaceFigures } from '../figure-store.ts';
import type { OnMoved } from '../marking/hooks.ts';
import { figureRow } from '../marking/make-claim-commands.ts';
import { rangeOf } from '../selection.ts';
import { findClaimAt, updateClaim } from '../store.ts';
import type { ClaimAnchorTable } from '../tables.ts';
import { recordOnClaim, withClaim } from '../with-claim.ts';

export interface Placement {
  number: number | string;
  words: string;
  /** The sentence in which the words begin; needed only where they stand more than once. */
  sentence?: number | undefined;
  on_moved?: readonly OnMoved[];
}

/**
 * Puts a claim that is lost in the latest version onto words of it. It stays to be checked again: the words are others. The
 * same form sent twice places it once. Throws NotFound, Forbidden (guests), RuleBroken (field `words` or `sentence`).
 */
export function placeClaim(ctx: Context, article_id: string, input: Placement): Promise<void> {
  return withClaim(ctx, article_id, input, async (ctx, claim, article) => {
    const ground = await getVersionText(ctx.db, article);
    const version_id = ground.version.id;
    const anchor = await findAnchor(ctx.db, { claim_id: claim.id, version_id });
    if (anchor === undefined || claim.state === 'withdrawn')
      throw new RuleBroken(`Claim ${claim.number} is dropped. Restore it first, then place it.`);
    if (anchor.status !== 'lost') {
      if (isOn(ground, anchor, input.words)) return;
      throw new RuleBroken(`Claim ${claim.number} has its place already. Move its mark on its own page.`);
    }
    const range = wordsMeant(ground, input);
    const known = await findClaimAt(ctx.db, { version_id, ...range });
    if (known !== undefined)
      throw new RuleBroken(`These words are already claim ${known.number}. Choose others, or drop this one.`, 'words');
    await updateAnchor(ctx.db, { ...anchor, ...range, status: 'changed', placed_by: ctx.actor.id });
    await replaceFigures(
      ctx.db,
      { claim_id: claim.id, version_id },
      figuresOf(ground.text, range, article.language).map(figureRow),
    );
    await updateClaim(ctx.db, claim.id, {
      check_again: claim.check_again.replace('its words are gone', 'its words were missing, and it was placed by hand'),
    });
    const words = ground.text.slice(range.start, range.end);
    const after = { ...range, words, version: ground.version.number };
    await recordOnClaim(ctx, claim, { verb: 'claim.placed', after });
    for (const then of input.on_moved ?? []) await then(ctx, article, { claim, ground, range });
  });
}

function isOn({ text }: VersionText, { start, end }: ClaimAnchorTable, words: string): boolean {
  return areSameWords(text.slice(start ?? 0, end ?? 0), words);
}

/** The words in the sentence that was named, or else wherever they stand once. RuleBroken as in placeClaim. */
export function wordsMeant(ground: VersionText, { words, sentence }: Pick<Placement, 'words' | 'sentence'>): Range {
  if (words.trim() === '') throw new RuleBroken('Copy the words here that the claim is about.', 'words');
  if (sentence !== undefined) return rangeOf(ground, { sentence, words });
  const found = findWords(ground.text, words);
  const [match] = found;
  if (match === undefined)
    throw new RuleBroken(
      `These words are not in version ${ground.version.number}. Copy them exactly from the text.`,
      'words',
    );
  if (found.length > 1)
    throw new RuleBroken(`These words appear ${found.length} times in the text. Say in which sentence.`, 'sentence');
  return rangeOf(ground, match);
}
