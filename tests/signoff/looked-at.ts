// An article's view as the sign-off checks look at it, with nothing answered unless a test says so.
import { gatherArticleView } from '#src/article-view/gather-article.ts';
import { getArticle } from '#src/articles/store.ts';
import { gatherFindings } from '#src/findings/gather-findings.ts';
import { firstLevels, type Rule } from '#src/people/profiles/levels.ts';
import { type CheckResult, type SignOffInput, signOffOf } from '#src/signoff/sign-off.ts';
import type { Newsroom } from '#tests/support/newsroom.ts';

/** What the checks look at in an article as it stands, by the levels of Daily. */
export async function lookedAt(newsroom: Newsroom, article_id: string): Promise<SignOffInput> {
  const ben = newsroom.ctxOf('ben');
  const view = await gatherArticleView(ben, await getArticle(ben, article_id), 'inside');
  return {
    view,
    leaks: [],
    dismissed_names: new Set(),
    corrections: 0,
    findings: await gatherFindings(ben, view),
    suggestions: { suggested: view.suggested.length, taken: 0, dismissed: 0 },
    levels: firstLevels('Daily'),
    reasons: [],
    waivers: [],
    open: new Set(),
  };
}

/** The result of one check, by what it says. */
export async function resultOf(input: SignOffInput, rule: Rule): Promise<CheckResult> {
  const result = (await signOffOf(input)).find((one) => one.rule === rule);
  if (result === undefined) throw new Error(`No check is called ${rule}`);
  return result;
}
