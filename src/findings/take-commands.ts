// The verb that takes a finding up: as a note, a query or a fix.
import type { ArticleFound } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { RuleBroken } from '#src/errors.ts';
import { askFix } from '#src/reviews/fixes/commands.ts';
import { askQuery } from '#src/reviews/queries/commands.ts';
import { canBeFixed, type DeskFinding } from './finding.ts';
import { findFindingDecision } from './store.ts';
import { type FindingMeant, keepDecision, NOTHING, numberIn, recordOn, withFinding } from './with-finding.ts';

export type TakenAs = 'note' | 'query' | 'fix';

/** What became of it, with the number of the claim, query or fix. */
export interface FindingTaken {
  as: TakenAs;
  number: number;
}

/**
 * Takes a finding up: as a note of its claim, as a query to the writer (to the editor where a confidential source has it
 * otherwise), or as a fix. Taken so already: nothing happens. Forbidden for all but reviewers and editors; NotFound where it is
 * not found any more; RuleBroken where a new version came, where no claim is on it, or it cannot tell what would be right.
 */
export function takeFinding(
  ctx: Context,
  article_id: string,
  input: FindingMeant & { as: TakenAs },
): Promise<FindingTaken> {
  const { as } = input;
  return withFinding(ctx, article_id, input, async (ctx, { article, finding, text, version_id }) => {
    const known = await findFindingDecision(ctx.db, { version_id, finding_key: finding.key });
    if (known?.decision === as) return { as, number: numberIn(known) ?? finding.claim?.number ?? 0 };
    const number = await takers[as](ctx, article, { finding, text });
    const taken = { query_number: as === 'query' ? number : null, fix_number: as === 'fix' ? number : null };
    await keepDecision(ctx, article, { finding, version_id }, { ...NOTHING, ...taken, decision: as });
    const after = { note: finding.sentence, as, [as === 'note' ? 'claim' : as]: number };
    await recordOn(ctx, article, finding, { verb: 'finding.taken', after });
    return { as, number };
  });
}

type Taking = (ctx: Context, article: ArticleFound, at: { finding: DeskFinding; text: string }) => Promise<number>;

const takers: Record<TakenAs, Taking> = {
  note: async (_ctx, _article, { finding: { claim } }) => {
    if (claim === null) throw new RuleBroken(NO_CLAIM);
    return claim.number;
  },
  query: (ctx, article, { finding }) =>
    askQuery(ctx, article.id, {
      ...aboutOf(finding),
      to_whom: finding.is_confidential ? 'editor' : 'writer',
      question: `${finding.sentence} Which is right?`,
    }),
  fix: (ctx, article, { finding, text }) => {
    const [place] = finding.places;
    if (place === undefined || !canBeFixed(finding)) throw new RuleBroken(NO_FIX);
    const old_words = text.slice(place.start, place.end);
    const new_words = String(finding.instead);
    return askFix(ctx, article.id, { ...aboutOf(finding), old_words, new_words, reason: finding.sentence });
  },
};

function aboutOf({ claim, places: [place] }: DeskFinding) {
  return {
    ...(claim && { number: claim.number }),
    ...(place && { selection: { start: place.start, end: place.end } }),
  };
}

const NO_CLAIM = 'A note belongs to a claim, and none is on these words. Mark one first, or send a query.';
const NO_FIX = 'What would be right cannot be told from this. Propose the fix in your own words.';
