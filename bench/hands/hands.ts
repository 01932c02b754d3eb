// Somebody's hands at a browser: keys, letters, clicks and drags are counted, and waits measured.
import type { Browser, Locator, Page } from 'playwright-core';
import type { Tally } from './tally.ts';

const PATIENCE_MILLISECONDS = 20_000;

export class Hands {
  readonly page: Page;
  readonly #tally: Tally;
  #awaited = 0;

  private constructor(page: Page, tally: Tally) {
    this.page = page;
    this.#tally = tally;
  }

  /** A window of their own, 1360 by 900, on this desk. */
  static async at(browser: Browser, origin: string, tally: Tally): Promise<Hands> {
    const context = await browser.newContext({
      baseURL: origin,
      viewport: { width: 1360, height: 900 },
      locale: 'en-GB',
    });
    context.setDefaultTimeout(PATIENCE_MILLISECONDS);
    const page = await context.newPage();
    const hands = new Hands(page, tally);
    await page.addInitScript(WATCH);
    page.on('domcontentloaded', () => tally.count('loads'));
    page.on('dialog', (dialog) => dialog.accept());
    // What is told and asked of itself, by nobody's hand, is not waited for.
    const isOurs = (request: { resourceType(): string; url(): string }) =>
      request.resourceType() === 'fetch' && !new URL(request.url()).pathname.endsWith('/live');
    page.on('request', (request) => (hands.#awaited += isOurs(request) ? 1 : 0));
    const ended = (request: Parameters<typeof isOurs>[0]) => (hands.#awaited -= isOurs(request) ? 1 : 0);
    page.on('requestfinished', ended);
    page.on('requestfailed', ended);
    return hands;
  }

  /** Types an address, or follows a link that somebody sent. */
  async open(address: string): Promise<void> {
    this.#tally.count('clicks');
    await this.page.goto(address, { waitUntil: 'load' });
  }

  /** One press, with whatever is held down with it. */
  async key(key: string): Promise<void> {
    this.#tally.count('keys');
    await this.#pressed(key, () => this.page.keyboard.press(key));
  }

  /** One press by which a page may be left: for a form outside the workbench. */
  async enter(): Promise<void> {
    this.#tally.count('keys');
    await this.#leaving('Enter', () => this.page.keyboard.press('Enter'));
  }

  async keys(keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.key(key);
  }

  /** Letters into the field that has the cursor. */
  async type(words: string): Promise<void> {
    this.#tally.count('letters', [...words].length);
    await this.page.keyboard.insertText(words);
  }

  /** Words that somebody copied elsewhere: one press. */
  async paste(words: string): Promise<void> {
    this.#tally.count('keys');
    await this.page.keyboard.insertText(words);
  }

  async click(place: Locator): Promise<void> {
    this.#tally.count('clicks');
    await this.#leaving('a click', () => place.first().click());
  }

  /** Selects these words of the text with the mouse. */
  async drag(words: string): Promise<void> {
    this.#tally.count('drags');
    const [from, to] = await this.page.evaluate<[Point, Point], string>(ENDS_OF, words);
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 });
    await this.page.mouse.move(to.x, to.y, { steps: 3 });
    await this.page.mouse.up();
  }

  async #pressed(what: string, press: () => Promise<unknown>): Promise<void> {
    const before = this.page.url();
    await press();
    await this.#quiet();
    const took = await this.page.evaluate<number>('window.tookToPaint()').catch(() => 0);
    if (took > 0) this.#tally.waited(`${what} at ${new URL(before).pathname}`, took);
  }

  async #leaving(what: string, press: () => Promise<unknown>): Promise<void> {
    const before = this.page.url();
    await press();
    await this.#quiet();
    await this.page.waitForLoadState('load');
    const took = await this.page.evaluate<number>('window.tookToPaint() || window.tookToLoad()').catch(() => 0);
    if (took > 0) this.#tally.waited(`${what} at ${new URL(before).pathname}`, took);
  }

  /** Until nothing is asked of the desk any more, and a frame after. */
  async #quiet(): Promise<void> {
    await this.page.evaluate('new Promise((done) => setTimeout(done))').catch(() => undefined);
    const until = performance.now() + PATIENCE_MILLISECONDS;
    while (this.#awaited > 0) {
      if (performance.now() > until) throw new Error(`The desk did not answer at ${this.page.url()}`);
      await new Promise((done) => setTimeout(done, 5));
    }
    await this.page
      .evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done)))')
      .catch(() => undefined);
  }
}

interface Point {
  x: number;
  y: number;
}

/** In the page: when the last press was, and when what it changed was painted. */
const WATCH = `
  let pressed = 0, painted = 0, is_new = true;
  for (const name of ['keydown', 'mousedown']) addEventListener(name, () => { pressed = performance.now(); painted = 0; }, true);
  addEventListener('DOMContentLoaded', () => {
    new MutationObserver((changes) => {
      const is_seen = changes.some((one) => one.addedNodes.length > 0 || one.type === 'attributes');
      if (is_seen) requestAnimationFrame(() => setTimeout(() => { painted = performance.now(); }));
    }).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['class'] });
  });
  window.tookToPaint = () => pressed > 0 && painted > pressed ? painted - pressed : 0;
  window.tookToLoad = () => {
    if (!is_new) return 0;
    is_new = false;
    return performance.getEntriesByType('navigation')[0]?.domContentLoadedEventEnd ?? 0;
  };
`;

/** In the page: where the first and the last letter of these words are drawn. */
const ENDS_OF = (words: string): [Point, Point] => {
  type Node = {
    textContent: string | null;
    parentElement: { closest(selector: string): unknown } | null;
    length: number;
  };
  type Range = {
    setStart(node: Node, at: number): void;
    setEnd(node: Node, at: number): void;
    getBoundingClientRect(): DOMRectLike;
  };
  type DOMRectLike = { left: number; right: number; top: number; bottom: number };
  const { document } = globalThis as unknown as {
    document: {
      querySelector(selector: string): { scrollIntoView(how: object): void } & object;
      querySelectorAll(selector: string): Iterable<object>;
      createTreeWalker(root: object, what: number): { nextNode(): Node | null };
      createRange(): Range;
    };
  };
  const nodes: { node: Node; start: number }[] = [];
  let text = '';
  for (const paragraph of document.querySelectorAll('.text .paragraph')) {
    const walker = document.createTreeWalker(paragraph, 4);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node.parentElement?.closest('.sign, .in-margin, .visually-hidden')) continue;
      nodes.push({ node, start: text.length });
      text += node.textContent ?? '';
    }
    text += '\n';
  }
  const start = text.indexOf(words);
  if (start === -1) throw new Error(`“${words}” is not in the text on the page.`);
  const rectOf = (at: number) => {
    const found = nodes.findLast((one) => one.start <= at) as { node: Node; start: number };
    const range = document.createRange();
    range.setStart(found.node, at - found.start);
    range.setEnd(found.node, at - found.start + 1);
    (found.node.parentElement as unknown as { scrollIntoView(how: object): void }).scrollIntoView({ block: 'center' });
    return range;
  };
  const [first, last] = [rectOf(start), rectOf(start + words.length - 1)];
  const [a, b] = [first.getBoundingClientRect(), last.getBoundingClientRect()];
  return [
    { x: a.left + 1, y: (a.top + a.bottom) / 2 },
    { x: b.right - 0.5, y: (b.top + b.bottom) / 2 },
  ];
};
