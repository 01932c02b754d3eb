// The verbs that change a use of a source and take it off.
import { listChain } from '#src/claims/particulars-store.ts';
import { recordOnClaim, touchClaim } from '#src/claims/with-claim.ts';
import type { Context } from '#src/context.ts';
import { RuleBroken } from '#src/errors.ts';
import { fieldsThatDiffer } from '#src/fields-that-differ.ts';
import { needed } from '#src/item-at.ts';
import { cleanLine } from '#src/text-fields.ts';
import type { EvidenceRow } from './evidence-row.ts';
import { lookPassagesUp } from './lookup/commands.ts';
import { NOT_LOOKED_UP } from './lookup/found-ranges.ts';
import { staleEvidence } from './stale-evidence.ts';
import { getEvidence, updateEvidence } from './store.ts';
import { assertSpeaks, cleanEvidence, type EvidenceDetails, fieldsOf } from './use-fields.ts';
import { withClaimForEvidence } from './with-claim-for-evidence.ts';

/** Changes what a use says. StaleEdit where somebody saved first; RuleBroken where the claim is done; Forbidden for guests. */
export function changeEvidence(
  ctx: Context,
  article_id: string | number,
  input: EvidenceDetails & { number: number | string; evidence_id: string; revision: number },
): Promise<void> {
  return withClaimForEvidence(ctx, article_id, input, async (ctx, claim, article) => {
    const evidence = await getEvidence(ctx.db, claim.id, { id: input.evidence_id, reader: article.role });
    if (evidence.removed_at !== null)
      throw new RuleBroken('Somebody has removed this evidence from the claim. Add the source again to use it.');
    const fields = cleanEvidence(input);
    const changes = fieldsThatDiffer(fieldsOf(evidence), fields);
    if (Object.keys(changes.after).length === 0) return;
    if (evidence.revision !== input.revision)
      throw staleEvidence(evidence, { typed: fields, chain: await listChain(ctx.db, claim.id) });
    if (fields.speaker_id !== evidence.speaker_id) await assertSpeaks(ctx, claim, fields.speaker_id);
    const lookup = 'passage' in changes.after ? NOT_LOOKED_UP : {};
    await updateEvidence(ctx.db, evidence.id, { ...changes.after, ...lookup });
    if ('passage' in changes.after) await lookPassagesUp(ctx, sourceOfUse(evidence));
    await touchClaim(ctx, claim);
    const subject = { evidence_id: evidence.id, source: evidence.source_number };
    const after = { ...subject, ...changes.after };
    await recordOnClaim(ctx, claim, { verb: 'evidence.changed', before: changes.before, after });
  });
}

/** Takes a use off the claim; the row stays, so that the log can be followed. Doing it twice is doing it once. */
export function removeEvidence(
  ctx: Context,
  article_id: string | number,
  input: { number: number | string; evidence_id: string; reason?: string },
): Promise<void> {
  return withClaimForEvidence(ctx, article_id, input, async (ctx, claim, article) => {
    const evidence = await getEvidence(ctx.db, claim.id, { id: input.evidence_id, reader: article.role });
    if (evidence.removed_at !== null) return;
    await updateEvidence(ctx.db, evidence.id, { removed_at: ctx.at });
    const { id: evidence_id, source_number: source, source_title: title } = evidence;
    const reason = cleanLine(input.reason ?? '');
    await recordOnClaim(ctx, claim, {
      verb: 'evidence.removed',
      before: { evidence_id, source, title },
      after: { evidence_id, reason },
    });
  });
}

/** Those who change evidence have its card before them, so it has a number. */
function sourceOfUse(evidence: EvidenceRow) {
  return {
    id: evidence.source_id,
    number: needed(evidence.source_number, 'number of the source'),
    desk_id: evidence.desk_id,
  };
}
