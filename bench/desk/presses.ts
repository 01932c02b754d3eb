// How long a person in a browser waits after a key: from the press until what came is painted.
import type { Page } from 'playwright-core';
import { needed } from '#src/item-at.ts';

export interface Presses {
  key: string;
  presses: number;
  /** Milliseconds by the clock of the browser, from the press until the frame after what came in. */
  half: number;
  nine_in_ten: number;
  /** Stretches of over 50 ms in which the browser could do nothing else. */
  long_tasks: number;
  /** Bytes of the answers over the wire, on average. */
  bytes: number;
}

/** Presses the key once on each of these pages. */
export async function pressed(page: Page, key: string, addresses: readonly string[]): Promise<Presses> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  let bytes = 0;
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  const waits: number[] = [];
  let [presses, long_tasks, sent] = [0, 0, 0];
  for (const address of addresses) {
    if (page.url() !== address) await page.goto(address, { waitUntil: 'networkidle' });
    await page.evaluate(WATCH);
    await page.locator('#workbench').focus();
    const before = bytes;
    await page.keyboard.press(key);
    waits.push(await page.evaluate<number>('window.painted()'));
    sent += bytes - before;
    presses += 1;
    long_tasks += await page.evaluate<number>('window.long_tasks');
  }
  await devtools.detach();
  waits.sort((one, other) => one - other);
  const at = (share: number) => Math.round(needed(waits[Math.floor(share * (waits.length - 1))], 'press'));
  return { key, presses, half: at(0.5), nine_in_ten: at(0.9), long_tasks, bytes: Math.round(sent / presses) };
}

/** Notes each press, and when the page has changed after it and been painted. Pure script of the page. */
const WATCH = `
  window.long_tasks = 0;
  new PerformanceObserver((list) => { window.long_tasks += list.getEntries().length; }).observe({ type: 'longtask' });
  let pressed = 0, done = null;
  document.addEventListener('keydown', () => { pressed = performance.now(); done = Promise.withResolvers(); }, true);
  new MutationObserver((changes) => {
    if (done && changes.some((one) => [...one.addedNodes].some((node) => node.matches?.('main, [data-region]'))))
      requestAnimationFrame(() => setTimeout(() => done?.resolve(performance.now() - pressed)));
  }).observe(document.body, { childList: true, subtree: true });
  window.painted = () => Promise.race([done.promise, new Promise((_, late) => setTimeout(() => late(new Error('Nothing came.')), 20000))]);
`;
