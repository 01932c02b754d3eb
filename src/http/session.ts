// Sessions: the cookie, and what begins and ends one. The rows are in session-store.ts.
import type { Request, RequestHandler, Response } from 'express';
import session from 'express-session';
import { clearSiteData } from './render.ts';
import { hashSessionId, type SessionStore } from './session-store.ts';

declare module 'express-session' {
  interface SessionData {
    /** Where passport looks for the person who is signed in. */
    passport?: { user?: string };
  }
}

const COOKIE = 'claimdesk';
/** What a script asks by itself says so in this header, or nobody whose window is open would ever be signed out. */
const UNATTENDED = 'Unattended';

export interface SessionRules {
  store: SessionStore;
  secret: string;
  /** Whether browsers reach the desk by https, whatever the last proxy speaks. Else each request is asked. */
  is_https: boolean;
}

/** Reads the session of each request. A row is written only when somebody signs in, and once in a minute to put off its end. */
export function readSession(rules: SessionRules): RequestHandler {
  const read = session({
    name: COOKIE,
    store: rules.store,
    secret: rules.secret,
    resave: false,
    saveUninitialized: false,
    unset: 'destroy',
    cookie: { httpOnly: true, sameSite: 'lax', path: '/', secure: 'auto' },
  });
  rememberLost(rules.store);
  return (req, res, next) => {
    // express-session marks a cookie Secure only where the request itself came by https, which the proxy in front ended.
    if (rules.is_https) Object.defineProperty(req, 'secure', { value: true });
    read(req, res, (error) => {
      if (req.get(UNATTENDED) !== undefined) leaveIdle(req);
      next(error);
    });
  };
}

/** A cookie that this desk signed and whose session is no more: express-session forgets it when it makes a new id. */
function rememberLost(store: SessionStore): void {
  const generate = store.generate;
  store.generate = (req) => {
    if (req.sessionID && !req.session) req.lost_session = hashSessionId(req.sessionID);
    generate(req);
  };
}

/** This request is none of a person's doing: it does not put off the end of the session. */
export function leaveIdle(req: Request): void {
  if (req.session) Object.defineProperty(req.session, 'is_unattended', { value: true, enumerable: false });
}

/** Signs a person in: a new session id, so that an id planted before is worth nothing; stored before this returns. */
export async function startSession(req: Request, person_id: string): Promise<void> {
  await settled((done) => req.session.regenerate(done));
  req.session.passport = { user: person_id };
  await settled((done) => req.session.save(done));
}

/** Signs out: the row goes, the cookie goes, and the browser throws away the pages it kept. Nothing is written for a stranger. */
export async function endSession(req: Request, res: Response): Promise<void> {
  if (req.session?.created_at !== undefined) await settled((done) => req.session.destroy(done));
  res.clearCookie(COOKIE, { path: '/' });
  clearSiteData(res);
}

/** The key (`id_hash`) of this request's own row, for lists of sessions and for ending all the others. */
export function sessionKey(req: Request): string {
  return hashSessionId(req.sessionID);
}

function settled(work: (done: (error?: unknown) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => work((error) => (error ? reject(error) : resolve())));
}
