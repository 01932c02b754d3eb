// Reads on and throws away what still comes when the answer is ready, within bounds.
import type { IncomingMessage } from 'node:http';
import type { Request, RequestHandler, Response } from 'express';

export interface ReadOnBounds {
  bytes: number;
  milliseconds: number;
}

/** Goes first of all: an answer that is sent before its request was read ends the connection. */
export function endUnread(): RequestHandler {
  return (req, res, next) => {
    if (hasBody(req)) res.set('Connection', 'close');
    next();
  };
}

/** All of the body was read: the connection may be used again. */
export function wasRead(res: Response): void {
  if (!res.headersSent) res.removeHeader('Connection');
}

export function hasBody(req: Request): boolean {
  return req.get('Transfer-Encoding') !== undefined || Number(req.get('Content-Length') ?? 0) > 0;
}

/**
 * Browsers show an answer only when they could send all: throws away what still comes, until its end or one of the bounds.
 * Nothing is kept of it.
 */
export function readOn(req: IncomingMessage, bounds: ReadOnBounds): Promise<void> {
  if (req.complete || req.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    let bytes = 0;
    const count = (piece: Buffer) => {
      bytes += piece.length;
      if (bytes > bounds.bytes) stop();
    };
    const stop = () => {
      clearTimeout(timer);
      req.off('data', count).off('end', stop).off('error', stop).off('close', stop);
      req.pause();
      resolve();
    };
    const timer = setTimeout(stop, bounds.milliseconds).unref();
    req.on('data', count).on('end', stop).on('error', stop).on('close', stop);
    req.resume();
  });
}
