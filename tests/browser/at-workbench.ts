// What people do at the workbench in a browser: selecting words, hearing what the desk says.
import type { Page } from 'playwright-core';

/** A sentence by its number, and an offset in its words. */
export type Spot = [sentence: number, at: number];

/** A script for the page: where in the text such a spot is, as a node and an offset in it. */
export const PLACE = `const place = ([number, at]) => {
  const outside = '.sign, .in-margin, .visually-hidden';
  const walker = document.createTreeWalker(document.querySelector('#sentence-' + number), NodeFilter.SHOW_TEXT,
    (node) => node.parentElement.closest(outside) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  for (let left = at; walker.nextNode(); left -= walker.currentNode.length)
    if (left <= walker.currentNode.length) return [walker.currentNode, left];
};`;

/** Selects from one place of the text to another. */
export async function selectWords(page: Page, from: Spot, to: Spot): Promise<void> {
  const [one, other] = [JSON.stringify(from), JSON.stringify(to)];
  await page.evaluate(`{ ${PLACE} getSelection().setBaseAndExtent(...place(${one}), ...place(${other})); }`);
}

/** Waits until the desk has said this. */
export async function hears(page: Page, words: string | RegExp): Promise<void> {
  const voice = page.locator('[data-said]');
  await voice
    .filter({ hasText: words })
    .waitFor()
    .catch(async (error) => {
      const shown = await page.locator('main').innerText();
      throw new Error(`Nobody said “${words}” at ${page.url()}: … ${shown.slice(-300)}`, { cause: error });
    });
}

/**
 * Holds up what the page asks of these addresses until it is let go, or comes to nothing; gives the function that lets it
 * go, for good.
 */
export async function holdUp(
  page: Page,
  addresses: string | RegExp,
  then: 'continue' | 'abort' = 'continue',
): Promise<() => void> {
  let letGo = () => {};
  const released = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(addresses, async (route) => {
    await released;
    await route[then]();
  });
  return letGo;
}
