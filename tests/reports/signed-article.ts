// A half-checked article, and how an editor signs it.
import { getArticle } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { buildReport } from '#src/reports/build.ts';
import { signReport } from '#src/reports/signing/sign-commands.ts';
import type { SigningWanted } from '#src/reports/signing/sign-rules.ts';
import { countReports } from '#src/reports/signing/store.ts';

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

export async function sign(ctx: Context, id: string, more: Partial<SigningWanted> = {}) {
  return signReport(ctx, id, await formOf(ctx, id, more));
}
