// What an editor sees before signing: the number, what the report will say, what is open, what blocks.
import type { ArticleFound } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { wordFor } from '#src/counted.ts';
import { may } from '#src/people/permissions.ts';
import type { Leaking } from '#src/signoff/check.ts';
import { gatherSignOff } from '#src/signoff/gather-sign-off.ts';
import type { CheckResult } from '#src/signoff/sign-off.ts';
import { buildInternalReport } from '../build.ts';
import { openLeaks } from '../leaks/gather-leaks.ts';
import { countReports } from './store.ts';

export interface SignPanel {
  /** The number that the report gets. */
  number: number;
  version: { number: number; sha256: string };
  profile: string;
  lines: { term: string; words: string }[];
  open: { value: number; label: string }[];
  /** The checks that block though these claims are signed open. */
  blocks: { rule: string; sentence: string }[];
  /** Whether a reason is wanted in any case. */
  needs_reason: boolean;
  button: string;
}

/** For whoever may sign; null for everybody else. `looked` is what openLeaks gives, where the caller has asked already. */
export async function signPanel(
  ctx: Context,
  article: ArticleFound,
  looked?: readonly Leaking[],
): Promise<SignPanel | null> {
  if (!may(article.role, 'sign_reports')) return null;
  const draft = await buildInternalReport(ctx, article);
  const open = draft.not_checked.claims.map(({ number, words }) => ({ value: number, label: `${number} · ${words}` }));
  const leaks = looked ?? (await openLeaks(ctx, article));
  const signOff = await gatherSignOff(ctx, article, { leaks, open: open.map(({ value }) => value) });
  const { results, profile } = signOff;
  const number = (await countReports(ctx.db, article.id)) + 1;
  return {
    number,
    version: { number: draft.version.number, sha256: draft.version.sha256 },
    profile,
    lines: linesOf(draft.claims, open.length, results),
    open,
    blocks: stateOf(results, 'blocks').map(({ rule, sentence }) => ({ rule, sentence })),
    needs_reason: open.length > 0 || number > 1,
    button: open.length === 0 ? `Sign report ${number}` : `Sign report ${number} with ${open.length} open`,
  };
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

function stateOf(results: readonly CheckResult[], state: CheckResult['state']): CheckResult[] {
  return results.filter((result) => result.state === state);
}
