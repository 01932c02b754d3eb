// The verdict "OK with fix" offered to a claim whose fix is in the copy. Pure.
import type { VerdictMeaning } from '#src/claims/claim.ts';
import { wordFor } from '#src/counted.ts';
import type { Claim } from '../claim.ts';
import type { WorkbenchView } from '../gather-article.ts';
import type { mayDo } from './claim-actions-view.ts';

/** What a change of the copy can put right. */
const PUT_RIGHT: readonly VerdictMeaning[] = ['wrong', 'context', 'unsupported'];

export interface FixedOffer {
  verdict: string;
  label: string;
  /** The verdict that stands. */
  now: string;
  /** "Fix 1 is in the copy, since version 2." */
  said: string;
}

/** Offered where the claim is in the hands of whoever looks, its fixes are in or refused, and the desk has such a verdict. */
export function fixedOffer(
  { verdicts }: Pick<WorkbenchView, 'verdicts'>,
  claim: Claim,
  may: ReturnType<typeof mayDo>,
): FixedOffer | null {
  const fixed = verdicts.find((verdict) => verdict.meaning === 'fixed' && verdict.retired_at === null);
  if (!may.judge || may.read_second || fixed === undefined || claim.verdict === null || !isPutRight(claim)) return null;
  const fixes = standingFixes(claim);
  const numbers = fixes.map((fix) => fix.number).join(', ');
  const versions = Math.max(...fixes.map((fix) => fix.in_copy_version ?? 0));
  return {
    verdict: fixed.id,
    now: claim.verdict.desk_label,
    label: `${fixed.mark} ${fixed.desk_label}`,
    said: `${wordFor(fixes.length, 'Fix', 'Fixes')} ${numbers} ${wordFor(fixes.length, 'is', 'are')} in the copy, since version ${versions}.`,
  };
}

/** Whether the copy has every fix of the claim that was not refused, and its verdict is one that a fix puts right. */
export function isPutRight(claim: Claim): boolean {
  const fixes = standingFixes(claim);
  const is_wrong = claim.verdict !== null && PUT_RIGHT.includes(claim.verdict.meaning);
  return is_wrong && fixes.length > 0 && fixes.every((fix) => fix.state === 'in_copy');
}

function standingFixes({ fixes }: Claim): Claim['fixes'] {
  return fixes.filter((fix) => fix.state !== 'refused');
}
