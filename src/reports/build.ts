// Builds the draft report of an article.
import { type ArticleView, gatherArticleView } from '#src/article-view/gather-article.ts';
import { roomOf } from '#src/article-view/room.ts';
import { type OfState, rememberedOf } from '#src/articles/remembered.ts';
import type { ArticleFound } from '#src/articles/store.ts';
import { findHead } from '#src/audit/head.ts';
import { standingOf } from '#src/claims/standing.ts';
import type { PlacedClaim } from '#src/claims/store.ts';
import type { Context } from '#src/context.ts';
import type { Db } from '#src/database/schema.ts';
import { Memory } from '#src/memory.ts';
import { getStatement } from '#src/people/desks/statement-store.ts';
import { listNames } from '#src/people/person-store.ts';
import type { Leaking } from '#src/signoff/check.ts';
import { gatherSignOff, signOffView } from '#src/signoff/gather-sign-off.ts';
import { type Audience, ownAudience, visibilityOfAudience } from '#src/sources/held-back/audience.ts';
import { listCorrections } from './complaints/correction-store.ts';
import { internalReportOf, publicReportOf } from './make-report.ts';
import type { InternalReport, PublicReport, Report } from './report.ts';
import type { ReportMaterial } from './report-input.ts';
import { momentIn } from './report-time.ts';
import { assertPublic } from './schema/public-schema.ts';
import type { Signing } from './sealed.ts';
import { unnamed } from './unnamed.ts';

/** Beside the rows that it was made of. */
const ROOM = 2;

const drafts = new Memory<OfState<Report>>('drafts of reports');

/**
 * The report of the article's latest version for this audience, as things stand now: a draft. What names a confidential source
 * comes into an internal one alone. Without an audience: as the person reads it on the page. The caller has found the article
 * through the person; Forbidden where that person may not have an internal one. It is shared by all who ask: nobody changes it.
 */
export async function buildReport(
  ctx: Context,
  article: ArticleFound,
  audience: Audience = ownAudience(article.role),
): Promise<Report> {
  const view = await gatherArticleView(ctx, article, visibilityOfAudience(audience, article.role));
  const head = await findHead(ctx.db, article.desk_id);
  // What a draft says of time is when it was made, and which answers are overdue.
  const overdue = view.contacts.filter(({ until }) => until !== null && until < ctx.at).length;
  const draft = await rememberedOf(ctx, article, drafts, {
    what: audience,
    besides: `${head.hash} ${overdue}`,
    make: async () => ({ value: await buildAnew(ctx, article, audience), bytes: ROOM * roomOf(view) }),
  });
  return { ...draft, as_of: momentIn(ctx.at, article.time_zone) };
}

function buildAnew(ctx: Context, article: ArticleFound, audience: Audience): Promise<Report> {
  return audience === 'internal' ? buildInternalReport(ctx, article) : buildPublicReport(ctx, article);
}

/** What the caller knows already. */
interface Known {
  /** Where the public report names a confidential source; null or left out where nobody looked, and then R14 is not told of. */
  leaks?: readonly Leaking[] | null;
  /** The article as the sign-off checks look at it. */
  inside?: ArticleView | undefined;
}

/** As buildReport, for the desk, made anew: a draft, unless it is told as what it is being signed. */
export async function buildInternalReport(
  ctx: Context,
  article: ArticleFound,
  signed: Signing | null = null,
  known: Known = {},
): Promise<InternalReport> {
  return internalReportOf(await materialOf(ctx, article, { audience: 'internal', signed, ...known }));
}

/** As buildReport, for everybody else. Throws where it would hold anything that a public report may not. */
export async function buildPublicReport(
  ctx: Context,
  article: ArticleFound,
  signed: Signing | null = null,
  known: Known = {},
): Promise<PublicReport> {
  const material = await materialOf(ctx, article, { audience: 'public', signed, ...known });
  return assertPublic(await publicReportOf(material));
}

async function materialOf(
  ctx: Context,
  article: ArticleFound,
  { audience, signed, leaks = null, inside }: { audience: Audience; signed: Signing | null } & Known,
): Promise<ReportMaterial> {
  const visibility = visibilityOfAudience(audience, article.role);
  const view = await gatherArticleView(ctx, article, visibility);
  const names = await namesOf(ctx.db, view.claims);
  const corrections = await listCorrections(ctx.db, article.id);
  const listed = corrections.filter((one) => one.withdrawn_at === null).length;
  const open = stillOpen(view.claims, signed);
  const looked_at = inside ?? (visibility === 'inside' ? view : await signOffView(ctx, article));
  const sign_off = await gatherSignOff(ctx, article, { view: looked_at, leaks, corrections: listed, open });
  const results = sign_off.results.filter(({ rule }) => leaks !== null || rule !== 'R14');
  const log_head = await findHead(ctx.db, article.desk_id);
  const statement = await getStatement(ctx.db, article.desk_id);
  const said = { names, corrections, log_head, statement, signed, sign_off: { ...sign_off, results } };
  const material = { ...view, at: ctx.at, ...said };
  return audience === 'public' && !statement.names_public ? unnamed(material) : material;
}

async function namesOf(db: Db, claims: PlacedClaim[]): Promise<Map<string, string>> {
  const people = new Set(claims.flatMap((claim) => [claim.checker_id, claim.second_reader_id]));
  const names = await listNames(
    db,
    [...people].filter((id) => id !== null),
  );
  return new Map(names.map((person) => [person.id, person.display_name]));
}

/** Of claims that a report was signed with open, those that are: what is done since is asked for all that a claim is. */
function stillOpen(claims: readonly PlacedClaim[], signed: Signing | null): number[] {
  const done = new Set(claims.filter((claim) => standingOf(claim) === 'closed').map(({ number }) => number));
  return (signed?.open_claims ?? []).filter((number) => !done.has(number));
}
