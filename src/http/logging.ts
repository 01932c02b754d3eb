// The log of requests: method, path, status and time; no query, body, cookie or token.
import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import { type Logger, pino } from 'pino';
import { pinoHttp } from 'pino-http';
import { itemAt } from '#src/item-at.ts';

const TOKENS_IN_PATHS = /^\/(invitations|reset|writer)\/[^/]+/i;

/** The program's log, as JSON lines on standard output. */
export function createLog(level: string): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ['req.headers', 'res.headers', '*.password', '*.token'],
  });
}

/** Logs each answered request; refusals of a person's doing are no errors. */
export function logRequests(log: Logger): RequestHandler {
  return pinoHttp({
    logger: log,
    serializers: { req: describeRequest, res: (res: { statusCode: number }) => ({ status: res.statusCode }) },
    wrapSerializers: false,
    customLogLevel: (_req, res) => (res.statusCode >= 500 ? 'warn' : 'info'),
    customSuccessMessage: () => 'answered',
    customErrorMessage: () => 'answered',
    quietReqLogger: true,
    autoLogging: { ignore: (req) => req.url === '/healthz' || req.url === '/readyz' },
  }) as unknown as RequestHandler;
}

function describeRequest(req: IncomingMessage & { originalUrl?: string }): { method: string; path: string } {
  return { method: req.method ?? '', path: loggedPath(req.originalUrl ?? req.url ?? '') };
}

/** The path of an address as it may stand in a log: without its query, and with one-time tokens struck out. */
export function loggedPath(address: string): string {
  const path = itemAt(address.split('?'), 0);
  return path.replace(TOKENS_IN_PATHS, '/$1/(token)');
}

export type { Logger };
