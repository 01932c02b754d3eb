// The verbs that take back what was done to a claim: marking it, a verdict, a star.
import type { ArticleFound } from '#src/articles/store.ts';
import { getLatestVersion } from '#src/articles/version-text-store.ts';
import { nameOfActor } from '#src/audit/log.ts';
import { type LogEntry, listEntriesOfSubjects } from '#src/audit/store.ts';
import type { Context } from '#src/context.ts';
import { RuleBroken } from '#src/errors.ts';
import { moved, STATE_LABELS } from '../claim.ts';
import { letGo } from '../marking/same-as-commands.ts';
import { type ClaimFound, getClaim, getClaimNumber, updateClaim } from '../store.ts';
import { deleteDecision, listDecisions } from '../suggestions/store.ts';
import type { ClaimTable } from '../tables.ts';
import { recordOnClaim } from '../with-claim.ts';
import { type TakenBack, type Undoing, undoesOf, undoneIn } from './undoable.ts';

const WHY_DROPPED = 'Marked by mistake, and taken back.';

/** The claim is dropped; what it was taken from is suggested again. RuleBroken where anything was done to it since. */
export async function undoMark(ctx: Context, article: ArticleFound, { deed, undoes }: Undoing): Promise<TakenBack> {
  const { claim, since } = await claimSince(ctx, article, { deed, undoes });
  const undone = undoneIn(since);
  const standing = since.filter((one) => !undone.has(one.number) && undoesOf(one.after).length === 0);
  if (standing.length > 0)
    throw new RuleBroken(
      `Claim ${claim.number} was worked on since it was marked, so it is not taken back in one step. Drop it on its page, with a reason.`,
    );
  const version = await getLatestVersion(ctx.db, article);
  const taken = (await listDecisions(ctx.db, version.id)).find((one) => one.taken_claim_id === claim.id);
  if (taken) await deleteDecision(ctx.db, taken);
  const state = moved(claim.state, 'withdraw');
  await updateClaim(ctx.db, claim.id, { state, state_line: WHY_DROPPED, second_reader_id: null });
  const after = { state, reason: WHY_DROPPED, undoes };
  await recordOnClaim(ctx, claim, { verb: 'claim.withdrawn', before: { state: claim.state }, after });
  return { said: `Undone: claim ${claim.number} is dropped, and its words are free again.`, claim: null };
}

/** What the verdict was before is what it is again, with its checker, time and state. RuleBroken where it is another by now. */
export async function undoVerdict(ctx: Context, article: ArticleFound, { deed, undoes }: Undoing): Promise<TakenBack> {
  const { claim, since } = await claimSince(ctx, article, { deed, undoes });
  const { before, after } = deed;
  const restored = restoredBy(before);
  const is_other = VERDICT_FIELDS.some((name) => after?.[name] !== undefined && after[name] !== claim[name]);
  if (restored === null || is_other || claim.state === 'closed' || claim.state === 'withdrawn')
    throw new RuleBroken(
      `The verdict of claim ${claim.number} is not as you left it: it is ${STATE_LABELS[claim.state]}. Nothing was taken back; change it on its page.`,
    );
  const has_begun = since.some((one) => one.verb === 'evidence.added');
  const state = restored.state === 'open' && has_begun ? 'in_work' : restored.state;
  await updateClaim(ctx.db, claim.id, { ...restored, state });
  const now = Object.fromEntries(Object.keys(restored).map((name) => [name, claim[name as keyof ClaimFound]]));
  await recordOnClaim(ctx, claim, {
    verb: 'claim.verdict_undone',
    before: now,
    after: { ...restored, state, undoes },
  });
  const stays = has_begun ? ' The source that you added since stays.' : '';
  return { said: `Undone: claim ${claim.number} is as it was before your last verdict.${stays}`, claim: claim.number };
}

/** RuleBroken where somebody starred it, or took the star away, since. */
export async function undoKey(ctx: Context, article: ArticleFound, { deed, undoes }: Undoing): Promise<TakenBack> {
  const { claim } = await claimSince(ctx, article, { deed, undoes });
  const is_key = deed.before?.is_key === 1 ? 1 : 0;
  if (claim.is_key === is_key)
    throw new RuleBroken(
      `The star of claim ${claim.number} is as it was before you changed it; nothing was taken back.`,
    );
  const is_as_left = deed.after?.state === claim.state && typeof deed.before?.state === 'string';
  const state = is_as_left ? (deed.before?.state as ClaimTable['state']) : moved(claim.state, 'edit');
  await updateClaim(ctx.db, claim.id, { is_key, state });
  const before = { is_key: claim.is_key, state: claim.state };
  await recordOnClaim(ctx, claim, { verb: 'claim.key_changed', before, after: { is_key, state, undoes } });
  return {
    said: `Undone: claim ${claim.number} is ${is_key === 1 ? 'a key claim again' : 'no longer a key claim'}.`,
    claim: claim.number,
  };
}

/** The claim is checked on its own again. RuleBroken where it is so already. */
export async function undoFollowing(ctx: Context, article: ArticleFound, { deed }: Undoing): Promise<TakenBack> {
  const number = await getClaimNumber(ctx.db, { article_id: article.id, id: deed.subject.slice('claim:'.length) });
  const claim = await getClaim(ctx.db, article, { number, lock: true });
  if (claim.same_as_id === null)
    throw new RuleBroken(`Claim ${number} is checked on its own already; nothing was taken back.`);
  await letGo(ctx, claim);
  return { said: `Undone: claim ${number} is checked on its own again.`, claim: number };
}

const VERDICT_FIELDS = ['content_verdict_id', 'attribution_verdict', 'verdict_sentence'] as const;

type Restored = Partial<ClaimTable> & Pick<ClaimTable, 'state'>;

/** What the entry says of the claim before it; null of entries from before they said who the checker was. */
function restoredBy(before: LogEntry['before']): Restored | null {
  if (before === null || !('checker_id' in before) || !('state' in before)) return null;
  const { checker_id, as_of, state, state_line, check_again, ...verdict } = before as Restored;
  return { ...verdict, checker_id, as_of, state, state_line, check_again } as Restored;
}

/**
 * The claim, its row locked, and what came on it behind the deed. RuleBroken where some of that is another person's: what
 * they did rests on what would be taken back.
 */
async function claimSince(
  ctx: Context,
  article: ArticleFound,
  { deed, undoes }: Undoing,
): Promise<{ claim: ClaimFound; since: LogEntry[] }> {
  const number = await getClaimNumber(ctx.db, { article_id: article.id, id: deed.subject.slice('claim:'.length) });
  const claim = await getClaim(ctx.db, article, { number, lock: true });
  const entries = await listEntriesOfSubjects(ctx.db, { article_id: article.id, subjects: [deed.subject] });
  const since = entries.filter((one) => one.number > deed.number && !undoes.includes(one.number));
  const another = since.find((one) => one.actor !== nameOfActor(ctx.actor));
  if (another !== undefined)
    throw new RuleBroken(
      `Somebody else has worked on claim ${claim.number} since, so nothing was taken back. Open claim ${claim.number} and change it there.`,
    );
  return { claim, since };
}
