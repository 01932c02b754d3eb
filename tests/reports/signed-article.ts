// A half-checked article, and how an editor signs it.
import { getArticle } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { buildReport } from '#src/reports/build.ts';
import { signReport } from '#src/reports/signing/sign-commands.ts';
import type { SigningWanted } from '#src/reports/signing/sign-rules.ts';
import { countReports } from '#src/reports/signing/store.ts';
import { missingSeen } from '#src/signoff/answers.ts';
import { waiveCheck } from '#src/signoff/commands.ts';
import { gatherSignOff } from '#src/signoff/gather-sign-off.ts';
import { actOnce } from '#tests/support/act-once.ts';
import { halfCheckedArticle } from './half-checked.ts';

export const REASON = 'The governor’s office could not be reached before 18:00.';

/** What the form of signing sends as the article stands: all that is open, named. */
export async function formOf(ctx: Context, id: string, more: Partial<SigningWanted> = {}): Promise<SigningWanted> {
  const article = await getArticle(ctx, id);
  const draft = await buildReport(ctx, article, 'internal');
  return {
    number: (await countReports(ctx.db, article.id)) + 1,
    version: article.latest_version_number,
    open_claims: draft.not_checked.claims.map(({ number }) => number),
    reason: REASON,
    ...more,
  };
}

/** Waives whatever blocks and can be waived. */
export async function waiveAll(ctx: Context, id: string): Promise<void> {
  const { results } = await gatherSignOff(ctx, await getArticle(ctx, id));
  for (const { rule, state, missing, can_be_waived } of results)
    if (state === 'blocks' && can_be_waived)
      await waiveCheck(ctx, id, { rule, words: 'The evening left no time.', seen: missingSeen(missing) });
}

/** As an editor does it in a hurry: all that blocks is waived. */
export async function sign(ctx: Context, id: string, more: Partial<SigningWanted> = {}) {
  await waiveAll(ctx, id);
  return signReport(ctx, id, await formOf(ctx, id, more));
}

/** A newsroom whose half-checked article is signed as report 1. */
export const SIGNED = actOnce(async (newsroom) => {
  const article = await halfCheckedArticle(newsroom);
  await sign(newsroom.ctxOf('ada'), article.id);
  return article;
});
