// A real browser on the real desk: one Chromium a process, one context for each visitor.
import assert from 'node:assert/strict';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import type { TestDesk } from '#tests/support/app.ts';
import { atEndOfProcess } from '#tests/support/at-end.ts';
import { browserProgram } from '#tests/support/browser-program.ts';
import { emailOf, PASSWORD, type PersonName } from '#tests/support/cast-names.ts';
import { underAxe } from './axe.ts';
import { leavePlace, placeFor, quietPage, showIn, takeBack, USUAL } from './places.ts';

/** What a running desk gains when it can be opened in a browser. */
export interface InBrowser {
  /** The address of the desk, without a slash at the end. */
  readonly origin: string;
  /**
   * An empty page with cookies of its own, in a window of 1200 by 800, light, English, unless told. Another desk may have
   * had it: what it has loaded of styles, scripts and letters is there already, and so is its process.
   */
  page(options?: BrowserContextOptions): Promise<Page>;
  /** The same in a browser that nobody has used, nor will. */
  freshPage(options?: BrowserContextOptions): Promise<Page>;
}

// Not the package's own list of flags: that one switches web security off.
const FLAGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-dev-shm-usage'],
  // A page lives for a second here: what is compiled for speed, on threads beside it, is thrown away with it.
  '--js-flags=--no-opt --no-maglev --single-threaded-gc',
  // Pictures are drawn by the processor anyway, so that they need not be sent to a process of their own.
  '--in-process-gpu',
  // Another page of the desk in the same context needs no process of its own.
  '--process-per-site',
];
const PATIENCE_MILLISECONDS = 10_000;

/** The windows in which every page is looked at. */
export const WINDOWS = [
  { name: 'light', colorScheme: 'light', viewport: { width: 1200, height: 800 } },
  { name: 'dark', colorScheme: 'dark', viewport: { width: 1200, height: 800 } },
  { name: 'narrow', colorScheme: 'light', viewport: { width: 360, height: 740 } },
] as const;

let browser: Promise<Browser> | undefined;

/** The browser of this process: CHROME_PATH where set, else the one among our packages. Closed when the tests have ended. */
export function openBrowser(): Promise<Browser> {
  browser ??= launch();
  return browser;
}

atEndOfProcess(async () => (await browser?.catch(() => undefined))?.close());

async function launch(): Promise<Browser> {
  const executablePath = await browserProgram();
  try {
    return await chromium.launch({ executablePath, args: FLAGS, headless: true });
  } catch (cause) {
    throw new Error(`The browser for the tests did not start: ${executablePath}`, { cause });
  }
}

/**
 * Puts a running desk (startDesk or startNewsroom) on a port of loopback, for a browser to open. Its `close()` then takes
 * the pages back. Where there is no browser the desk is closed, so that nothing keeps the tests from ending, and it throws.
 */
export async function openInBrowser<Desk extends TestDesk>(desk: Desk): Promise<Desk & InBrowser> {
  const browser = await openBrowser().catch(async (error: unknown) => {
    await desk.close();
    throw error;
  });
  const place = await placeFor(desk.app);
  const { origin } = place;
  const lent: { page: Page; key: string }[] = [];
  const fresh: BrowserContext[] = [];
  const freshPage = async (options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({ baseURL: origin, ...USUAL, ...options });
    context.setDefaultTimeout(PATIENCE_MILLISECONDS);
    return context.newPage();
  };
  const closeDesk = desk.close;
  return Object.assign(desk, {
    origin,
    page: async (options: BrowserContextOptions = {}) => {
      const { viewport: _size, colorScheme: _colours, ...others } = options;
      const key = JSON.stringify(others);
      const page = place.idle.get(key)?.pop() ?? (await freshPage(others));
      lent.push({ page, key });
      await showIn(page, options);
      return page;
    },
    freshPage: async (options?: BrowserContextOptions) => {
      const page = await freshPage(options);
      fresh.push(page.context());
      return page;
    },
    close: async () => {
      for (const context of fresh) await context.close();
      for (const { page, key } of lent)
        if (await takeBack(page)) place.idle.set(key, [...(place.idle.get(key) ?? []), page]);
      leavePlace(place);
      await closeDesk();
    },
  });
}

/** Signs somebody in through the form. */
export async function signInByHand(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel(/^e-?mail/i).fill(email);
  await page.getByLabel(/^password/i).fill(password);
  await page.getByRole('button', { name: /^sign in/i }).click();
  await page.waitForURL((address) => address.pathname !== '/sign-in');
}

/** Signs somebody in, in this page's window, without opening the form. */
export async function signIn(page: Page, email: string, password: string): Promise<void> {
  const headers = { 'Sec-Fetch-Site': 'same-origin' };
  const answer = await page.request.post('/sign-in', { form: { email, password }, headers, maxRedirects: 0 });
  assert.equal(answer.status(), 303, `${email} could not sign in.`);
}

const pagesAt = new WeakMap<InBrowser, Map<string, Page>>();

/**
 * The page of somebody of the cast, on which they are signed in. It is theirs from test to test: what is open on it asks for
 * nothing more, and who listened to it, or was opened beside it, is gone.
 */
export async function signedIn(desk: InBrowser, name: PersonName, options: BrowserContextOptions = {}): Promise<Page> {
  const { viewport: _size, colorScheme: _colours, ...others } = options;
  const pages = pagesAt.get(desk) ?? new Map<string, Page>();
  pagesAt.set(desk, pages);
  const key = JSON.stringify([name, others]);
  const theirs = pages.get(key);
  const page = theirs ?? (await desk.page(others));
  if (theirs) await quietPage(theirs);
  else await signIn(page, emailOf(name), PASSWORD);
  pages.set(key, page);
  await showIn(page, options);
  return page;
}

/** Collects what the browser complains of (errors of scripts, refusals by the CSP, missing files) from now on. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !underAxe.has(page)) complaints.push(message.text());
  });
  page.on('framenavigated', () => underAxe.delete(page));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText;
    // Whoever leaves a page ends its stream.
    const is_left = why === 'net::ERR_ABORTED' && new URL(request.url()).pathname.endsWith('/live');
    if (!is_left) complaints.push(`${request.url()} failed: ${why}`);
  });
  return complaints;
}

/** Whether the page must be scrolled sideways at the width it has. */
export function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(
    'document.documentElement.scrollWidth > document.documentElement.clientWidth',
  ) as Promise<boolean>;
}
