// One walk through pages, each opened once and looked at in every window: wide and narrow, light and dark.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { axeViolations } from './axe.ts';
import { scrollsSideways, WINDOWS } from './support.ts';

interface Window {
  name: string;
  colorScheme: 'light' | 'dark';
  viewport: { width: number; height: number };
}

/** Looks at the page that is open, in every window; what is found is told by the test of that window. */
export type Look = (page: Page, what?: string) => Promise<void>;

/**
 * Defines a test for each window: "TITLE (dark)". The first to run takes the walk for all of them; each tells what `look`
 * found in its window: faults by axe, and pages that must be scrolled sideways. Where the walk itself fails, all fail.
 */
export function inEveryWindow(
  title: string,
  walk: (look: Look) => Promise<void>,
  windows: readonly Window[] = WINDOWS,
): void {
  let walked: Promise<Map<string, string[]>> | undefined;
  for (const { name } of windows)
    test(`${title} (${name})`, async () => {
      walked ??= take(walk, windows);
      assert.deepEqual((await walked).get(name), []);
    });
}

async function take(walk: (look: Look) => Promise<void>, windows: readonly Window[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>(windows.map(({ name }) => [name, []]));
  const [usual] = windows;
  assert.ok(usual);
  await walk(async (page, what = page.url()) => {
    for (const window of windows) {
      const faults = await faultsIn(page, window);
      found.get(window.name)?.push(...faults.map((fault) => `${what}: ${fault}`));
    }
    await show(page, usual);
  });
  return found;
}

/** What axe finds on the page that is open in such a window, and whether it must be scrolled sideways there. */
export async function faultsIn(page: Page, window: Window): Promise<string[]> {
  await show(page, window);
  const faults = await axeViolations(page);
  return (await scrollsSideways(page)) ? [...faults, 'must be scrolled sideways'] : faults;
}

/** The colours that a page has: what it has already need not be drawn again. */
const shown = new WeakMap<Page, Window['colorScheme']>();

/** The page that is open, in such a window and in its colours, none of which fades still. */
export async function show(page: Page, { colorScheme, viewport }: Window): Promise<void> {
  if (shown.get(page) !== colorScheme) await page.emulateMedia({ colorScheme });
  if (page.viewportSize()?.width !== viewport.width) await page.setViewportSize(viewport);
  shown.set(page, colorScheme);
  await page.evaluate(FINISH_COLOURS);
}

/** A script: colours fade from one scheme into the other, and what inherits them begins when they have come there. */
const FINISH_COLOURS = `{
  const fading = () => document.getAnimations().filter((one) => one instanceof CSSTransition);
  for (let now = fading(); now.length > 0; now = fading()) for (const one of now) one.finish();
}`;
