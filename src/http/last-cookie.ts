// Cookies beside the session's, sent after it for clients that take the first for the session's.
import type { RequestHandler, Response } from 'express';

/** By their names. */
const waiting = new WeakMap<Response, Map<string, string>>();

/** Sends what setLastCookie was given with the head of the answer. Goes before the session, whose cookie then comes first. */
export function sendLastCookie(): RequestHandler {
  return (_req, res, next) => {
    const writeHead = res.writeHead;
    res.writeHead = ((...head: unknown[]) => {
      for (const cookie of waiting.get(res)?.values() ?? []) res.append('Set-Cookie', cookie);
      waiting.delete(res);
      return writeHead.apply(res, head as never);
    }) as typeof writeHead;
    next();
  };
}

/** Keeps a value in this browser, out of reach of scripts and other sites, and Secure where the session's cookie is; none in no seconds. */
export function setLastCookie(
  res: Response,
  { name, value, seconds }: { name: string; value: string; seconds: number },
): void {
  const secure = res.req.secure ? '; Secure' : '';
  const cookies = waiting.get(res) ?? new Map<string, string>();
  cookies.set(name, `${name}=${value}; Max-Age=${seconds}; Path=/; HttpOnly${secure}; SameSite=Lax`);
  waiting.set(res, cookies);
}

/** Takes back what setLastCookie was given for this answer. */
export function dropLastCookie(res: Response, name: string): void {
  waiting.get(res)?.delete(name);
}

/** What the browser sent under this name, where it is made of letters, digits, `-`, `_`, `.` and `~`; else ''. */
export function readCookie(header: string | undefined, name: string): string {
  const found = (header ?? '').split(';').find((pair) => pair.trim().startsWith(`${name}=`));
  const value = found?.slice(found.indexOf('=') + 1).trim() ?? '';
  return /^[\w.~-]{1,1000}$/.test(value) ? value : '';
}
