// Pages: a view in its layout.
import type { Response } from 'express';
import { url } from '#src/paths.ts';
import { VERSION } from './build.ts';
import type { FormError, Typed } from './form.ts';
import { setETag } from './fresh.ts';
import type { Html } from './html.ts';
import { filledIn, type KeptMarkup } from './kept-markup.ts';
import { takeNotice } from './notice.ts';
import { withRegions } from './page-regions.ts';
import { sendInPieces, sendText } from './send-pieces.ts';
import { staticUrl } from './static-files.ts';
import { renderInTurns, renderTemplate } from './templates.ts';
import type { Viewer } from './viewer.ts';

export type Layout = 'desk' | 'plain' | 'report';

/** What a subject's page model may say to the layout, beside its own properties. */
export interface PageFrame {
  /** The title of the window and, by custom, of the page. */
  title: string;
  /** The section of the navigation that this page is in. */
  nav?: 'home' | 'articles' | 'sources' | 'people' | 'desks' | 'search';
  /** How wide the page is; `whole` is for pages that lay out the window themselves. */
  width?: 'narrow' | 'slim' | 'whole';
  /** The desk that the page belongs to, named in the bar. */
  where?: string | undefined;
  /** Modules of src/browser that the page loads, by name without an ending. */
  scripts?: string[];
  /** Its template has the help with its keys; else it gets that of every page. */
  has_own_help?: boolean;
  /** A sentence for the foot of the page. */
  foot?: string;
  /** Of a page with a form that was refused: what to mend, what was typed, and, of several forms, which. */
  errors?: FormError[];
  typed?: Typed;
  failed_form?: string;
  /** Its templates name regions: a script that has the page gets those that differ. */
  has_regions?: boolean;
  /** When a word of the page about time changes (ISO 8601, UTC), beside midnight at the desk: ends of deadlines. */
  moments?: readonly (string | null)[];
  /** What of the page is kept as bytes, wherever its view says that it stands. */
  kept_markup?: readonly KeptMarkup[];
}

/** A sentence above the page, with a button where the reader can do something about it. */
export interface PageNote {
  words: string;
  button: { action: string; label: string } | null;
}

/** What every view gets without asking: the layout's own properties. */
export interface PageSurroundings {
  viewer: Viewer | null;
  nav: string;
  notice: string | null;
  /** What stands above every page of a thing for as long as it is so. */
  note: PageNote | null;
  url: typeof url;
  static: (file: string) => string;
  version: string;
}

export interface RenderOptions {
  /** 200 where it is left out, or undefined. */
  status?: number | undefined;
  layout?: Layout;
}

/** Sends a page: the view filled in with the model, inside its layout (desk unless told). Shows and forgets a kept notice. */
export function renderPage(res: Response, view: string, page: object, options: RenderOptions = {}): void {
  const model = { ...surroundings(res), ...page };
  sendPage(res, { model, body: renderTemplate(view, model) }, options);
}

/** The same for a page that may be long: others have their turn while it is filled in. */
export async function renderLongPage(
  res: Response,
  view: string,
  page: object,
  options: RenderOptions = {},
): Promise<void> {
  const model = { ...surroundings(res), ...page };
  sendPage(res, { model, body: await renderInTurns(view, model) }, options);
}

function surroundings(res: Response): PageSurroundings {
  return {
    viewer: res.locals.viewer ?? null,
    nav: '',
    notice: takeNotice(res.req),
    note: res.locals.note ?? null,
    url,
    static: staticUrl,
    version: VERSION,
  };
}

function sendPage(
  res: Response,
  { model, body }: { model: PageSurroundings & Pick<PageFrame, 'moments' | 'kept_markup' | 'has_regions'>; body: Html },
  { layout, status }: RenderOptions,
): void {
  const whole = renderTemplate(`layouts/${layout ?? 'desk'}`, { ...model, body }).toString();
  setETag(res, model.moments ?? []);
  if (!res.get('Cache-Control')) res.set('Cache-Control', res.locals.viewer ? 'private, no-cache' : 'no-cache');
  res.status(status ?? 200).type('html');
  const filled = model.kept_markup === undefined ? whole : filledIn(whole, model.kept_markup);
  if (model.has_regions)
    sendInPieces(res, withRegions(res.req, res, Buffer.isBuffer(filled) ? filled : Buffer.from(filled)));
  else sendText(res, filled);
}

/** For pages that must not stay anywhere, nor show by their length what is in them: one's own account, people, invitations. */
export function noStore(res: Response): void {
  res.set('Cache-Control', 'no-store');
  res.locals.is_secret = true;
}

/** At sign-out: the browser throws away what it kept, so that Back shows nothing of the desk. */
export function clearSiteData(res: Response): void {
  res.set('Clear-Site-Data', '"cache"');
}
