// The verbs that follow passages from one capture of a source to the next.
import { checkAgainForSource } from '#src/claims/revision/source-changed-commands.ts';
import { recordOnClaim } from '#src/claims/with-claim.ts';
import { type Context, systemContext } from '#src/context.ts';
import { askForJob } from '#src/jobs/commands.ts';
import { url } from '#src/paths.ts';
import type { OnCapturedAgain } from '#src/sources/hooks.ts';
import type { PassageHeld } from '../lookup/store.ts';
import { causeOf } from './passage-change.ts';
import { findUseHeld, insertPassageChange } from './store.ts';
import type { PassageWhat } from './tables.ts';

export const COMPARISON_JOB = 'evidence.compare';

export interface ComparisonInput {
  before_id: string;
  snapshot_id: string;
}

/** Asks for the passages to be looked up in both captures, after the commit. It is the desk's own work, and on nobody's pile. */
export const askForComparison: OnCapturedAgain = async (ctx, { before_id, snapshot }) => {
  const input: ComparisonInput = { before_id, snapshot_id: snapshot.id };
  const wanted = { desk_id: snapshot.desk_id, title: 'Comparing two captures', back: url('sources'), input };
  await askForJob(systemContext(ctx.db, ctx.at), { kind: COMPARISON_JOB, ...wanted });
};

/**
 * Notes that a passage changed or went, and sets the claim that rests on it to check again; not in an article that is put
 * away, whose pages say it. To be called inside the job's last transaction, the articles of the source locked.
 */
export async function notePassageChange(
  ctx: Context,
  held: PassageHeld,
  { what, copy }: { what: PassageWhat; copy: { id: string; taken_at: string } },
): Promise<void> {
  const use = await findUseHeld(ctx.db, held);
  if (use === undefined) return;
  const { id: evidence_id, article_id, claim_id, desk_id, claim_number, is_confidential } = use;
  const found = { found_by: ctx.actor.id, found_at: ctx.at };
  await insertPassageChange(ctx.db, { evidence_id, snapshot_id: copy.id, article_id, claim_id, what, ...found });
  const claim = { id: claim_id, article_id, desk_id };
  await recordOnClaim(ctx, claim, { verb: 'evidence.passage_changed', after: { evidence_id, what } });
  if (use.put_away_at !== null) return;
  const cause = causeOf({ what, taken_at: copy.taken_at, is_confidential }, use.time_zone);
  await checkAgainForSource(ctx, { id: article_id }, { number: claim_number, cause });
}
