// The verbs of findings: dismissing one, opening it again.
import type { Context } from '#src/context.ts';
import { RuleBroken } from '#src/errors.ts';
import { cleanLine } from '#src/text-fields.ts';
import { findFindingDecision } from './store.ts';
import { type FindingMeant, keepDecision, NOTHING, recordOn, withFinding } from './with-finding.ts';

/** Dismisses a finding for this version, with a reason. Dismissed for the same already: nothing happens. Else as takeFinding. */
export function dismissFinding(
  ctx: Context,
  article_id: string,
  input: FindingMeant & { reason: string },
): Promise<void> {
  const reason = cleanLine(input.reason);
  return withFinding(ctx, article_id, input, async (ctx, { article, finding, version_id }) => {
    if (reason === '') throw new RuleBroken('Say why it is right as it is, in a line.', 'reason');
    const known = await findFindingDecision(ctx.db, { version_id, finding_key: finding.key });
    if (known?.decision === 'dismissed' && known.reason === reason) return;
    await keepDecision(ctx, article, { finding, version_id }, { ...NOTHING, decision: 'dismissed', reason });
    await recordOn(ctx, article, finding, { verb: 'finding.dismissed', after: { finding: finding.sentence, reason } });
  });
}

/** Opens a finding again that was taken or dismissed; query and fix stay. Open already: nothing happens. Else as takeFinding. */
export function reopenFinding(ctx: Context, article_id: string, input: FindingMeant): Promise<void> {
  return withFinding(ctx, article_id, input, async (ctx, { article, finding, version_id }) => {
    const known = await findFindingDecision(ctx.db, { version_id, finding_key: finding.key });
    if (known === undefined || known.decision === 'reopened') return;
    await keepDecision(ctx, article, { finding, version_id }, { ...NOTHING, decision: 'reopened' });
    const before = { decision: known.decision, reason: known.reason };
    await recordOn(ctx, article, finding, { verb: 'finding.reopened', before, after: { finding: finding.sentence } });
  });
}
