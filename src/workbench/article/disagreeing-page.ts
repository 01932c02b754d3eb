// What does not agree, beside the text and beside a claim in hand.
import type { Context } from '#src/context.ts';
import { gatherFindings } from '#src/findings/gather-findings.ts';
import { type FindingRow, type FindingsShown, findingsShown, openFindings } from '#src/findings/view.ts';
import { subjectOf } from '#src/findings/with-finding.ts';
import type { Claim } from '../claim.ts';
import type { WorkbenchView } from '../gather-article.ts';

/** The list where it was asked for, and how much of it is open; for the list a long text is waited for. */
export async function disagreeing(
  ctx: Context,
  gathered: WorkbenchView,
  { disagree }: { disagree?: boolean },
): Promise<{ disagree: FindingsShown | null; disagree_count: number }> {
  const findings = disagree ? await gatherFindings(ctx, gathered) : gathered.findings;
  return {
    disagree: disagree && findings ? findingsShown({ ...gathered, now: ctx.at }, findings) : null,
    disagree_count: findings ? openFindings(findings).length : 0,
  };
}

export interface ClaimAgreement {
  /** By the id of the use: what does not agree with its passage, and whether all that can be compared does. */
  held: Record<string, { rows: FindingRow[]; agrees: boolean }>;
  /** What else on the words of the claim does not agree. */
  disagree: FindingRow[];
  may_settle: boolean;
}

/** What of the article's findings is of this claim. */
export function agreementOf(gathered: WorkbenchView, claim: Pick<Claim, 'id'>, now: string): ClaimAgreement {
  const { findings } = gathered;
  if (findings === null) return { held: {}, disagree: [], may_settle: false };
  const shown = findingsShown({ ...gathered, now }, findings, (one) => one.claim?.id === claim.id);
  const rows = [...shown.open, ...shown.settled];
  const held: ClaimAgreement['held'] = {};
  for (const id of findings.agreeing) held[id] = { rows: [], agrees: true };
  for (const [id, some] of Map.groupBy(rows, ({ evidence_id }) => evidence_id))
    if (id !== null) held[id] = { rows: some, agrees: false };
  return { held, disagree: rows.filter(({ evidence_id }) => evidence_id === null), may_settle: shown.may_settle };
}

/** What the log calls the findings of a claim that somebody has decided about, for its history. */
export function findingsDecided({ findings }: WorkbenchView, claim: Pick<Claim, 'id'>): string[] {
  const decided = [...(findings?.decisions.values() ?? [])].filter(({ claim_id }) => claim_id === claim.id);
  return decided.map(({ finding_key }) => subjectOf(finding_key));
}
