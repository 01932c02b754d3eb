// The verb that corrects the figures of a claim by hand.
import { getVersionText } from '#src/articles/version-text-store.ts';
import type { Context } from '#src/context.ts';
import { RuleBroken } from '#src/errors.ts';
import { findAnchor } from '../anchor-store.ts';
import { moved } from '../claim.ts';
import { listFiguresOf, replaceFigures } from '../figure-store.ts';
import { staleFigures } from '../stale-claim.ts';
import { updateClaim } from '../store.ts';
import { recordOnClaim, withClaim } from '../with-claim.ts';
import { figuresTyped } from './figure-line.ts';
import { figureLine } from './figure-words.ts';

/**
 * Makes these lines the figures of the claim. One that was read from the text keeps its place there; one typed anew stands on
 * the whole claim. The same lines again change nothing. RuleBroken (field `figures`) for a line that is no figure; StaleEdit
 * where a revision is given and somebody else saved first.
 */
export function changeClaimFigures(
  ctx: Context,
  article_id: string,
  input: { number: number | string; figures: string; revision?: number | undefined },
): Promise<void> {
  return withClaim(ctx, article_id, input, async (ctx, claim, article) => {
    const state = moved(claim.state, 'edit');
    const { version } = await getVersionText(ctx.db, article);
    const at = { claim_id: claim.id, version_id: version.id };
    const anchor = await findAnchor(ctx.db, at);
    if (anchor?.start == null || anchor.end === null)
      throw new RuleBroken('Place the claim in the text first: figures belong to its words.', 'figures');
    const { start, end } = anchor;
    const known = await listFiguresOf(ctx.db, at);
    const typed = figuresTyped(input.figures, article.language).map((figure, index) => {
      const old = known[index];
      return { ...figure, start: old?.start ?? start, end: old?.end ?? end };
    });
    const facts = (
      figures: readonly { comparator: string; low: number | null; high: number | null; unit: string | null }[],
    ) => JSON.stringify(figures.map(({ comparator, low, high, unit }) => [comparator, low, high, unit]));
    if (facts(typed) === facts(known)) return;
    if (input.revision !== undefined && input.revision !== claim.revision)
      throw staleFigures(claim, { typed: input.figures, known: known.map(figureLine).join('\n') });
    await replaceFigures(ctx.db, at, typed);
    await updateClaim(ctx.db, claim.id, { state });
    const said = (figures: readonly { value: string; unit: string | null }[]) =>
      figures.map(({ value, unit }) => [value, unit]);
    await recordOnClaim(ctx, claim, {
      verb: 'claim.figures_changed',
      before: { figures: said(known) },
      after: { figures: said(typed) },
    });
  });
}
