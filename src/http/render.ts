// Pages: a view in its layout, a notice for the next page, and the answer "you have this already".
import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import 'express-session';
import { url } from '#src/paths.ts';
import { BUILD, VERSION } from './build.ts';
import type { FormError, Typed } from './form.ts';
import type { Html } from './html.ts';
import { renderTemplate } from './templates.ts';
import type { Viewer } from './viewer.ts';

declare module 'express-session' {
  interface SessionData {
    notice?: string;
  }
}

export type Layout = 'desk' | 'plain' | 'report';

/** What a subject's page model may say to the layout, beside its own properties. */
export interface PageFrame {
  /** The title of the window and, by custom, of the page. */
  title: string;
  /** The section of the navigation that this page is in. */
  nav?: 'home' | 'articles' | 'sources' | 'people' | 'desks';
  /** How wide the page is; `whole` is for pages that lay out the window themselves. */
  width?: 'narrow' | 'slim' | 'whole';
  /** The desk that the page belongs to, named in the bar. */
  where?: string;
  /** Modules of src/browser that the page loads, by name without an ending. */
  scripts?: string[];
  /** A sentence for the foot of the page. */
  foot?: string;
  /** Of a page with a form that was refused: what to mend, what was typed, and, of several forms, which. */
  errors?: FormError[];
  typed?: Typed;
  failed_form?: string;
}

/** What every view gets without asking: the layout's own properties. */
export interface PageSurroundings {
  viewer: Viewer | null;
  nav: string;
  notice: string | null;
  url: typeof url;
  static: (file: string) => string;
  version: string;
}

export interface RenderOptions {
  status?: number;
  layout?: Layout;
}

/** Sends a page: the view filled in with the model, inside its layout (desk unless told). Shows and forgets a kept notice. */
export function renderPage(res: Response, view: string, page: object, options: RenderOptions = {}): void {
  const surroundings: PageSurroundings = {
    viewer: res.locals.viewer ?? null,
    nav: '',
    notice: takeNotice(res),
    url,
    static: staticUrl,
    version: VERSION,
  };
  const model = { ...surroundings, ...page };
  const body: Html = renderTemplate(view, model);
  const whole = renderTemplate(`layouts/${options.layout ?? 'desk'}`, { ...model, body });
  if (!res.get('Cache-Control')) res.set('Cache-Control', res.locals.viewer ? 'private, no-cache' : 'no-cache');
  res
    .status(options.status ?? 200)
    .type('html')
    .send(whole.toString());
}

/** The address of a file in public/ (or of a browser module, `browser/menus.js`), with the build in it so that it may be kept for a year. */
export function staticUrl(file: string): string {
  return `/static/${BUILD}/${file}`;
}

/** Keeps a sentence for the next page this person sees; it is shown once. */
export function notice(req: Request, sentence: string): void {
  req.session.notice = sentence;
}

/**
 * Answers 304 and returns true where the browser already has this very page; else sets the ETag and returns false.
 * `parts` are what the page depends on beside the build and the person: changed_seq, role, view state. A page that
 * shows a notice is never kept, else it would show the notice again.
 */
export function sendFresh(req: Request, res: Response, parts: (string | number)[]): boolean {
  if (req.session?.notice !== undefined) {
    noStore(res);
    return false;
  }
  const hash = createHash('sha256').update(JSON.stringify([BUILD, res.locals.viewer, ...parts]));
  res.set('Cache-Control', 'private, no-cache');
  res.set('ETag', `W/"${hash.digest('base64url').slice(0, 22)}"`);
  if (!req.fresh) return false;
  res.status(304).end();
  return true;
}

/** For pages that must not stay anywhere: one's own account, people, invitations. */
export function noStore(res: Response): void {
  res.set('Cache-Control', 'no-store');
}

/** At sign-out: the browser throws away what it kept, so that Back shows nothing of the desk. */
export function clearSiteData(res: Response): void {
  res.set('Clear-Site-Data', '"cache"');
}

function takeNotice(res: Response): string | null {
  const session = res.req.session;
  const sentence = session?.notice ?? null;
  if (sentence !== null) delete session.notice;
  return sentence;
}
