// What an event on a claim does to those that are the same as it, and what may not be done to one that is.
import type { EventVerb } from '#src/audit/events.ts';
import { record } from '#src/audit/log.ts';
import type { Context } from '#src/context.ts';
import { RuleBroken } from '#src/errors.ts';
import { stateAfter } from './claim.ts';
import { differs, isDecision, sayKeyFirst, sharedOf, whatEnds } from './same-as.ts';
import { type Follower, getShared, listFollowers, updateShared } from './same-as-store.ts';
import type { ClaimTable } from './tables.ts';

/** Where nothing is said of it, it is looked up. */
type Settled = { id: string; same_as_id?: string | null; followers?: number };
type Event = { verb: EventVerb; after?: object };

const LONGEST_CAUSE = 1000;

/**
 * Called behind each event on a claim, in its transaction. Those that are the same as it go along with it, or are to be checked
 * again where its words are others now. RuleBroken where the event decides a claim that is decided elsewhere, and where a key
 * claim would be the same as one that is not key.
 */
export async function settleSame(ctx: Context, claim: Settled, event: Event): Promise<void> {
  await settleFollowers(ctx, claim, { event, followers: await followersAt(ctx, claim, event) });
}

/** The claims that an event may move, asked for when the claim itself is stored as it leaves it. */
export async function followersAt(ctx: Context, claim: Settled, event: Event): Promise<Follower[] | null> {
  if (FOLLOWING.includes(event.verb)) return null;
  return claim.followers === 0 ? [] : listFollowers(ctx.db, claim.id);
}

/** As settleSame, with the claims that followersAt found. */
export async function settleFollowers(
  ctx: Context,
  claim: Settled,
  { event, followers }: { event: Event; followers: Follower[] | null },
): Promise<void> {
  if (followers === null) return;
  if (claim.same_as_id === null && followers.length === 0) return;
  const now = await getShared(ctx.db, claim.id);
  if (now.same_as_id !== null) return settleFollower(ctx, now, event);
  const ended = whatEnds(event);
  for (const follower of followers) {
    if (ended !== undefined) await endSame(ctx, follower, `it was the same as claim ${now.number}, which ${ended}`);
    else await goAlong(ctx, follower, now);
  }
}

const FOLLOWING: readonly EventVerb[] = ['claim.followed', 'claim.went_along', 'claim.unfollowed', 'claim.marked'];

/** Ends it on both sides of a claim whose words a new version changed, where no event says so. */
export async function endWhereChanged(ctx: Context, claim: Settled): Promise<void> {
  await settleSame(ctx, claim, { verb: 'claim.check_again' });
}

async function settleFollower(ctx: Context, follower: Follower, event: Event): Promise<void> {
  const followed = await getShared(ctx.db, follower.same_as_id ?? '');
  const ended = whatEnds(event);
  if (ended !== undefined)
    return endSame(ctx, follower, `it ${ended} and was the same as claim ${followed.number} before`);
  if (isDecision(event.verb))
    throw new RuleBroken(
      `Claim ${follower.number} is the same as claim ${followed.number}. Decide claim ${followed.number}, or check claim ${follower.number} on its own.`,
    );
  await goAlong(ctx, follower, followed);
}

async function goAlong(ctx: Context, follower: Follower, followed: Follower): Promise<void> {
  if (follower.is_key === 1 && followed.is_key !== 1) throw new RuleBroken(sayKeyFirst(follower, followed));
  if (!differs(follower, followed)) return;
  await updateShared(ctx.db, follower.id, sharedOf(followed));
  await recordOn(ctx, follower, {
    verb: 'claim.went_along',
    before: { state: follower.state },
    after: { state: followed.state, same_as: followed.number },
  });
}

/** The claim is checked on its own from now on, and again: the cause says why. One that is dropped is only let go. */
async function endSame(ctx: Context, follower: Follower, cause: string): Promise<void> {
  const check_again = [follower.check_again, cause].filter(Boolean).join('; ').slice(0, LONGEST_CAUSE).toWellFormed();
  const state = stateAfter(follower.state, 'recheck') ?? follower.state;
  const again: Partial<ClaimTable> = { state, check_again, second_reader_id: null, closed_at: null };
  const changes = follower.state === 'withdrawn' ? {} : again;
  await updateShared(ctx.db, follower.id, { same_as_id: null, ...changes });
  await recordOn(ctx, follower, {
    verb: 'claim.unfollowed',
    before: { state: follower.state },
    after: { state, cause },
  });
}

/** Records an event on a claim that is, or was, the same as another. */
export function recordOn(
  ctx: Context,
  claim: Pick<ClaimTable, 'id' | 'desk_id' | 'article_id'>,
  event: { verb: EventVerb; before: object; after: object },
): Promise<void> {
  return record(ctx, { chain: claim.desk_id, subject: `claim:${claim.id}`, article_id: claim.article_id, ...event });
}
