// Gathers what a report is made of: a fixed number of queries, however many claims there are.
import { claimsSaidIn } from '#src/accounts/claims-said.ts';
import { questionSeen } from '#src/accounts/seen.ts';
import { listQuestions } from '#src/accounts/store.ts';
import { getGround } from '#src/articles/ground-store.ts';
import type { ArticleFound } from '#src/articles/store.ts';
import { findHead } from '#src/audit/head.ts';
import { readingOfText } from '#src/claims/analysis/readings.ts';
import { listInitials, listTicks } from '#src/claims/coverage/store.ts';
import { listAttributions, listFigures, listParties } from '#src/claims/particulars-store.ts';
import { listClaims, listVerdicts, type PlacedClaim } from '#src/claims/store.ts';
import { accusationsIn } from '#src/contacts/accused/proposed-accused.ts';
import { listAccused } from '#src/contacts/accused/store.ts';
import { listContacts } from '#src/contacts/contacts/store.ts';
import { accusationSeen, accusedSeen, contactSeen } from '#src/contacts/seen.ts';
import type { Context } from '#src/context.ts';
import type { Db } from '#src/database/schema.ts';
import { useSeen } from '#src/evidence/evidence-row.ts';
import { listEvidence } from '#src/evidence/store.ts';
import { listNames } from '#src/people/person-store.ts';
import type { DeskRole } from '#src/people/tables.ts';
import { listFixes } from '#src/reviews/fixes/store.ts';
import { listQueries } from '#src/reviews/queries/store.ts';
import { fixSeen, querySeen } from '#src/reviews/seen.ts';
import { type Audience, ownAudience, visibilityOfAudience } from '#src/sources/held-back/audience.ts';
import { type Discretion, discretionOn } from '#src/sources/held-back/discretion.ts';
import { articleSeen, claimSeen, figureSeen, partySeen, tickSeen } from '#src/sources/held-back/typed-words.ts';
import { reportOf } from './make-report.ts';
import type { Report } from './report.ts';
import type { ReportMaterial } from './report-input.ts';

/**
 * The draft report of the article's latest version for this audience, as things stand now: what names a confidential source
 * comes into an internal one alone. Without an audience: as the person reads it on the page. The caller has found the article
 * through the person; Forbidden where that person may not have an internal one.
 */
export async function buildReport(
  ctx: Context,
  article: ArticleFound,
  audience: Audience = ownAudience(article.role),
): Promise<Report> {
  const visibility = visibilityOfAudience(audience, article.role);
  const discretion = await discretionOn(ctx.db, article, visibility);
  const role: DeskRole = visibility === 'inside' ? article.role : 'guest';
  return reportOf(seenBy(discretion, await gather(ctx, { ...article, role }, { audience, discretion })));
}

async function gather(
  ctx: Context,
  article: ArticleFound,
  { audience, discretion }: { audience: Audience; discretion: Discretion },
): Promise<ReportMaterial> {
  const { db } = ctx;
  const { language } = article;
  const ground = await getGround(db, article);
  const version_id = ground.version.id;
  const claims = await listClaims(db, { article_id: article.id, version_id });
  const { leftovers } = await readingOfText(ground, language);
  const figures = await listFigures(db, version_id);
  const evidence = await listEvidence(db, article.id, article.role);
  const [chains, parties] = [await listAttributions(db, article.id), await listParties(db, article.id)];
  return {
    at: ctx.at,
    audience,
    article,
    ground,
    claims,
    chains,
    figures,
    verdicts: await listVerdicts(db, article.desk_id),
    ticks: await listTicks(db, version_id),
    initials: await listInitials(db, version_id),
    evidence,
    fixes: await listFixes(db, article.id),
    queries: await listQueries(db, article.id),
    contacts: await listContacts(db, article.id, article.role),
    accused: await listAccused(db, article.id),
    accusations: accusationsIn({ ground, language, claims, chains, parties, leftovers }),
    questions: await listQuestions(db, article.id),
    present: { ground, claims: claimsSaidIn({ ground, claims, chains, figures }), uses: evidence, discretion },
    names: await namesOf(db, claims),
    log_head: await findHead(db, article.desk_id),
  };
}

async function namesOf(db: Db, claims: PlacedClaim[]): Promise<Map<string, string>> {
  const people = new Set(claims.flatMap((claim) => [claim.checker_id, claim.second_reader_id]));
  const names = await listNames(
    db,
    [...people].filter((id) => id !== null),
  );
  return new Map(names.map((person) => [person.id, person.display_name]));
}

/** Every row with what was typed into it as the audience may see it. */
function seenBy(discretion: Discretion, material: ReportMaterial): ReportMaterial {
  const seen = <Row>(see: (discretion: Discretion, row: Row) => Row, rows: Row[]) =>
    rows.map((row) => see(discretion, row));
  return {
    ...material,
    article: articleSeen(discretion, material.article),
    claims: seen(claimSeen, material.claims),
    chains: seen(partySeen, material.chains),
    figures: seen(figureSeen, material.figures),
    ticks: seen(tickSeen, material.ticks),
    evidence: seen(useSeen, material.evidence),
    fixes: seen(fixSeen, material.fixes),
    queries: seen(querySeen, material.queries),
    contacts: seen(contactSeen, material.contacts),
    accused: seen(accusedSeen, material.accused),
    accusations: seen(accusationSeen, material.accusations),
    questions: seen(questionSeen, material.questions),
  };
}
