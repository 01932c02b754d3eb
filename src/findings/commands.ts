// The verbs of findings: taking one up as note, query or fix; dismissing it; opening it again.
import { gatherWithoutEvidence } from '#src/article-view/gather-article.ts';
import type { ArticleFound } from '#src/articles/store.ts';
import { recordOnArticle } from '#src/articles/with-article.ts';
import { readThenTransact } from '#src/claims/read-then-transact.ts';
import type { Context } from '#src/context.ts';
import { Forbidden, NotFound, RuleBroken } from '#src/errors.ts';
import { assertMay, refusalOf } from '#src/people/permissions.ts';
import { cleanLine } from '#src/text-fields.ts';
import type { DeskFinding } from './finding.ts';
import { gatherFindings } from './gather-findings.ts';
import { findFindingDecision, replaceFindingDecision } from './store.ts';
import type { FindingDecisionTable } from './tables.ts';

/** Which finding: its key, and the version that the page showed. */
export interface FindingMeant {
  key: string;
  version?: number | undefined;
}

/** Dismisses a finding for this version, with a reason. Dismissed for the same already: nothing happens. Else as takeFinding. */
export function dismissFinding(
  ctx: Context,
  article_id: string,
  input: FindingMeant & { reason: string },
): Promise<void> {
  const reason = cleanLine(input.reason);
  return onFinding(ctx, article_id, input, async (ctx, { article, finding, version_id }) => {
    if (reason === '') throw new RuleBroken('Say why it is right as it is, in a line.', 'reason');
    const known = await findFindingDecision(ctx.db, { version_id, finding_key: finding.key });
    if (known?.decision === 'dismissed' && known.reason === reason) return;
    await store(ctx, article, { finding, version_id }, { ...NOTHING, decision: 'dismissed', reason });
    await recordOn(ctx, article, finding, { verb: 'finding.dismissed', after: { finding: finding.sentence, reason } });
  });
}

/** Opens a finding again that was taken or dismissed; query and fix stay. Open already: nothing happens. Else as takeFinding. */
export function reopenFinding(ctx: Context, article_id: string, input: FindingMeant): Promise<void> {
  return onFinding(ctx, article_id, input, async (ctx, { article, finding, version_id }) => {
    const known = await findFindingDecision(ctx.db, { version_id, finding_key: finding.key });
    if (known === undefined || known.decision === 'reopened') return;
    await store(ctx, article, { finding, version_id }, { ...NOTHING, decision: 'reopened' });
    const before = { decision: known.decision, reason: known.reason };
    await recordOn(ctx, article, finding, { verb: 'finding.reopened', before, after: { finding: finding.sentence } });
  });
}

type Decided = Pick<FindingDecisionTable, 'decision' | 'reason' | 'query_number' | 'fix_number'>;

export const NOTHING = { reason: '', query_number: null, fix_number: null };

export function numberIn({ query_number, fix_number }: FindingDecisionTable): number | null {
  return query_number ?? fix_number;
}

export async function store(
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

export function onFinding<Result>(
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
