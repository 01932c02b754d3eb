// The claim that a verb works on: found, locked, asked about, and its events in the log.
import { allOf } from '#src/all-of.ts';
import { type ArticleFound, lockHeadOf } from '#src/articles/store.ts';
import { withArticleAnd } from '#src/articles/with-article.ts';
import type { EventVerb } from '#src/audit/events.ts';
import { record } from '#src/audit/log.ts';
import type { Context } from '#src/context.ts';
import type { Db } from '#src/database/schema.ts';
import { NotFound } from '#src/errors.ts';
import { assertMay, type Permission } from '#src/people/permissions.ts';
import { moved } from './claim.ts';
import { followersAt, settleFollowers } from './settle-same-commands.ts';
import { type ClaimFound, type ClaimLocked, findClaimLocked, getClaim, updateClaimState } from './store.ts';
import type { ClaimTable } from './tables.ts';

/** First evidence puts an open claim in work; anything but a closed or dropped claim may get more. For the verbs of evidence. */
export async function touchClaim(ctx: Context, claim: ClaimFound): Promise<void> {
  const state = moved(claim.state, 'judge');
  if (claim.state === 'open') await updateClaimState(ctx.db, claim.id, state);
}

/** Records an event on a claim in the chain of its desk; claims that are the same as it go along. RuleBroken as settleSame. */
export async function recordOnClaim(
  ctx: Context,
  claim: Pick<ClaimTable, 'id' | 'desk_id' | 'article_id'> & { same_as_id?: string | null; followers?: number },
  event: { verb: EventVerb; before?: object; after?: object },
): Promise<void> {
  const { desk_id: chain, id, article_id } = claim;
  const { followers } = await allOf({
    entry: record(ctx, { chain, subject: `claim:${id}`, article_id, ...event }),
    followers: followersAt(ctx, claim, event),
  });
  await settleFollowers(ctx, claim, { event, followers });
}

export type WorkOnClaim<Result> = (ctx: Context, claim: ClaimLocked, article: ArticleFound) => Promise<Result>;

/** The frame of a verb on one claim: as withArticle, with the claim locked too. NotFound where there is none; Forbidden for guests. */
export function withClaim<Result>(
  ctx: Context,
  article_id: string | number,
  { number }: { number: number | string },
  work: WorkOnClaim<Result>,
): Promise<Result> {
  return withClaimFor(ctx, article_id, { number, may: 'change_claims' }, work);
}

/** The same for whoever may do this. */
export function withClaimFor<Result>(
  ctx: Context,
  article_id: string | number,
  { number, may }: { number: number | string; may: Permission },
  work: WorkOnClaim<Result>,
): Promise<Result> {
  return withArticleAnd(ctx, article_id, {
    ask: (db) => findClaimLocked(db, article_id, number),
    work: async (ctx, article, claim) => {
      if (claim === undefined) throw new NotFound();
      assertMay(article.role, may);
      return work(ctx, claim, article);
    },
  });
}

/**
 * As withClaim, for verbs that store nothing but claims and their events, and lock nothing besides: the head of the log is locked
 * with the claim, so that all they store goes to the database at once. `ask` is asked for together with them.
 */
export function withClaimAlone<Result, Beside = undefined>(
  ctx: Context,
  article_id: string | number,
  { number, ask }: { number: number | string; ask?: (db: Db) => Promise<Beside> },
  work: (ctx: Context, claim: ClaimLocked, article: ArticleFound, beside: Beside) => Promise<Result>,
): Promise<Result> {
  // In a transaction of somebody else's, nobody knows here what that one will lock.
  const is_whole = !ctx.db.isTransaction;
  return withArticleAnd(ctx, article_id, {
    ask: (db) =>
      allOf({
        claim: findClaimLocked(db, article_id, number),
        head: is_whole ? lockHeadOf(db, article_id) : undefined,
        beside: ask?.(db) as Promise<Beside>,
      }),
    work: async (ctx, article, { claim, beside }) => {
      if (claim === undefined) throw new NotFound();
      assertMay(article.role, 'change_claims');
      return work(ctx, claim, article, beside);
    },
  });
}

/** The claim, its row locked, for somebody who works at the desk; Forbidden for guests. */
export async function openForWork(
  ctx: Context,
  article: ArticleFound,
  input: { number: number | string },
): Promise<ClaimFound> {
  const claim = await getClaim(ctx.db, article, { number: input.number, lock: true });
  assertMay(article.role, 'change_claims');
  return claim;
}
