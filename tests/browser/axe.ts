// What axe finds on the page that is open.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const read = (file: string) => readFileSync(fileURLToPath(file), 'utf8');
export const AXE = ['axe-core/axe.min.js', './contrasts-once.js', './drawn-otherwise.js']
  .map((file) => read(import.meta.resolve(file)))
  .join('');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Rules about places and colours. All others ask for elements and what of them is drawn, not where. */
const PLACES = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size'];

/** Pages on which axe was at work: it tries inline styles, which the CSP refuses aloud. */
export const underAxe = new WeakSet<Page>();
/** Where the pages of a desk find axe as a file of their own, so that their CSP stays as strict as it is: read and compiled once. */
export const AXE_FILE = '/axe-of-the-tests.js';
/** Letters of a size, in colours and on grounds that were looked at on any page and need no other look. */
const known = new Set<string>();
/** Kinds of elements that come or go in a narrow window, on a page that was looked at whole there. */
const narrow = new Set<string>();

/** What axe finds against WCAG 2.2 AA and good practice on the page that is open, a line each; empty where all is well. */
export async function axeViolations(page: Page): Promise<string[]> {
  underAxe.add(page);
  if (await page.evaluate("typeof axe === 'undefined'")) await loadAxe(page);
  const asked = { tags: TAGS, places: PLACES, known: [...known], narrow: [...narrow] };
  const { violations, met, otherwise } = await page.evaluate(lookAt, asked);
  for (const colours of met) known.add(colours);
  for (const kind of otherwise) narrow.add(kind);
  return violations;
}

async function loadAxe(page: Page): Promise<void> {
  if (await page.evaluate(takeAxe, AXE_FILE)) return;
  // A page that has no server, or lets no script in: by the debugger.
  const line = await page.context().newCDPSession(page);
  const { exceptionDetails } = await line.send('Runtime.evaluate', { expression: AXE });
  if (exceptionDetails) throw new Error(`axe did not start: ${exceptionDetails.exception?.description}`);
  await line.detach();
}

/** Runs in the page: whether axe came as a file. */
function takeAxe(file: string): Promise<boolean> {
  const { document, location } = globalThis as unknown as PageWithoutAxe;
  return new Promise((resolve) => {
    if (location.protocol !== 'http:') return resolve(false);
    const script = document.createElement('script');
    const end = (is_there: boolean) => {
      script.remove();
      resolve(is_there);
    };
    script.onload = () => end(true);
    script.onerror = () => end(false);
    script.src = file;
    document.head.append(script);
  });
}

interface Asked {
  tags: string[];
  places: string[];
  known: string[];
  narrow: string[];
}

interface Found {
  violations: string[];
  met: string[];
  otherwise: string[];
}

/** Runs in the page. */
async function lookAt({ tags, places, known, narrow }: Asked): Promise<Found> {
  const { axe, contrasts, drawing, matchMedia } = globalThis as unknown as PageUnderAxe;
  // The dark page is the light one in other colours: there only the contrasts are new.
  const is_dark = matchMedia('(prefers-color-scheme: dark)').matches;
  contrasts.begin(known, is_dark);
  if (is_dark && contrasts.areKnownInTheDark()) return { violations: [], met: [], otherwise: [] };
  // The narrow page is the wide one in other places, where nothing comes or goes that did not on a page before.
  const otherwise = is_dark ? [] : drawing.otherwise();
  const is_whole = otherwise === undefined || otherwise.some((kind) => !narrow.includes(kind));
  const runOnly = is_dark ? ['color-contrast'] : is_whole ? tags : places;
  // Where all is well nobody asks at which places.
  const { violations } = await axe.run({ runOnly, preload: false, resultTypes: ['violations'] });
  // Behind axe, which writes into the page while it looks.
  if (otherwise === undefined) drawing.note();
  const told = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, any, all }) => {
      const why = any.concat(all).map(({ message }) => message);
      return `${id}: ${help}: ${target.join(' ')} (${why.join('; ')})`;
    }),
  );
  return { violations: told, met: contrasts.met(), otherwise: told.length === 0 ? (otherwise ?? []) : [] };
}

interface PageWithoutAxe {
  document: {
    createElement(name: 'script'): { src: string; onload(): void; onerror(): void; remove(): void };
    head: { append(element: object): void };
  };
  location: { protocol: string };
}

interface PageUnderAxe {
  axe: Axe;
  contrasts: { begin(known: string[], is_dark: boolean): void; areKnownInTheDark(): boolean; met(): string[] };
  /** Of `drawn-otherwise.js`. */
  drawing: { note(): void; otherwise(): string[] | undefined };
  matchMedia(query: string): { matches: boolean };
}

interface Axe {
  run(options: {
    runOnly: string[];
    preload: boolean;
    resultTypes: ['violations'];
  }): Promise<{ violations: { id: string; help: string; nodes: AxeNode[] }[] }>;
}

interface AxeNode {
  target: string[];
  any: { message: string }[];
  all: { message: string }[];
}
