// The verdict that comes in one press with marking or taking words: both are stored, or neither.
import type { ArticleFound } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { RuleBroken } from '#src/errors.ts';
import type { AttributionVerdict } from '../claim.ts';
import { hasAttribution } from '../particulars-store.ts';
import { type ClaimFound, getClaim } from '../store.ts';
import { setVerdicts } from './verdict-commands.ts';

/** What is missing or empty is not answered. */
export interface FirstVerdict {
  content_verdict?: string | undefined;
  attribution_verdict?: AttributionVerdict | '' | undefined;
}

/**
 * Judges the claim that the words became, in the transaction that made it. RuleBroken where they were a claim before and
 * somebody has judged it otherwise, since nobody who selects words means to overwrite a verdict, and where *was it said?* is
 * answered of words that nobody says.
 */
export async function judgeMarked(
  ctx: Context,
  article: ArticleFound,
  { number, is_new, verdict }: { number: number; is_new: boolean; verdict: FirstVerdict },
): Promise<void> {
  const { content_verdict = '', attribution_verdict = '' } = verdict;
  if (content_verdict === '' && attribution_verdict === '') return;
  const claim = await getClaim(ctx.db, article, { number, lock: true });
  if (!is_new && isJudgedOtherwise(claim, { content_verdict, attribution_verdict }))
    throw new RuleBroken(
      `These words are already claim ${number}, and it has its verdict. Nothing was changed: open claim ${number} to judge it.`,
      'words',
    );
  if (attribution_verdict !== '' && !(await hasAttribution(ctx.db, claim.id)))
    throw new RuleBroken(
      'Nothing was marked: these words are in the article’s own voice, so nobody is asked whether they were said. Press c to mark them, then say who says them.',
      'words',
    );
  await setVerdicts(ctx, article.id, {
    number,
    revision: claim.revision,
    content_verdict: content_verdict || undefined,
    attribution_verdict: attribution_verdict || undefined,
  });
}

function isJudgedOtherwise(
  { content_verdict_id, attribution_verdict, check_again }: ClaimFound,
  asked: { content_verdict: string; attribution_verdict: string },
): boolean {
  if (content_verdict_id === null && attribution_verdict === null) return false;
  const is_same = (one: string, stored: string | null) => one === '' || one === stored;
  return (
    check_again !== '' ||
    !is_same(asked.content_verdict, content_verdict_id) ||
    !is_same(asked.attribution_verdict, attribution_verdict)
  );
}
