// The second read: key claims and those that are not OK one by one, the plain OKs in their list.
import type { Article } from './article.ts';
import { seenAt } from './at-text.ts';
import type { Hands } from './hands.ts';
import type { Plan } from './plan.ts';

/** From the reader's first page: the first claim that waits, the others behind it, then the list. */
export async function readSecond(hands: Hands, plan: Plan, { headline }: Article): Promise<void> {
  const queue = hands.page.locator('main a[href$="/second-read"]');
  await hands.click((await queue.count()) > 0 ? queue : hands.page.getByRole('link', { name: headline }));
  await readQueue(hands, plan.back);
}

/** The queue lies there, or the article: its claims one by one by `r`, then the list of plain OKs. */
export async function readQueue(hands: Hands, back: Plan['back']): Promise<void> {
  const first = hands.page.locator('a[href*="list=ready"]');
  if ((await first.count()) === 0 && (await hands.page.locator('#together-form').count()) === 0)
    await hands.click(hands.page.locator('nav.tabs a[href$="/second-read"]'));
  if ((await first.count()) > 0) await hands.click(first);
  for (let tries = 0; tries < 200; tries += 1) {
    const panel = hands.page.locator('#claim #agree-form');
    if ((await panel.count()) === 0) break;
    const { claim } = await seenAt(hands.page);
    const words = await hands.page.locator('#claim blockquote').first().innerText();
    const line = back.find((one) => one.words === words)?.line;
    if (line === undefined) await hands.key('r');
    else {
      await hands.key('b');
      await hands.type(line);
      await hands.key('Enter');
    }
    if ((await seenAt(hands.page).catch(() => null))?.claim?.number === claim?.number) break;
  }
  if ((await hands.page.locator('#together-form').count()) === 0) return;
  const loose = hands.page.locator('#together .reads input[name="claims"]:not(:checked)');
  for (let left = await loose.count(); left > 0; left -= 1) await hands.click(loose);
  await hands.click(hands.page.locator('#together-form').getByRole('button'));
}
