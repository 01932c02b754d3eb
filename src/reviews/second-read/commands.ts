// The verbs of the second read: ready, back, done, open again.
import type { ArticleFound } from '#src/articles/store.ts';
import { withArticle } from '#src/articles/with-article.ts';
import { assertSecondReader, isReadInList, missingForSecondRead, moved } from '#src/claims/claim.ts';
import { isRepeated } from '#src/claims/marking/repeated.ts';
import { hasAttribution } from '#src/claims/particulars-store.ts';
import { type ClaimFound, updateClaim } from '#src/claims/store.ts';
import { openForWork, recordOnClaim } from '#src/claims/with-claim.ts';
import type { Context } from '#src/context.ts';
import { RuleBroken, StaleEdit } from '#src/errors.ts';
import { assertMay } from '#src/people/permissions.ts';

type ClaimNumber = number | string;

/**
 * Offers a claim for second read. RuleBroken with the field of the first thing that is missing. Offered again: nothing
 * happens. Where a revision is given, and a new version has set the claim to check again since, StaleEdit: nobody offers
 * words that they did not see.
 */
export function offerClaim(
  ctx: Context,
  article_id: string,
  offered: ClaimNumber | { number: ClaimNumber; revision: number | undefined },
): Promise<void> {
  return withArticle(ctx, article_id, async (ctx, article) => {
    const { number, revision } = typeof offered === 'object' ? offered : { number: offered, revision: undefined };
    const claim = await openForWork(ctx, article, { number });
    if (claim.state === 'ready') return;
    if (revision !== undefined && claim.check_again !== '') assertUnchanged(claim, revision);
    const has_attribution = await hasAttribution(ctx.db, claim.id);
    const missing = missingForSecondRead({ ...claim, has_attribution })[0];
    if (missing !== undefined) throw new RuleBroken(missing.message, missing.field);
    const state = moved(claim.state, 'offer');
    await updateClaim(ctx.db, claim.id, { state, state_line: '', check_again: '' });
    await recordOnClaim(ctx, claim, { verb: 'claim.made_ready', before: { state: claim.state }, after: { state } });
  });
}

/**
 * Sends a claim back to its checker with a line why. Another person than the checker; the checker takes it back instead.
 * False where the same reader had sent it back already: then nothing happens, and the first line stands.
 */
export function returnClaim(
  ctx: Context,
  article_id: string,
  input: { number: ClaimNumber; revision: number; line: string },
): Promise<boolean> {
  return withArticle(ctx, article_id, async (ctx, article) => {
    const claim = await openForSecondRead(ctx, article, input.number);
    if (await isRepeated(ctx, claim, { move: 'return', verb: 'claim.returned' })) return false;
    const state = moved(claim.state, 'return');
    assertUnchanged(claim, input.revision);
    assertSecondReader(claim.checker_id, ctx.actor.id);
    await updateClaim(ctx.db, claim.id, { state, state_line: input.line, assignee_id: claim.checker_id });
    const after = { state, line: input.line };
    await recordOnClaim(ctx, claim, { verb: 'claim.returned', before: { state: claim.state }, after });
    return true;
  });
}

/**
 * Agrees and closes. `revision` is what the reader had in hand: a verdict changed since is a StaleEdit, so that nobody closes
 * what they did not read. RuleBroken for the checker's own claim. Closing again by the same reader does nothing.
 */
export function closeClaim(
  ctx: Context,
  article_id: string,
  input: { number: ClaimNumber; revision: number },
): Promise<void> {
  return withArticle(ctx, article_id, async (ctx, article) => {
    const claim = await openForSecondRead(ctx, article, input.number);
    if (claim.state === 'closed' && claim.second_reader_id === ctx.actor.id) return;
    await close(ctx, claim, input.revision);
  });
}

export interface ListOutcome {
  closed: number[];
  /** What could not be initialled, with a sentence each; the others are done all the same. */
  left: { number: number; why: string }[];
}

/**
 * Initials claims together: plain OK, not key, not one's own. Whatever was changed in the meantime, or is to be read
 * singly, is left with a sentence why.
 */
export function closeClaimsTogether(
  ctx: Context,
  article_id: string,
  claims: { number: number; revision: number }[],
): Promise<ListOutcome> {
  return withArticle(ctx, article_id, async (ctx, article) => {
    const outcome: ListOutcome = { closed: [], left: [] };
    for (const { number, revision } of claims) {
      const claim = await openForSecondRead(ctx, article, number);
      const why = whyNotTogether(claim, { revision, reader_id: ctx.actor.id });
      if (why !== null) {
        outcome.left.push({ number, why });
        continue;
      }
      await close(ctx, claim, revision);
      outcome.closed.push(number);
    }
    return outcome;
  });
}

/**
 * Opens a claim that is done, with a reason. It is in work again and needs a new second read. False where the same person
 * had just opened it: then nothing happens, and the first reason stands.
 */
export function reopenClaim(
  ctx: Context,
  article_id: string,
  input: { number: ClaimNumber; reason: string },
): Promise<boolean> {
  return withArticle(ctx, article_id, async (ctx, article) => {
    const claim = await openForSecondRead(ctx, article, input.number);
    if (await isRepeated(ctx, claim, { move: 'reopen', verb: 'claim.reopened' })) return false;
    const state = moved(claim.state, 'reopen');
    await updateClaim(ctx.db, claim.id, {
      state,
      state_line: input.reason,
      second_reader_id: null,
      closed_at: null,
      assignee_id: claim.checker_id,
    });
    const after = { state, reason: input.reason };
    await recordOnClaim(ctx, claim, { verb: 'claim.reopened', before: { state: claim.state }, after });
    return true;
  });
}

async function openForSecondRead(ctx: Context, article: ArticleFound, number: ClaimNumber): Promise<ClaimFound> {
  const claim = await openForWork(ctx, article, { number });
  assertMay(article.role, 'read_second');
  return claim;
}

async function close(ctx: Context, claim: ClaimFound, revision: number): Promise<void> {
  const state = moved(claim.state, 'close');
  assertUnchanged(claim, revision);
  assertSecondReader(claim.checker_id, ctx.actor.id);
  await updateClaim(ctx.db, claim.id, {
    state,
    second_reader_id: ctx.actor.id,
    closed_at: ctx.at,
    state_line: '',
  });
  const after = { state, content_verdict_id: claim.content_verdict_id };
  await recordOnClaim(ctx, claim, { verb: 'claim.closed', before: { state: claim.state }, after });
}

function assertUnchanged(claim: ClaimFound, revision: number): void {
  if (claim.revision !== revision)
    throw new StaleEdit(
      { decision: 'made on what the claim said before' },
      { statement: claim.statement, verdict_sentence: claim.verdict_sentence, check_again: claim.check_again },
    );
}

function whyNotTogether(claim: ClaimFound, at: { revision: number; reader_id: string | null }): string | null {
  if (claim.same_as_id !== null) return 'is the same as another claim and is decided there';
  if (claim.state !== 'ready') return 'is no longer waiting for its second read';
  if (claim.checker_id === at.reader_id) return 'has your own verdict, so somebody else must read it';
  if (!isReadInList({ ...claim, is_key: claim.is_key === 1 })) return 'has to be read on its own page';
  return claim.revision === at.revision ? null : 'was changed while you had this page open; read it again';
}
