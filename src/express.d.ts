// What our middleware adds to a request, a response and a session.

declare namespace Express {
  /** The person who is signed in, as people/ reads them back for each request. */
  interface User {
    id: string;
    number: number;
    email: string;
    display_name: string;
    initials: string;
    is_administrator: 0 | 1;
    letter_keys: 0 | 1;
    theme: 'system' | 'light' | 'dark';
  }

  interface Request {
    /** The key of a session that the browser still has a cookie of, though it has ended. */
    lost_session?: string;
  }

  interface Locals {
    ctx: import('./context.ts').Context;
    viewer: import('./http/viewer.ts').Viewer | null;
    /** Of a page that is never packed: it may hold a link or a token, and how long it is packed would tell. */
    is_secret?: true;
    /** The sentence that was said in this very answer. */
    notice?: string;
    /** What stands above every page of a thing for as long as it is so. */
    note?: import('./http/render.ts').PageNote;
    /** What was typed into the form that was sent, to be read on a page that refuses it. */
    typed?: () => import('./http/form.ts').ShownField[];
    /** Of a page that was asked after with sendFresh and has to be sent. */
    kept?: { hash: string; freshness: import('./http/fresh.ts').Freshness };
  }
}
