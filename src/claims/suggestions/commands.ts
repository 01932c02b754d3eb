// The verbs that take suggestions as claims, one or many at once.
import type { ArticleFound } from '#src/articles/store.ts';
import { getVersionText, type VersionText } from '#src/articles/version-text-store.ts';
import type { Context } from '#src/context.ts';
import { RuleBroken } from '#src/errors.ts';
import { assertMay } from '#src/people/permissions.ts';
import { placedRanges } from '#src/reading/text/range.ts';
import { readingOfText, suggestionsWithin } from '../analysis/readings.ts';
import { type LatestRange, latestRange } from '../analysis/resolve-selection.ts';
import { placeOf, type Suggestion, standingSuggestions, takenTogether } from '../analysis/suggestion.ts';
import { listInitials, listTicks } from '../coverage/store.ts';
import type { Keys } from '../key-rule.ts';
import { type FirstVerdict, judgeMarked } from '../marking/first-verdict.ts';
import { keysOfArticle, makeClaim } from '../marking/make-claim-commands.ts';
import { readThenTransact } from '../read-then-transact.ts';
import type { Selection } from '../selection.ts';
import { findClaimAt, listClaims } from '../store.ts';
import type { ClaimTable } from '../tables.ts';
import { listDecisions, replaceDecision } from './store.ts';

/** Which suggestion: its range, and the version that the page showed. */
export type Chosen = Pick<Selection, 'start' | 'end' | 'version'>;

/**
 * Takes a suggestion as a claim with all that the program filled in; what was dismissed may be taken all the same. A verdict
 * that comes with it is set in the same transaction. Words that are a claim already are not marked twice: `is_new` is
 * false. Forbidden for guests; RuleBroken where it is suggested no more, and as in `judgeMarked`.
 */
export function takeSuggestion(
  ctx: Context,
  article_id: string,
  chosen: Chosen & FirstVerdict,
): Promise<{ number: number; is_new: boolean }> {
  const work: ChosenVerb<{ number: number; is_new: boolean }>['work'] = async (ctx, article, found) => {
    const { ground, range, suggestion } = found;
    const known = await findClaimAt(ctx.db, { version_id: ground.version.id, ...range });
    if (known === undefined && suggestion === undefined)
      throw new RuleBroken(
        'These words are no longer suggested, and nothing was added. Look at the current suggestions, or mark the words yourself.',
      );
    const number = known?.number ?? (await take(ctx, { article, ground }, suggestion as Suggestion));
    const taken = { number, is_new: known === undefined };
    await judgeMarked(ctx, article, { ...taken, verdict: chosen });
    return taken;
  };
  return onChosen(ctx, article_id, chosen, { may: assertMarks, work });
}

/**
 * Takes all that is still suggested from a line up (a score from 0 to 1), all or none; of suggestions that lie on one another
 * the longer. Returns the numbers of the new claims, in the order of the text. Forbidden for guests.
 */
export function takeSuggestions(ctx: Context, article_id: string, input: { above: number }): Promise<number[]> {
  return readThenTransact(ctx, article_id, {
    read: async (ctx, article) => {
      assertMarks(article);
      const ground = await getVersionText(ctx.db, article);
      const { suggestions } = await readingOfText(ctx.db, ground, article.language);
      return { ground, suggestions };
    },
    work: async (ctx, article, { ground, suggestions }) => {
      const keys = await keysOfArticle(ctx, article);
      const numbers: number[] = [];
      for (const suggestion of takenTogether(await stillSuggested(ctx, article, { ground, suggestions }), input.above))
        numbers.push(await take(ctx, { article, ground, keys }, suggestion));
      return numbers;
    },
  });
}

async function take(
  ctx: Context,
  at: { article: ArticleFound; ground: VersionText; keys?: Keys },
  { start, end, score, reasons, reading }: Suggestion,
): Promise<number> {
  const noted = { proposed: true, score, reasons };
  const place = { version_id: at.ground.version.id, start, end };
  const besides = (claim: ClaimTable) =>
    replaceDecision(ctx.db, { ...place, taken_claim_id: claim.id, dismissed_by: null, dismissed_at: null });
  const { number } = await makeClaim(ctx, at, { range: { start, end }, reading, noted, besides });
  return number;
}

async function stillSuggested(
  ctx: Context,
  article: ArticleFound,
  { ground, suggestions }: { ground: VersionText; suggestions: readonly Suggestion[] },
): Promise<Suggestion[]> {
  const version_id = ground.version.id;
  const claims = await listClaims(ctx.db, { article_id: article.id, version_id });
  const initialled = new Set((await listInitials(ctx.db, version_id)).map((initial) => initial.sentence_id));
  return standingSuggestions(suggestions, {
    claims: placedRanges(claims.filter(({ state }) => state !== 'withdrawn')),
    ticks: await listTicks(ctx.db, version_id),
    initialled: ground.sentences.filter((sentence) => initialled.has(sentence.id)),
    decided: await listDecisions(ctx.db, version_id),
  });
}

interface SuggestionChosen extends LatestRange {
  /** Undefined where these words are suggested no more. */
  suggestion: Suggestion | undefined;
}

export interface ChosenVerb<Result> {
  /** Throws Forbidden. */
  may: (article: ArticleFound, ctx: Context) => unknown;
  work: (ctx: Context, article: ArticleFound, chosen: SuggestionChosen) => Promise<Result>;
}

/** Finds the words and what is suggested on them before the transaction opens, and has them worked on in it. */
export function onChosen<Result>(
  ctx: Context,
  article_id: string,
  { start, end, version }: Chosen,
  { may, work }: ChosenVerb<Result>,
): Promise<Result> {
  return readThenTransact(ctx, article_id, {
    read: async (ctx, article) => {
      may(article, ctx);
      // What a form says besides, like the sentence on whose page it stood, is no part of the range.
      const { ground, range } = await latestRange(ctx, article, { start, end, version });
      const suggestions = await suggestionsWithin(ctx.db, ground, { language: article.language, range });
      return { ground, range, suggestion: suggestions.find((one) => placeOf(one) === placeOf(range)) };
    },
    work,
  });
}

function assertMarks(article: ArticleFound): void {
  assertMay(article.role, 'take_suggestions');
}
