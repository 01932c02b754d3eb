// Builds both models of a report as they are to be signed, and says what is in the way.
import type { ArticleView } from '#src/article-view/gather-article.ts';
import type { ArticleFound } from '#src/articles/store.ts';
import { standingOf } from '#src/claims/standing.ts';
import type { Context } from '#src/context.ts';
import { counted, wordFor } from '#src/counted.ts';
import { RuleBroken } from '#src/errors.ts';
import type { Leaking } from '#src/signoff/check.ts';
import { gatherSignOff, signOffView } from '#src/signoff/gather-sign-off.ts';
import { standingClaims } from '#src/signoff/missing.ts';
import type { Audience } from '#src/sources/held-back/audience.ts';
import { discretionOn } from '#src/sources/held-back/discretion.ts';
import { buildInternalReport, buildPublicReport } from '../build.ts';
import { openLeaks } from '../leaks/gather-leaks.ts';
import type { InternalReport, PublicReport } from '../report.ts';
import { momentIn } from '../report-time.ts';
import type { Signing } from '../sealed.ts';
import { changesBetween } from './changes.ts';
import { newSalt } from './salt.ts';
import { assertSaid, assertSameGround, type SigningWanted } from './sign-rules.ts';
import { findLastReport, type ReportFound } from './store.ts';
import { modelOf } from './stored-report.ts';

export interface SignedModels {
  internal: InternalReport;
  public: PublicReport;
  reason: string;
  open_claims: number[];
}

/**
 * Both models, with what signing adds to them. Stores nothing. RuleBroken where the editor saw another number or version,
 * where other claims are open than were named, where a reason is wanted, and where a check blocks.
 */
export async function buildSigned(ctx: Context, article: ArticleFound, wanted: SigningWanted): Promise<SignedModels> {
  const last = await findLastReport(ctx.db, article.id);
  const next_number = (last?.number ?? 0) + 1;
  assertSameGround(wanted, { next_number, latest_version: article.latest_version_number });
  const inside = await signOffView(ctx, article);
  const left = standingClaims(inside).filter((claim) => standingOf(claim) !== 'closed');
  const open_claims = left.map(({ number }) => number).sort((a, b) => a - b);
  assertSaid(wanted, open_claims);
  const last_outside = wanted.is_internal_only ? undefined : await findLastReport(ctx.db, article.id, 'public');
  const internal = await changesSince(ctx, article, { last, audience: 'internal' });
  const outside = await changesSince(ctx, article, { last: last_outside, audience: 'public' });
  const signing: Omit<Signing, 'salt' | 'changes_since_previous'> = {
    number: next_number,
    signed_at: momentIn(ctx.at, article.time_zone),
    signed_by: nameOf(ctx),
    reason: wanted.reason,
    open_claims,
  };
  const for_all: Signing = { ...signing, changes_since_previous: outside, salt: null };
  const leaks = await assertNothingBlocks(ctx, article, { signing: for_all, inside });
  const for_desk: Signing = { ...signing, changes_since_previous: internal, salt: newSalt() };
  return {
    internal: await buildInternalReport(ctx, article, for_desk, { leaks, inside }),
    public: await buildPublicReport(ctx, article, for_all, { leaks, inside }),
    reason: wanted.reason,
    open_claims,
  };
}

/**
 * What is missing of claims that are signed open blocks nothing; a confidential source in the public report always does, in
 * what signing adds to it, too.
 */
async function assertNothingBlocks(
  ctx: Context,
  article: ArticleFound,
  { signing, inside }: { signing: Signing; inside: ArticleView },
): Promise<Leaking[]> {
  const leaks = await openLeaks(ctx, article, { signed: signing, inside });
  const { results } = await gatherSignOff(ctx, article, { view: inside, leaks, open: signing.open_claims });
  const blocks = results.filter(({ state }) => state === 'blocks');
  if (blocks.length === 0) return leaks;
  const said = blocks.map(({ rule, sentence }) => `${rule}: ${sentence}`).join(' ');
  const { length } = blocks;
  throw new RuleBroken(
    `Not signed: ${counted(length, 'check')} ${wordFor(length, 'blocks', 'block')}. ${said} Settle ${wordFor(length, 'it', 'them')}, or waive what can be waived.`,
    'blocks',
  );
}

/** What has changed since this report, as its audience is told; null without one. */
async function changesSince(
  ctx: Context,
  article: ArticleFound,
  { last, audience }: { last: ReportFound | undefined; audience: Audience },
): Promise<string[] | null> {
  if (last === undefined) return null;
  if (last.erased_at !== null) return [erasedSaid(last)];
  return audience === 'internal' ? internalChanges(ctx, article, last) : publicChanges(ctx, article, last);
}

/** What the desk’s own report would say otherwise now, a sentence each. Erased where its words were. */
export async function internalChanges(ctx: Context, article: ArticleFound, last: ReportFound): Promise<string[]> {
  const before = modelOf(last, 'internal');
  return changesBetween(before, await buildInternalReport(ctx, article, before.signed));
}

/** What a report said before its source became confidential is told no second time. */
export async function publicChanges(ctx: Context, article: ArticleFound, last: ReportFound): Promise<string[]> {
  const before = modelOf(last, 'public');
  const changes = changesBetween(before, await buildPublicReport(ctx, article, before.signed));
  const outside = await discretionOn(ctx.db, article, 'outside');
  return [...new Set(changes.map((change) => outside.see(change)))];
}

function erasedSaid({ number }: ReportFound): string {
  return `The words of report ${number} were erased, and nothing can be held against them.`;
}

function nameOf({ actor }: Context): string {
  if (actor.kind !== 'person') throw new Error('Only a person signs.');
  return actor.display_name;
}
