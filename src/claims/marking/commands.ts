// The verbs that make and change a claim.
import type { EventVerb } from '#src/audit/events.ts';
import type { Context } from '#src/context.ts';
import { RuleBroken } from '#src/errors.ts';
import { assertMay } from '#src/people/permissions.ts';
import { latestWords } from '../analysis/resolve-selection.ts';
import { widenedReading } from '../analysis/widened.ts';
import { findAnchor, updateAnchor } from '../anchor-store.ts';
import { type ClaimKind, type Move, moved } from '../claim.ts';
import { replaceFigures } from '../figure-store.ts';
import { listAttributions, replaceAttribution } from '../particulars-store.ts';
import { readThenTransact } from '../read-then-transact.ts';
import type { Selection } from '../selection.ts';
import { staleRange, staleSpeakers } from '../stale-claim.ts';
import { findClaimAt, getClaim, updateClaim } from '../store.ts';
import { openForWork, recordOnClaim, withClaim, withClaimAlone } from '../with-claim.ts';
import { type FirstVerdict, judgeMarked } from './first-verdict.ts';
import type { OnMoved } from './hooks.ts';
import { anchorOf, figureRow, makeClaim } from './make-claim-commands.ts';
import { isRepeated } from './repeated.ts';

export interface Marking extends FirstVerdict {
  selection: Selection;
  kind?: ClaimKind | undefined;
  /** What a person said of it; undefined leaves it to the article's profile. */
  is_key?: boolean | undefined;
}

/**
 * Marks words as a claim; statement, kind, attribution and figures are filled in from the words and can be changed later. A
 * verdict that comes with it is set in the same transaction. Words that are a claim already are not marked twice: `is_new`
 * is false. Forbidden for guests; RuleBroken for no words, and as in `judgeMarked`.
 */
export function markClaim(
  ctx: Context,
  article_id: string,
  input: Marking,
): Promise<{ number: number; is_new: boolean }> {
  return readThenTransact(ctx, article_id, {
    read: async (ctx, article) => {
      assertMay(article.role, 'mark_claims');
      const { ground, range, reading, suggestions } = await latestWords(ctx, article, input.selection);
      return { ground, range, reading: widenedReading(reading, range, suggestions) };
    },
    ask: (db, { ground, range }) => findClaimAt(db, { version_id: ground.version.id, ...range }),
    work: async (ctx, article, { ground, range, reading }, known) => {
      const { kind, is_key } = input;
      const { number } = known ?? (await makeClaim(ctx, { article, ground }, { range, reading, kind, is_key }));
      const marked = { number, is_new: known === undefined };
      await judgeMarked(ctx, article, { ...marked, verdict: input });
      return marked;
    },
  });
}

/** Puts the claim onto other words of the version. Its figures are read again; statement and verdicts stay. */
export function changeClaimRange(
  ctx: Context,
  article_id: string,
  input: { number: number | string; revision: number; selection: Selection; on_moved?: readonly OnMoved[] },
): Promise<void> {
  return readThenTransact(ctx, article_id, {
    read: async (ctx, article) => {
      await getClaim(ctx.db, article, input);
      assertMay(article.role, 'change_claims');
      return latestWords(ctx, article, input.selection);
    },
    work: async (ctx, article, { ground, range, reading }) => {
      const claim = await openForWork(ctx, article, input);
      const known = await findClaimAt(ctx.db, { version_id: ground.version.id, ...range });
      if (known?.id === claim.id) return;
      if (known !== undefined) throw new RuleBroken(`These words are already claim ${known.number}.`, 'words');
      const at = { claim_id: claim.id, version_id: ground.version.id };
      if (claim.revision !== input.revision)
        throw staleRange(ground.text, { claim, range, now: await findAnchor(ctx.db, at) });
      await updateAnchor(ctx.db, { ...anchorOf(claim, ground.version), ...range });
      await replaceFigures(ctx.db, at, reading.figures.map(figureRow));
      await updateClaim(ctx.db, claim.id, { state: moved(claim.state, 'edit') });
      await recordOnClaim(ctx, claim, { verb: 'claim.range_changed', after: { ...range } });
      for (const then of input.on_moved ?? []) await then(ctx, article, { claim, ground, range });
    },
  });
}

