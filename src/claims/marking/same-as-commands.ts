// The verbs by which a claim is the same as another of its article, and is checked on its own again.
import type { ArticleFound } from '#src/articles/store.ts';
import { listEntriesOfSubjects } from '#src/audit/store.ts';
import type { Context } from '#src/context.ts';
import { NotFound, RuleBroken } from '#src/errors.ts';
import { assertMay } from '#src/people/permissions.ts';
import { listAttributions } from '../particulars-store.ts';
import { type Shared, sharedOf, whyNotSame } from '../same-as.ts';
import { getShared, listFollowers, updateRevision, updateShared } from '../same-as-store.ts';
import { recordOn } from '../settle-same-commands.ts';
import { type ClaimFound, getClaim } from '../store.ts';
import { withClaim } from '../with-claim.ts';

/**
 * The claim is decided by another one of its article from now on: it has its verdicts and goes where that goes. RuleBroken with
 * the field where that cannot be. Said again: nothing happens. Forbidden for guests, and for whoever sets no verdicts.
 */
export function followClaim(
  ctx: Context,
  article_id: string,
  { number, same_as }: { number: number | string; same_as: number },
): Promise<void> {
  return withClaim(ctx, article_id, { number }, async (ctx, claim, article) => {
    assertMay(article.role, 'set_verdicts');
    const followed = await namedClaim(ctx, article, same_as);
    if (claim.same_as_id === followed.id) return;
    if (claim.same_as_id !== null)
      throw new RuleBroken(
        `Claim ${claim.number} is the same as another claim already. Check it on its own first.`,
        'same_as',
      );
    const why = await whyNot(ctx, article, { claim, followed });
    if (why !== null) throw new RuleBroken(why, 'same_as');
    await updateShared(ctx.db, claim.id, { same_as_id: followed.id, ...sharedOf(followed) });
    await updateRevision(ctx.db, followed.id);
    const after = { same_as: followed.number, state: followed.state };
    await recordOn(ctx, claim, { verb: 'claim.followed', before: sharedOf(claim), after });
  });
}

/**
 * The claim is checked on its own again, with the state and verdicts that it had before. On its own already: false, and nothing
 * happens. `undoes` are the entries of a press that is taken back.
 */
export function unfollowClaim(ctx: Context, article_id: string, number: number | string): Promise<boolean> {
  return withClaim(ctx, article_id, { number }, async (ctx, claim, article) => {
    assertMay(article.role, 'set_verdicts');
    if (claim.same_as_id === null) return false;
    await letGo(ctx, claim);
    return true;
  });
}

/** Sets a claim free that is the same as another, as it was before. */
export async function letGo(ctx: Context, claim: ClaimFound): Promise<void> {
  const { number } = await getShared(ctx.db, claim.same_as_id ?? '');
  const at = { article_id: claim.article_id, subjects: [`claim:${claim.id}`], verbs: ['claim.followed'] as const };
  const said = (await listEntriesOfSubjects(ctx.db, { ...at, verbs: [...at.verbs] })).at(-1);
  const before = said?.before ? (said.before as Shared) : UNKNOWN;
  await updateShared(ctx.db, claim.id, { ...before, same_as_id: null });
  await updateRevision(ctx.db, claim.same_as_id ?? '');
  await recordOn(ctx, claim, {
    verb: 'claim.unfollowed',
    before: { same_as: number, state: claim.state },
    after: { state: before.state, undoes: said ? [said.number] : [] },
  });
}

/** Of a claim of which nobody knows any more what it was: it is checked from the beginning. */
const UNKNOWN: Shared = {
  ...{ state: 'open', state_line: '', check_again: '', checker_id: null, second_reader_id: null, waiver_id: null },
  ...{ closed_at: null, attribution_verdict: null, content_verdict_id: null, verdict_sentence: '', as_of: '' },
};

async function namedClaim(ctx: Context, article: ArticleFound, number: number): Promise<ClaimFound> {
  try {
    return await getClaim(ctx.db, article, { number, lock: true });
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    throw new RuleBroken(`This article has no claim ${number}. Choose one of its claims.`, 'same_as');
  }
}

async function whyNot(
  ctx: Context,
  article: ArticleFound,
  { claim, followed }: { claim: ClaimFound; followed: ClaimFound },
): Promise<string | null> {
  const parties = await listAttributions(ctx.db, article.id);
  const chain = (id: string) =>
    parties
      .filter(({ claim_id }) => claim_id === id)
      .map(({ name, role }) => `${name}, ${role}`)
      .join('\n');
  return whyNotSame({
    claim: { ...claim, chain: chain(claim.id), has_followers: (await listFollowers(ctx.db, claim.id)).length > 0 },
    followed: { ...followed, chain: chain(followed.id) },
    person_id: ctx.actor.id,
  });
}
