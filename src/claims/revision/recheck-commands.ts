// What a new version does to one claim: whether it is to be checked again, and why.
import type { VersionText } from '#src/articles/version-text-store.ts';
import type { Context } from '#src/context.ts';
import type { CarriedClaim } from '../analysis/follow.ts';
import { stateAfter } from '../claim.ts';
import { type AttributedParty, replaceAttribution } from '../particulars-store.ts';
import { endWhereChanged } from '../settle-same-commands.ts';
import { updateClaim } from '../store.ts';
import type { ClaimTable } from '../tables.ts';
import { recordOnClaim } from '../with-claim.ts';

const GONE = 'its words are gone';
const LONGEST_CAUSE = 1000;

interface Surroundings {
  before: VersionText;
  after: VersionText;
  /** The speakers of the claim as they are stored. */
  chain: AttributedParty[];
}

/**
 * Sets the claim to check again where there is a cause and somebody has looked at it already; one that is done, or waits
 * for its second read, goes back in work. Statement and speakers that were the text's own follow the text. Returns
 * whether it is to be checked again because of this version.
 */
export async function checkAgain(ctx: Context, carried: CarriedClaim, around: Surroundings): Promise<boolean> {
  const { claim, destination } = carried;
  const check_again = causeFor(carried);
  const changes: Partial<ClaimTable> = {
    ...statementAfter(carried, around),
    ...(await chainAfter(ctx, carried, around)),
    ...(check_again === '' ? {} : saidAfter(carried)),
  };
  if (check_again !== '') Object.assign(changes, { check_again: joined(claim.check_again, check_again) });
  const state = check_again === '' ? claim.state : (stateAfter(claim.state, 'recheck') ?? claim.state);
  if (state !== claim.state)
    Object.assign(changes, {
      state,
      second_reader_id: null,
      closed_at: null,
      state_line: '',
      assignee_id: claim.checker_id ?? claim.assignee_id,
    });
  if (Object.keys(changes).length > 0) await updateClaim(ctx.db, claim.id, changes);
  if (check_again === '') {
    if (destination.status === 'changed' || destination.status === 'lost') await endWhereChanged(ctx, claim);
    return false;
  }
  const { statement } = changes;
  const after = {
    state,
    cause: check_again,
    version: around.after.version.number,
    ...(statement ? { statement } : {}),
  };
  await recordOnClaim(ctx, claim, { verb: 'claim.check_again', before: { state: claim.state }, after });
  return true;
}

/** Has anybody looked at the claim? One that is only marked has nothing to be done again; a dropped one stays dropped. */
function isLookedAt(claim: CarriedClaim['claim']): boolean {
  if (claim.state === 'withdrawn') return false;
  return claim.state !== 'open' || claim.content_verdict_id !== null || claim.attribution_verdict !== null;
}

function causeFor({ claim, destination, was_lost }: CarriedClaim): string {
  if (!isLookedAt(claim)) return '';
  if (!was_lost) return destination.cause;
  if (destination.status === 'lost') return '';
  return destination.cause === '' ? 'its words are back' : `its words are back; ${destination.cause}`;
}

/** What still waits to be looked at stays beside what came now; words that were gone are not when they are back. */
export function joined(before: string, now: string): string {
  const waiting = before.split('; ').filter((cause) => cause !== '' && cause !== GONE && !now.includes(cause));
  return [...waiting, now].join('; ').slice(0, LONGEST_CAUSE).toWellFormed();
}

/** Nobody has said yet whether other words, or another's, were said like this. */
function saidAfter({ claim, destination }: CarriedClaim): Partial<ClaimTable> {
  const is_other = destination.status === 'changed' || destination.changes.includes('speaker');
  return is_other && claim.attribution_verdict !== null ? { attribution_verdict: null } : {};
}

/** A statement that was the words themselves stays them. */
function statementAfter({ claim, destination }: CarriedClaim, { before, after }: Surroundings): Partial<ClaimTable> {
  if (destination.status !== 'changed' || claim.start === null || claim.end === null) return {};
  const folded = (text: string, start: number, end: number) => text.slice(start, end).replace(/\s+/g, ' ');
  if (claim.statement !== folded(before.text, claim.start, claim.end)) return {};
  return { statement: folded(after.text, destination.start, destination.end) };
}

/** Speakers that were read from the text follow it; those that a person wrote stay. Without a speaker nobody is asked "was it said?". */
async function chainAfter(
  ctx: Context,
  { claim, destination }: CarriedClaim,
  { chain }: Surroundings,
): Promise<Partial<ClaimTable>> {
  const { changes } = destination;
  const { before, after } = destination.speakers;
  const names = (some: readonly { name: string }[]) => some.map((one) => one.name).join('|');
  if (after === null || claim.state === 'withdrawn' || !changes.includes('speaker')) return {};
  if (names(chain) !== names(before)) return {};
  await replaceAttribution(
    ctx.db,
    claim,
    after.map(({ name, role }) => ({ name, role: role ?? '' })),
  );
  return after.length > 0 || claim.attribution_verdict === null ? {} : { attribution_verdict: null };
}
