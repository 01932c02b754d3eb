// Version 2: brought in, what still stands said at once, the rest looked at again.
import { type Article, changed } from './article.ts';
import { seenAt } from './at-text.ts';
import type { Hands } from './hands.ts';
import { digitOf, type Plan, saidDigitOf } from './plan.ts';
import { readOn } from './reading-on.ts';
import { readQueue } from './second-reading.ts';

/** Pastes the changed text over the one that stands. */
export async function bringNext(hands: Hands, { next_version }: Plan, article: Article): Promise<void> {
  if (!next_version) return;
  const next = changed(article, next_version.changes);
  await hands.click(hands.page.locator('nav.tabs .about a'));
  const versions = hands.page.locator('a[href$="/versions"]');
  if (!hands.page.url().endsWith('/versions')) await hands.click(versions);
  for (const [name, old, words] of [
    ['headline', article.headline, next.headline],
    ['standfirst', article.standfirst, next.standfirst],
    ['body', article.body, next.body],
    ['captions', article.captions.join('\n'), next.captions.join('\n')],
  ] as const) {
    if (old === words) continue;
    await hands.click(hands.page.locator(`main [name="${name}"]`));
    await hands.key('Control+a');
    await hands.paste(words);
  }
  await hands.click(hands.page.locator('form[action$="/versions"] button.main'));
}

/** The checker says what still stands; looks at the others in their list; the second reader reads them. */
export async function checkAgain(checker: Hands, reader: Hands, plan: Plan): Promise<void> {
  await checker.click(checker.page.locator('nav.tabs a').first());
  await checker.click(checker.page.locator('.head a[href$="/changes"]'));
  const all = checker.page.locator('header form[action$="/standing"] button');
  if ((await all.count()) > 0) await checker.click(all);
  const first = checker.page.locator('main table a[href*="list=again"]');
  if ((await first.count()) > 0) await checker.click(first);
  for (let tries = 0; tries < 100; tries += 1) {
    const { claim } = await seenAt(checker.page);
    if (claim === null || claim.state === 'ready') break;
    await lookAgain(checker, plan, claim);
    const now = (await seenAt(checker.page)).claim;
    if (now?.number === claim.number && (await checker.page.locator('#claim a[rel="next"]').count()) === 0) break;
    if (now?.number === claim.number) await checker.key('j');
  }
  await readOn(checker, plan);
  for (const { words, answer } of plan.back) await answerBack(checker, words, answer);
  await reader.click(reader.page.locator('nav.tabs a[href$="/second-read"]'));
  await readQueue(reader, []);
}

/** What came back gets the source that was asked for, and goes to second read once more. */
async function answerBack(hands: Hands, words: string, answer: string | undefined): Promise<void> {
  await hands.click(hands.page.locator('.text mark.claim a', { hasText: words.slice(0, 20) }));
  if (answer) {
    await hands.key('s');
    await hands.type(answer);
    await hands.key('Enter');
  }
  await hands.key('r');
}

async function lookAgain(hands: Hands, plan: Plan, claim: { asks_said: boolean; state: string }): Promise<void> {
  const words = await hands.page.locator('#claim blockquote').first().innerText();
  const again = plan.next_version?.again.find((one) => words.includes(one.words));
  if (again?.is_it_so) {
    await hands.key(digitOf(again.is_it_so));
    if (again.is_it_so !== 'ok') {
      await hands.type(again.sentence ?? 'See the sources.');
      await hands.key('Control+Enter');
    }
  }
  const is_said = await hands.page.locator('#claim input[name="attribution_verdict"]:checked').count();
  if (claim.asks_said && is_said === 0)
    await hands.key(`Shift+Digit${saidDigitOf(again?.was_it_said ?? 'fair_paraphrase')}`);
  const now = (await seenAt(hands.page)).claim;
  if (now && now.state !== 'ready') await hands.key('r');
}
