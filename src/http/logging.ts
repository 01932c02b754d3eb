// The log of requests: method, path, status and time; no query, body, cookie or token.
import type { Request, RequestHandler, Response } from 'express';
import { type Logger, pino } from 'pino';
import { itemAt } from '#src/item-at.ts';
import { paths } from '#src/paths.ts';

/** Where an address has a token, it stands behind the first word: taken from the list of addresses, which grows. */
const TOKENS_IN_PATHS = new RegExp(`^/(${wordsBeforeTokens().join('|')})/[^/]+`, 'i');

function wordsBeforeTokens(): string[] {
  return [...new Set(Object.values(paths).flatMap((path) => /^\/([\w-]+)\/:token\b/.exec(path)?.[1] ?? []))];
}

/** The program's log, as JSON lines on standard output. */
export function createLog(level: string): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ['req.headers', 'res.headers', '*.password', '*.token'],
  });
}

const OF_MACHINES = new Set(['/healthz', '/readyz']);

const numbers = new WeakMap<Request, number>();

/** Logs each request once its answer is out or given up; refusals of a person's doing are no errors. */
export function logRequests(log: Logger): RequestHandler {
  let number = 0;
  return (req, res, next) => {
    number += 1;
    numbers.set(req, number);
    if (log.isLevelEnabled('warn') && !OF_MACHINES.has(req.url)) {
      const [began, { method }] = [Date.now(), req];
      res.once('close', () => logAnswer(log, { req, res, began, method }));
    }
    next();
  };
}

function logAnswer(
  log: Logger,
  { req, res, began, method }: { req: Request; res: Response; began: number; method: string },
): void {
  const line = {
    reqId: numbers.get(req),
    req: { method, path: loggedPath(req.originalUrl) },
    res: { status: res.statusCode },
    responseTime: Date.now() - began,
  };
  if (res.statusCode >= 500) log.warn(line, 'answered');
  else log.info(line, 'answered');
}

/** Says in the log that something went wrong while this request was answered. */
export function logError(req: Request, what: object, sentence: string): void {
  const log: Logger | undefined = req.app.get('log');
  log?.error({ reqId: numbers.get(req), ...what }, sentence);
}

/** The path of an address as it may stand in a log: without its query, and with one-time tokens struck out. */
export function loggedPath(address: string): string {
  const path = itemAt(address.split('?'), 0);
  return path.replace(TOKENS_IN_PATHS, '/$1/(token)');
}

export type { Logger };
