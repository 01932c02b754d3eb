// A browser at the desk: what it asks for on its first visit of a page, and how long a press takes.
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { browserProgram } from '#tests/support/browser-program.ts';
import { type Presses, pressed } from './presses.ts';

export interface Visit {
  requests: number;
  /** Over the wire, heads included. */
  bytes: number;
}

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-dev-shm-usage'];

/** Opens the page as whoever has this cookie (`name=value`) with an empty cache. */
export function firstVisit(address: string, cookie: string): Promise<Visit> {
  return inBrowser(address, cookie, async (context) => {
    const loaded = await loadedBy(await context.newPage(), address);
    return { requests: loaded.size, bytes: loaded.values().reduce((sum, one) => sum + one, 0) };
  });
}

/** What comes over the line, in bytes by path, until the browser asks for nothing more; what it has kept is not among it. */
export async function loadedBy(page: Page, address: string): Promise<Map<string, number>> {
  const line = await page.context().newCDPSession(page);
  await line.send('Network.enable');
  const paths = new Map<string, string>();
  const loaded = new Map<string, number>();
  line.on('Network.requestWillBeSent', ({ requestId, request }) => paths.set(requestId, new URL(request.url).pathname));
  line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (encodedDataLength > 0) loaded.set(paths.get(requestId) ?? '', encodedDataLength);
  });
  const answer = await page.goto(address, { waitUntil: 'networkidle' });
  if (answer?.status() !== 200) throw new Error(`The page was answered with ${answer?.status()}`);
  await page.evaluate('document.fonts.ready');
  await line.detach();
  return loaded;
}

/** Opens so many open claims of the article and presses the key for the next claim on each; then judges each. */
export function pressesAt(address: string, cookie: string, presses: number): Promise<Presses[]> {
  return inBrowser(address, cookie, async (context) => {
    const page = await context.newPage();
    await page.goto(`${address}/claims?list=open`);
    const open = await page.evaluate<string[]>(
      `[...document.querySelectorAll('.claim-list a')].map((one) => one.href)`,
    );
    // Behind the last one there may be no other to go to.
    const addresses = open.slice(0, -1).slice(0, presses);
    return [await pressed(page, 'j', addresses), await pressed(page, '1', addresses)];
  });
}

async function inBrowser<Found>(
  address: string,
  cookie: string,
  work: (context: BrowserContext) => Promise<Found>,
): Promise<Found> {
  const browser = await chromium.launch({ executablePath: await browserProgram(), args: FLAGS, headless: true });
  try {
    const context = await browser.newContext({ viewport: { width: 1200, height: 800 } });
    const [name = '', ...value] = cookie.split('=');
    await context.addCookies([{ name, value: decodeURIComponent(value.join('=')), url: address }]);
    return await work(context);
  } finally {
    await browser.close();
  }
}
