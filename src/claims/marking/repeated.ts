// Tells a repeat from a refusal, by a claim's last entry in the log.
import type { EventVerb } from '#src/audit/events.ts';
import { nameOfActor } from '#src/audit/log.ts';
import { findLastEntry } from '#src/audit/store.ts';
import type { Context } from '#src/context.ts';
import { MOVES, type Move, stateAfter } from '../claim.ts';
import type { ClaimTable } from '../tables.ts';

/**
 * Whether this person did just this to the claim, and nothing has happened to it since: sent twice, or sent again after an
 * answer that never came. Whoever finds another's doing there is refused instead, and told what the claim is.
 */
export async function isRepeated(
  ctx: Context,
  claim: Pick<ClaimTable, 'id' | 'state'>,
  done: { move: Move; verb: EventVerb },
): Promise<boolean> {
  const led_to: string[] = Object.values(MOVES[done.move]);
  if (stateAfter(claim.state, done.move) !== undefined || !led_to.includes(claim.state)) return false;
  const last = await findLastEntry(ctx.db, `claim:${claim.id}`);
  return last?.verb === done.verb && last.actor === nameOfActor(ctx.actor);
}
