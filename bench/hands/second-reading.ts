// The second read: key claims and those that are not OK one by one, the plain OKs in their list.
import type { Article } from './article.ts';
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
  if ((await hands.page.locator('#workbench.queue').count()) === 0)
    await hands.click(hands.page.locator('nav.tabs a[href$="/second-read"]'));
  // A plain OK in hand stands in the list below: all of them are initialled at once.
  const singly = hands.page.locator('.queue-rows a[aria-current]');
  for (let tries = 0; tries < 200 && (await singly.count()) > 0; tries += 1) {
    const number = await hands.page.locator('#claim').getAttribute('data-number');
    const words = await hands.page.locator('#claim blockquote mark').innerText();
    const line = back.find((one) => one.words === words)?.line;
    if (line === undefined) await hands.key('r');
    else {
      await hands.key('b');
      await hands.type(line);
      await hands.key('Enter');
    }
    if ((await hands.page.locator(`#claim[data-number="${number}"]`).count()) > 0) break;
  }
  if ((await hands.page.locator('#together-form').count()) === 0) return;
  const loose = hands.page.locator('#together .reads input[name="claims"]:not(:checked)');
  for (let left = await loose.count(); left > 0; left -= 1) await hands.click(loose);
  await hands.click(hands.page.locator('#together-form').getByRole('button'));
}
