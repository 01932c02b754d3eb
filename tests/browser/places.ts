// Where desks are opened for the browser, one after the other, and the pages that wait there for the next.
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { AXE, AXE_FILE } from './axe.ts';

/** A port of loopback. A page costs three times what it costs to go on with one, and a browser of its own twice that. */
interface Place {
  origin: string;
  /** The desk that is open there. */
  app: RequestListener | undefined;
  /** Empty pages that nobody has, each in a browser of its own, by what is special about that. */
  idle: Map<string, Page[]>;
}

const free: Place[] = [];
const AS_A_FILE = { 'Content-Type': 'text/javascript', 'Cache-Control': 'public, max-age=31536000, immutable' };
/** A page of no desk, from the same address, so that the browser shows it without another process. */
const NOTHING = '/nothing';
const AS_THE_DESK = {
  'Content-Type': 'text/html',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Origin-Agent-Cluster': '?1',
};
const LISTENED_FOR = ['console', 'dialog', 'framenavigated', 'pageerror', 'request', 'requestfailed'] as const;

export const USUAL = { viewport: { width: 1200, height: 800 }, colorScheme: 'light', locale: 'en-GB' } as const;

/** An address at which this desk is open until it leaves. */
export async function placeFor(app: RequestListener): Promise<Place> {
  const place = free.pop() ?? (await makePlace());
  place.app = app;
  return place;
}

/** The next desk may come. */
export function leavePlace(place: Place): void {
  place.app = undefined;
  free.push(place);
}

async function makePlace(): Promise<Place> {
  const place: Place = { origin: '', app: undefined, idle: new Map() };
  const server = createServer({ keepAliveTimeout: 0 }, (req, res) => {
    if (req.url === AXE_FILE) res.writeHead(200, AS_A_FILE).end(AXE);
    else if (req.url === NOTHING || place.app === undefined) res.writeHead(200, AS_THE_DESK).end('<!doctype html>');
    else place.app(req, res);
  });
  server.on('connection', (socket) => socket.unref());
  server.listen(0, '127.0.0.1').unref();
  await once(server, 'listening');
  place.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return place;
}

/** What is open on the page asks for nothing more, and nobody listens to it; pages beside it are closed. */
export async function quietPage(page: Page): Promise<void> {
  for (const other of page.context().pages()) if (other !== page) await other.close();
  await page.unrouteAll();
  await page.evaluate('stop()');
  for (const event of LISTENED_FOR) page.removeAllListeners(event);
}

/** Takes a page back from a desk that closes: whether another may have it. Nothing of this desk stays in its browser. */
export async function takeBack(page: Page): Promise<boolean> {
  if (page.isClosed()) return false;
  await quietPage(page);
  await page.goto(NOTHING);
  const line = await page.context().newCDPSession(page);
  await line.send('Storage.clearDataForOrigin', { origin: new URL(page.url()).origin, storageTypes: 'all' });
  await line.send('Network.clearBrowserCache');
  await line.detach();
  await page.context().clearCookies();
  return true;
}

/** The page in such a window; in the usual one where nothing is told. */
export async function showIn(page: Page, window: BrowserContextOptions): Promise<void> {
  const { width, height } = window.viewport ?? USUAL.viewport;
  const now = page.viewportSize();
  if (now?.width !== width || now.height !== height) await page.setViewportSize({ width, height });
  await page.emulateMedia({ media: null, colorScheme: window.colorScheme ?? USUAL.colorScheme });
}
