// The verbs of findings: taking one up as note, query or fix; dismissing it; opening it again.
import { gatherWithoutEvidence } from '#src/article-view/gather-article.ts';
import type { ArticleFound } from '#src/articles/store.ts';
import { recordOnArticle } from '#src/articles/with-article.ts';
import { readThenTransact } from '#src/claims/read-then-transact.ts';
import type { Context } from '#src/context.ts';
import { Forbidden, NotFound, RuleBroken } from '#src/errors.ts';
import { assertMay, refusalOf } from '#src/people/permissions.ts';
import { askFix } from '#src/reviews/fixes/commands.ts';
import { askQuery } from '#src/reviews/queries/commands.ts';
import { cleanLine } from '#src/text-fields.ts';
import { canBeFixed, type DeskFinding } from './finding.ts';
import { gatherFindings } from './gather-findings.ts';
import { findFindingDecision, replaceFindingDecision } from './store.ts';
import type { FindingDecisionTable } from './tables.ts';

/** Which finding: its key, and the version that the page showed. */
export interface FindingMeant {
  key: string;
  version?: number | undefined;
}

export type TakenAs = 'note' | 'query' | 'fix';

/** What became of it, with the number of the claim, query or fix. */
export interface FindingTaken {
  as: TakenAs;
  number: number;
}

/**
 * Takes a finding up: as a note of its claim, as a query to the writer (to the editor where a confidential source has it
 * otherwise), or as a fix. Taken so already: nothing happens. Forbidden for all but reviewers and editors; NotFound where it is
 * not found any more; RuleBroken where a new version came, where no claim is on it, or it cannot tell what would be right.
 */
export function takeFinding(
  ctx: Context,
  article_id: string,
  input: FindingMeant & { as: TakenAs },
): Promise<FindingTaken> {
  const { as } = input;
  return onFinding(ctx, article_id, input, async (ctx, { article, finding, text, version_id }) => {
    const known = await findFindingDecision(ctx.db, { version_id, finding_key: finding.key });
    if (known?.decision === as) return { as, number: numberIn(known) ?? finding.claim?.number ?? 0 };
    const number = await takers[as](ctx, article, { finding, text });
    const taken = { query_number: as === 'query' ? number : null, fix_number: as === 'fix' ? number : null };
    await store(ctx, article, { finding, version_id }, { ...NOTHING, ...taken, decision: as });
    const after = { note: finding.sentence, as, [as === 'note' ? 'claim' : as]: number };
    await recordOn(ctx, article, finding, { verb: 'finding.taken', after });
    return { as, number };
  });
}

type Taking = (ctx: Context, article: ArticleFound, at: { finding: DeskFinding; text: string }) => Promise<number>;

const takers: Record<TakenAs, Taking> = {
  note: async (_ctx, _article, { finding: { claim } }) => {
    if (claim === null) throw new RuleBroken(NO_CLAIM);
    return claim.number;
  },
  query: (ctx, article, { finding }) =>
    askQuery(ctx, article.id, {
      ...aboutOf(finding),
      to_whom: finding.is_confidential ? 'editor' : 'writer',
      question: `${finding.sentence} Which is right?`,
    }),
  fix: (ctx, article, { finding, text }) => {
    const [place] = finding.places;
    if (place === undefined || !canBeFixed(finding)) throw new RuleBroken(NO_FIX);
    const old_words = text.slice(place.start, place.end);
    const new_words = String(finding.instead);
    return askFix(ctx, article.id, { ...aboutOf(finding), old_words, new_words, reason: finding.sentence });
  },
};

function aboutOf({ claim, places: [place] }: DeskFinding) {
  return {
    ...(claim && { number: claim.number }),
    ...(place && { selection: { start: place.start, end: place.end } }),
  };
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

const NOTHING = { reason: '', query_number: null, fix_number: null };

function numberIn({ query_number, fix_number }: FindingDecisionTable): number | null {
  return query_number ?? fix_number;
}

async function store(
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

function recordOn(ctx: Context, article: ArticleFound, { key }: DeskFinding, event: FindingEvent): Promise<void> {
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

function onFinding<Result>(
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

const NO_CLAIM = 'A note belongs to a claim, and none is on these words. Mark one first, or send a query.';
const NO_FIX = 'What would be right cannot be told from this. Propose the fix in your own words.';
const NEW_VERSION = 'A new version came in since. Look at what does not agree in it.';
const NOT_FOUND = 'This is no longer found: what did not agree has changed. Open the list again.';
