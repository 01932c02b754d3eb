// The rules of signing: what the editor saw is what is signed, and what is said with it. Pure.
import { counted, wordFor } from '#src/counted.ts';
import { RuleBroken } from '#src/errors.ts';

export interface SigningWanted {
  /** The number that the form promised. */
  number: number;
  /** The version that the form was about. */
  version: number;
  /** The numbers of the claims that the editor signs open. */
  open_claims: number[];
  reason: string;
  /** Nobody outside gets it; left out for everybody. */
  is_internal_only?: boolean;
}

export interface SigningGround {
  /** The number that the next report gets. */
  next_number: number;
  latest_version: number;
}

/** Throws RuleBroken where somebody else signed, or brought a version, since the form was opened. */
export function assertSameGround(wanted: SigningWanted, { next_number, latest_version }: SigningGround): void {
  if (wanted.number !== next_number)
    throw new RuleBroken(
      `Report ${next_number - 1} was signed while you had this page open. Nothing was signed now: read it first, and sign another only where something changed.`,
    );
  if (wanted.version !== latest_version)
    throw new RuleBroken(
      `Version ${latest_version} came in while you had this page open. Nothing was signed: look at what it changed.`,
    );
}

/** The claims signed open are those that are open, no more and no fewer; and there is a reason where one is wanted. */
export function assertSaid({ open_claims, reason, number }: SigningWanted, open: readonly number[]): void {
  const forgotten = open.filter((claim) => !open_claims.includes(claim));
  const { length } = forgotten;
  if (length > 0)
    throw new RuleBroken(
      `${counted(length, 'claim')} ${wordFor(length, 'is', 'are')} not done: ${forgotten.join(', ')}. Finish ${wordFor(length, 'it', 'them')}, or tick ${wordFor(length, 'it', 'them')} to be signed open.`,
      'open_claims',
    );
  const done = open_claims.filter((claim) => !open.includes(claim));
  if (done.length > 0)
    throw new RuleBroken(
      `Ticked to be signed open, but no longer open: ${done.join(', ')}. Look again and remove the tick.`,
      'open_claims',
    );
  if (reason !== '') return;
  if (open.length > 0) throw new RuleBroken('Say why claims are signed open. The report prints it.', 'reason');
  if (number > 1) throw new RuleBroken('Say why there is another report. The report prints it.', 'reason');
}
