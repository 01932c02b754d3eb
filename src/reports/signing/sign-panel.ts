// What an editor sees before signing: the number, what the report will say, what is open, what blocks.
import type { ArticleFound } from '#src/articles/store.ts';
import { standingOf } from '#src/claims/standing.ts';
import type { Context } from '#src/context.ts';
import { wordFor } from '#src/counted.ts';
import { url } from '#src/paths.ts';
import { may } from '#src/people/permissions.ts';
import { gatherSignOffGround, type SignOffGround, signOffOn, signOffView } from '#src/signoff/gather-sign-off.ts';
import { standingClaims, wordsOfClaim } from '#src/signoff/missing.ts';
import type { CheckResult } from '#src/signoff/sign-off.ts';
import { openLeaks } from '../leaks/gather-leaks.ts';
import { changedSince } from './changed-since.ts';
import { saySigned } from './signed-words.ts';
import { listReports, type ReportRow } from './store.ts';

export interface SignPanel {
  /** The number that the report gets. */
  number: number;
  version: { number: number; sha256: string };
  profile: string;
  lines: { term: string; words: string }[];
  open: { value: number; label: string }[];
  /** The checks that block though these claims are signed open. */
  blocks: { rule: string; sentence: string }[];
  /** The report that was signed last, and what has changed since; null where there is none, or nothing to compare. */
  last: LastSigned | null;
  /** Whether a reason is wanted in any case. */
  needs_reason: boolean;
  button: string;
}

export interface LastSigned {
  number: number;
  said: string;
  href: string;
  is_internal_only: boolean;
  changes: string[];
}

/** For whoever may sign; null for everybody else. `known` is what the checks look at, where the caller has it already. */
export async function signPanel(ctx: Context, article: ArticleFound, known?: SignOffGround): Promise<SignPanel | null> {
  if (!may(article.role, 'sign_reports')) return null;
  const ground = known ?? (await groundToSign(ctx, article));
  const { version } = ground.view.ground;
  const standing = standingClaims(ground.view);
  const left = standing.filter((claim) => standingOf(claim) !== 'closed');
  const open = left.map((claim) => {
    return { value: claim.number, label: `${claim.number} · ${wordsOfClaim(ground.view, claim)}` };
  });
  const { results, profile } = await signOffOn(
    ground,
    left.map(({ number }) => number),
  );
  const [last] = await listReports(ctx.db, article.id);
  const number = (last?.number ?? 0) + 1;
  return {
    number,
    version: { number: version.number, sha256: version.sha256 },
    profile,
    lines: [
      ...linesOf({ total: standing.length, done: standing.length - left.length }, left.length, results),
      ...fixesLine(ground.view.fixes),
    ],
    open,
    blocks: stateOf(results, 'blocks').map(({ rule, sentence }) => ({ rule, sentence })),
    last: last === undefined || last.erased_at !== null ? null : await lastSigned(ctx, article, last),
    needs_reason: open.length > 0 || number > 1,
    button: open.length === 0 ? `Sign report ${number}` : `Sign report ${number} with ${open.length} open`,
  };
}

async function lastSigned(ctx: Context, article: ArticleFound, report: ReportRow): Promise<LastSigned> {
  return {
    number: report.number,
    said: saySigned(report, article.time_zone),
    href: url('signed_report', { id: article.number, number: report.number }),
    is_internal_only: report.is_internal_only === 1,
    changes: await changedSince(ctx, article, { report, audience: 'internal' }),
  };
}

/** What the checks look at, with what the public report says of confidential sources. */
export async function groundToSign(ctx: Context, article: ArticleFound, corrections = 0): Promise<SignOffGround> {
  const view = await signOffView(ctx, article);
  const leaks = await openLeaks(ctx, article, { inside: view });
  return gatherSignOffGround(ctx, article, { view, leaks, corrections });
}

function linesOf(
  { done, total }: { done: number; total: number },
  open: number,
  results: readonly CheckResult[],
): SignPanel['lines'] {
  return [
    { term: `${wordFor(total, 'Claim', 'Claims')} done, read by two people`, words: `${done} of ${total}` },
    { term: 'Not checked, for time', words: String(open) },
    { term: 'Should have been settled', words: String(stateOf(results, 'should').length) },
    { term: 'Waived, with the reason', words: String(stateOf(results, 'waived').length) },
  ];
}

/** Of what was agreed; where nothing was, nothing is said. */
function fixesLine(fixes: readonly { state: string }[]): SignPanel['lines'] {
  const [done, agreed] = ['in_copy', 'agreed'].map((state) => fixes.filter((fix) => fix.state === state).length);
  const total = Number(done) + Number(agreed);
  return total === 0 ? [] : [{ term: 'Agreed fixes in the copy', words: `${done} of ${total}` }];
}

function stateOf(results: readonly CheckResult[], state: CheckResult['state']): CheckResult[] {
  return results.filter((result) => result.state === state);
}
