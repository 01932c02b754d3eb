// Gathers what a report is made of: a fixed number of queries, however many claims there are.
import { listQuestions } from '#src/accounts/store.ts';
import { type ArticleFound, getGround } from '#src/articles/store.ts';
import { findHead } from '#src/audit/head.ts';
import { listInitials, listTicks } from '#src/claims/coverage-store.ts';
import { listAttributions, listFigures, listParties } from '#src/claims/particulars-store.ts';
import { listClaims, listVerdicts } from '#src/claims/store.ts';
import { readingOfText } from '#src/claims/text-readings.ts';
import type { Context } from '#src/context.ts';
import { listAccused } from '#src/evidence/contacts/accused-store.ts';
import { accusationsIn } from '#src/evidence/contacts/proposed-accused.ts';
import { listContacts } from '#src/evidence/contacts/store.ts';
import { listEvidence } from '#src/evidence/store.ts';
import { listNames } from '#src/people/person-store.ts';
import { listQueries } from '#src/reviews/query-store.ts';
import { listFixes } from '#src/reviews/store.ts';
import type { ReportMaterial } from './material.ts';
import { type Report, reportOf } from './report.ts';

/** The draft report of the article's latest version, as things stand now. The caller has found the article through the person. */
export async function buildReport(ctx: Context, article: ArticleFound): Promise<Report> {
  const { db } = ctx;
  const ground = await getGround(db, article);
  const version_id = ground.version.id;
  const claims = await listClaims(db, { article_id: article.id, version_id });
  const fixes = await listFixes(db, article.id);
  const people = new Set([
    ...claims.flatMap((claim) => [claim.checker_id, claim.second_reader_id]),
    ...fixes.flatMap((fix) => [fix.asked_by, fix.decided_by]),
  ]);
  const names = await listNames(
    db,
    [...people].filter((id) => id !== null),
  );
  const { language } = article;
  const { leftovers } = await readingOfText(ground, language);
  const [chains, parties] = [await listAttributions(db, article.id), await listParties(db, article.id)];
  const material: ReportMaterial = {
    at: ctx.at,
    article,
    ground,
    claims,
    chains,
    figures: await listFigures(db, version_id),
    verdicts: await listVerdicts(db, article.desk_id),
    ticks: await listTicks(db, version_id),
    initials: await listInitials(db, version_id),
    evidence: await listEvidence(db, article.id, article.role),
    fixes,
    queries: await listQueries(db, article.id),
    contacts: await listContacts(db, article.id, article.role),
    accused: await listAccused(db, article.id),
    accusations: accusationsIn({ ground, language, claims, chains, parties, leftovers }),
    questions: await listQuestions(db, article.id),
    names: new Map(names.map((person) => [person.id, person.display_name])),
    log_head: await findHead(db, article.desk_id),
  };
  return reportOf(material);
}
