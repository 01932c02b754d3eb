// The frame of every verb on a finding: it is found again before the lock, decided behind it, recorded.
import { gatherWithoutEvidence } from '#src/article-view/gather-article.ts';
import type { ArticleFound } from '#src/articles/store.ts';
import { recordOnArticle } from '#src/articles/with-article.ts';
import { readThenTransact } from '#src/claims/read-then-transact.ts';
import type { Context } from '#src/context.ts';
import { Forbidden, NotFound, RuleBroken } from '#src/errors.ts';
import { assertMay, refusalOf } from '#src/people/permissions.ts';
import type { DeskFinding } from './finding.ts';
import { gatherFindings } from './gather-findings.ts';
import { replaceFindingDecision } from './store.ts';
import type { FindingDecisionTable } from './tables.ts';

/** Which finding: its key, and the version that the page showed. */
export interface FindingMeant {
  key: string;
  version?: number | undefined;
}

type Decided = Pick<FindingDecisionTable, 'decision' | 'reason' | 'query_number' | 'fix_number'>;

export const NOTHING = { reason: '', query_number: null, fix_number: null };

/** The number of the query or fix that it became, or null. */
export function numberIn({ query_number, fix_number }: FindingDecisionTable): number | null {
  return query_number ?? fix_number;
}

/** Stores what became of it in this version; what was decided before is replaced. Forbidden for the operator. */
export async function keepDecision(
  ctx: Context,
  { id: article_id }: ArticleFound,
  { finding, version_id }: { finding: DeskFinding; version_id: string },
  decided: Decided,
): Promise<void> {
  if (ctx.actor.kind !== 'person') throw new Forbidden(refusalOf('settle_findings'));
  await replaceFindingDecision(ctx.db, {
    ...{ version_id, finding_key: finding.key, article_id, claim_id: finding.claim?.id ?? null },
    ...decided,
    ...{ decided_by: ctx.actor.id, decided_at: ctx.at },
  });
}

type FindingEvent = {
  verb: 'finding.taken' | 'finding.dismissed' | 'finding.reopened';
  before?: object;
  after: object;
};

/** Records an event of the finding in the chain of the article's desk. */
export function recordOn(
  ctx: Context,
  article: ArticleFound,
  { key }: DeskFinding,
  event: FindingEvent,
): Promise<void> {
  return recordOnArticle(ctx, article, { subject: subjectOf(key), ...event });
}

/** What the log calls a finding. */
export function subjectOf(key: string): string {
  return `finding:${key}`;
}

interface OnFinding {
  article: ArticleFound;
  finding: DeskFinding;
  text: string;
  version_id: string;
}

/**
 * Finds the finding in what the text and the desk's rows say now, then runs the work behind the article's lock. NotFound for
 * strangers and for what is found no more, Forbidden for guests, RuleBroken where a new version came since.
 */
export function withFinding<Result>(
  ctx: Context,
  article_id: string,
  { key, version }: FindingMeant,
  work: (ctx: Context, on: OnFinding) => Promise<Result>,
): Promise<Result> {
  return readThenTransact(ctx, article_id, {
    read: async (ctx, article) => {
      assertMay(article.role, 'settle_findings');
      if (version !== undefined && version !== article.latest_version_number) throw new RuleBroken(NEW_VERSION);
      const view = await gatherWithoutEvidence(ctx, article);
      const { findings } = await gatherFindings(ctx, view);
      const finding = findings.find((one) => one.key === key);
      if (finding === undefined) throw new NotFound(NOT_FOUND);
      return { finding, text: view.ground.text, version_id: view.ground.version.id };
    },
    work: (ctx, article, read) => work(ctx, { article, ...read }),
  });
}

const NEW_VERSION = 'A new version came in since. Look at what does not agree in it.';
const NOT_FOUND = 'This is no longer found: what did not agree has changed. Open the list again.';