/**
 * Says who said it, outermost speaker first; an empty chain is the article's own voice, which nobody is asked "was it said?"
 * of. The same speakers again change nothing. StaleEdit where a revision is given and somebody else saved first.
 */
export function changeClaimAttribution(
  ctx: Context,
  article_id: string,
  input: { number: number | string; chain: { name: string; role: string }[]; revision?: number },
): Promise<void> {
  return withClaim(ctx, article_id, input, async (ctx, claim, article) => {
    const parties = (await listAttributions(ctx.db, article.id)).filter((party) => party.claim_id === claim.id);
    const [typed, known] = [linesOf(input.chain), linesOf(parties)];
    if (typed === known) return;
    if (input.revision !== undefined && input.revision !== claim.revision) throw staleSpeakers(claim, { typed, known });
    const state = moved(claim.state, 'edit');
    await replaceAttribution(ctx.db, claim, input.chain);
    const attribution_verdict = input.chain.length > 0 ? claim.attribution_verdict : null;
    await updateClaim(ctx.db, claim.id, { state, attribution_verdict });
    await recordOnClaim(ctx, claim, { verb: 'claim.attribution_changed', after: { chain: input.chain } });
  });
}

function linesOf(chain: readonly { name: string; role: string }[]): string {
  return chain.map(({ name, role }) => (role === '' ? name : `${name}, ${role}`)).join('\n');
}

/** Stars a claim as key, or takes the star away. */
export function changeClaimKey(
  ctx: Context,
  article_id: string,
  input: { number: number | string; is_key: boolean },
): Promise<void> {
  return withClaimAlone(ctx, article_id, input, async (ctx, claim) => {
    const is_key = input.is_key ? 1 : 0;
    if (is_key === claim.is_key) return;
    const state = moved(claim.state, 'edit');
    await updateClaim(ctx.db, claim.id, { is_key, state });
    const before = { is_key: claim.is_key, state: claim.state };
    await recordOnClaim(ctx, claim, { verb: 'claim.key_changed', before, after: { is_key, state } });
  });
}

/** Makes the claim mine and puts it in work; a claim that waits for its second read is taken back. Taken again: nothing happens. */
export function takeClaim(ctx: Context, article_id: string, number: number | string): Promise<void> {
  return withClaimAlone(ctx, article_id, { number }, async (ctx, claim) => {
    const state = moved(claim.state, 'take');
    if (state === claim.state && claim.assignee_id === ctx.actor.id) return;
    await updateClaim(ctx.db, claim.id, { state, assignee_id: ctx.actor.id, state_line: '' });
    await recordOnClaim(ctx, claim, { verb: 'claim.taken', before: { state: claim.state }, after: { state } });
  });
}

/**
 * Drops the claim, with a reason; its words count as unread again unless something else holds them. False where the same
 * person had dropped it already: then nothing happens.
 */
export function withdrawClaim(
  ctx: Context,
  article_id: string,
  input: { number: number | string; reason: string },
): Promise<boolean> {
  return changeState(ctx, article_id, { ...input, move: 'withdraw', verb: 'claim.withdrawn' });
}

/** Brings a dropped claim back into work. False where the same person had done so already: then nothing happens. */
export function restoreClaim(ctx: Context, article_id: string, number: number | string): Promise<boolean> {
  return changeState(ctx, article_id, { number, reason: '', move: 'restore', verb: 'claim.restored' });
}

function changeState(
  ctx: Context,
  article_id: string,
  input: { number: number | string; reason: string; move: Move; verb: EventVerb },
): Promise<boolean> {
  return withClaimAlone(ctx, article_id, input, async (ctx, claim) => {
    if (await isRepeated(ctx, claim, input)) return false;
    const state = moved(claim.state, input.move);
    await updateClaim(ctx.db, claim.id, { state, state_line: input.reason, second_reader_id: null });
    const after = { state, ...(input.reason === '' ? {} : { reason: input.reason }) };
    await recordOnClaim(ctx, claim, { verb: input.verb, before: { state: claim.state }, after });
    return true;
  });
}
