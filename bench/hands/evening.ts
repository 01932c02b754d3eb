// An evening at the desk, from the first page to a signed report: phase by phase, by three pairs of hands.
import type { Browser } from 'playwright-core';
import type { Article } from './article.ts';
import { checkFirst } from './first-check.ts';
import { Hands } from './hands.ts';
import { bringNext, checkAgain } from './next-version.ts';
import type { Plan } from './plan.ts';
import { readOn } from './reading-on.ts';
import { readSecond } from './second-reading.ts';
import { join, openDesk } from './setting-up.ts';
import { sign } from './signing.ts';
import type { Tally } from './tally.ts';

export const SIGNING = 'signing';

export interface Setting {
  browser: Browser;
  origin: string;
  /** What the terminal printed. */
  token: string;
  article: Article;
  plan: Plan;
}

/** Walks through the evening and counts it all. Throws where something does not go as people expect it. */
export async function walk({ browser, origin, token, article, plan }: Setting, tally: Tally): Promise<void> {
  tally.begin('desk, people, article in');
  const [ada, ben, cleo] = [
    await Hands.at(browser, origin, tally),
    await Hands.at(browser, origin, tally),
    await Hands.at(browser, origin, tally),
  ];
  const links = await openDesk(ada, { token, article });
  await join(ben, links[0]);

  tally.begin(`first check, ${plan.claims.length} claims`);
  await ben.click(ben.page.getByRole('link', { name: article.headline }));
  await ben.click(ben.page.locator('a[href*="list=suggested"]'));
  await checkFirst(ben, tally, plan);

  tally.begin('what is left to read');
  await readOn(ben, plan);

  tally.begin('who says what, a question to the writer');
  await askAbout(ben, plan);

  tally.begin('second read');
  await join(cleo, links[1]);
  await readSecond(cleo, plan, article);

  tally.begin('editor: fixes, the next version in');
  await decide(ada);
  await bringNext(ada, plan, article);

  tally.begin('claims again, report');
  await checkAgain(ben, cleo, plan);
  await ada.click(ada.page.locator('nav.tabs a[href$="/report"]'));

  tally.begin(SIGNING);
  await sign(ada);
}

/** Puts the question on a disputed claim, adds the other account, and asks the writer. */
async function askAbout(hands: Hands, { question, query }: Plan): Promise<void> {
  const toClaim = (words: string) =>
    hands.click(hands.page.locator('.text mark.claim a', { hasText: words.slice(0, 20) }));
  if (query) {
    await toClaim(query.about);
    await hands.key('q');
    await hands.type(query.question);
    await hands.key('Control+Enter');
  }
  if (!question) return;
  await toClaim(question.about);
  await hands.click(hands.page.locator('#claim form[action$="/accounts"] button'));
  for (const words of question.also) {
    if ((await hands.page.locator('#workbench').count()) === 0)
      await hands.click(hands.page.locator('nav.tabs a').first());
    await toClaim(words);
    await hands.click(hands.page.locator('#claim form.joins button'));
  }
}

/** Agrees to every fix. */
async function decide(hands: Hands): Promise<void> {
  await hands.click(hands.page.locator('[data-show-changes]'));
  await hands.click(hands.page.locator('a[href$="/fixes"]'));
  const agree = hands.page.locator('button[name="decision"][value="agreed"]');
  for (let left = await agree.count(); left > 0; left -= 1) await hands.click(agree);
}
