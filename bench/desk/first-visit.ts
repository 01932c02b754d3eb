// What a browser with an empty cache asks for on its first visit of a page.
import { chromium } from 'playwright-core';
import { browserProgram } from '#tests/support/browser-program.ts';

export interface Visit {
  requests: number;
  /** Over the wire, heads included. */
  bytes: number;
}

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-dev-shm-usage'];

/** Opens the page as whoever has this cookie (`name=value`), and waits until the browser asks for nothing more. */
export async function firstVisit(address: string, cookie: string): Promise<Visit> {
  const browser = await chromium.launch({ executablePath: await browserProgram(), args: FLAGS, headless: true });
  try {
    const context = await browser.newContext({ viewport: { width: 1200, height: 800 } });
    const [name = '', ...value] = cookie.split('=');
    await context.addCookies([{ name, value: decodeURIComponent(value.join('=')), url: address }]);
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    const visit: Visit = { requests: 0, bytes: 0 };
    devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
      visit.requests += 1;
      visit.bytes += encodedDataLength;
    });
    const answer = await page.goto(address, { waitUntil: 'networkidle' });
    if (answer?.status() !== 200) throw new Error(`The page was answered with ${answer?.status()}`);
    return visit;
  } finally {
    await browser.close();
  }
}
