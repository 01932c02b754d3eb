// A sentence for the next page: carried by the browser in a sealed cookie, so that saying it stores nothing.
import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import type { Request } from 'express';
import { dropLastCookie, readCookie, setLastCookie } from './last-cookie.ts';
import { hashSessionId } from './session-store.ts';

const COOKIE = 'claimdesk_notice';
/** A page is led to at once; whoever comes later finds what was done on the pages themselves. */
const KEPT_SECONDS = 60;
/** In UTF-8. With its seal it stays under a kilobyte: proxies have room for four in the head of an answer. */
const MOST_BYTES = 640;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** The key of these seals, from the secret that signs the cookies of sessions: any process of the desk opens them. */
export function noticeKey(session_secret: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', session_secret, '', 'claimdesk notices', 32)));
}

/** Keeps a sentence for the next page of this session; it is shown once. To be called behind what begins a session. */
export function notice(req: Request, sentence: string): void {
  const { res } = req;
  if (res === undefined) throw new Error('A notice needs an answer that carries it');
  res.locals.notice = sentence;
  setLastCookie(res, { name: COOKIE, value: sealed(req, sentence), seconds: KEPT_SECONDS });
}

/** Whether the page that answers this request has a sentence to show. */
export function hasNotice(req: Request): boolean {
  return noticeOf(req) !== null;
}

/** The sentence for this page, which no later page shows; null where there is none, or nobody asked for the page by hand. */
export function takeNotice(req: Request): string | null {
  const { res } = req;
  if (res === undefined || req.session?.is_unattended) return null;
  const sentence = noticeOf(req);
  if (res.locals.notice !== undefined) dropLastCookie(res, COOKIE);
  if (cookieOf(req) !== '') setLastCookie(res, { name: COOKIE, value: '', seconds: 0 });
  return sentence;
}

/** Said in this very answer, or carried from the one before. */
function noticeOf(req: Request): string | null {
  return req.res?.locals.notice ?? opened(req, cookieOf(req));
}

function cookieOf(req: Request): string {
  return readCookie(req.get('Cookie'), COOKIE);
}

function sealed(req: Request, sentence: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyOf(req), nonce).setAAD(boundTo(req));
  const text = `${Date.parse(timeOf(req)).toString(36)} ${shortened(sentence)}`;
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64url');
}

/** null for whatever this desk did not seal for this session within the last minute. */
function opened(req: Request, cookie: string): string | null {
  const bytes = Buffer.from(cookie, 'base64url');
  if (bytes.length <= NONCE_BYTES + TAG_BYTES || timeOf(req) === '') return null;
  const [nonce, tag] = [bytes.subarray(0, NONCE_BYTES), bytes.subarray(-TAG_BYTES)];
  const open = createDecipheriv('aes-256-gcm', keyOf(req), nonce, { authTagLength: TAG_BYTES });
  open.setAAD(boundTo(req)).setAuthTag(tag);
  try {
    const text = Buffer.concat([open.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), open.final()]).toString('utf8');
    const space = text.indexOf(' ');
    const age = Date.parse(timeOf(req)) - Number.parseInt(text.slice(0, space), 36);
    return Math.abs(age) <= KEPT_SECONDS * 1000 ? text.slice(space + 1) : null;
  } catch {
    return null;
  }
}

/** Its session, so that nobody else who sits down at the browser reads what was done in it; strangers have none. */
function boundTo({ session, sessionID }: Request): Buffer {
  return Buffer.from(session?.created_at === undefined ? 'nobody' : hashSessionId(sessionID));
}

function keyOf(req: Request): KeyObject {
  return req.app.get('notice key');
}

function timeOf(req: Request): string {
  return req.res?.locals.ctx?.at ?? '';
}

/** Whole letters of it, and an ellipsis where there are more. */
function shortened(sentence: string): string {
  if (Buffer.byteLength(sentence) <= MOST_BYTES) return sentence;
  const bytes = Buffer.from(sentence).subarray(0, MOST_BYTES - 3);
  const cut = new TextDecoder().decode(bytes, { stream: true });
  return `${cut.trimEnd()}…`;
}
