// Bodies of posts: every form may come urlencoded or multipart, within a limit, and is read the same way.
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import express from 'express';
import multer from 'multer';

const FIELDS = 5_000;
const FILES = 20;
const ENVELOPE_BYTES = 64_000;
const READ_ON_BYTES = 256_000_000;

/** A body that cannot be read. The status is HTTP's word for it; the message a sentence for the person. */
export class BadBody extends Error {
  override name = 'BadBody';
  readonly status: 400 | 413 | 415;
  constructor(status: 400 | 413 | 415, message: string, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}

/**
 * Reads the body of a post into `req.body` (name → text, or texts where the name came again) and `req.files` (in memory,
 * in order). `limitOf` gives the bytes allowed for this request. Throws BadBody.
 */
export function readBody(limitOf: (req: Request) => number): RequestHandler {
  return (req, res, next) => {
    req.body = Object.create(null);
    req.files = [];
    if (req.method === 'GET' || req.method === 'HEAD' || !hasBody(req)) return next();
    const limit = limitOf(req);
    if (Number(req.get('Content-Length') ?? 0) > limit + ENVELOPE_BYTES)
      return readOn(req, () => next(tooLarge(limit)));
    const finish = (error?: unknown) => next(error ? badBody(error, limit) : undefined);
    if (req.is('multipart/form-data')) return readMultipart(limit)(req, res, finish);
    if (req.is('application/x-www-form-urlencoded')) return readUrlencoded(limit, req, res, finish);
    readOn(req, () =>
      next(new BadBody(415, 'The desk reads forms, and this was something else. Nothing was changed.')),
    );
  };
}

function hasBody(req: Request): boolean {
  return req.get('Transfer-Encoding') !== undefined || Number(req.get('Content-Length') ?? 0) > 0;
}

function readMultipart(limit: number): RequestHandler {
  return multer({
    storage: multer.memoryStorage(),
    defParamCharset: 'utf8',
    limits: {
      fieldNameSize: 200,
      fieldSize: limit,
      fields: FIELDS,
      fileSize: limit,
      files: FILES,
      parts: FIELDS + FILES,
      headerPairs: 100,
      fieldNestingDepth: 0,
    },
  }).any();
}

function readUrlencoded(limit: number, req: Request, res: Response, next: NextFunction): void {
  const charset = /charset\s*=\s*"?([^\s;"]+)/i.exec(req.get('Content-Type') ?? '')?.[1] ?? 'utf-8';
  if (!/^(utf-?8|us-ascii)$/i.test(charset)) {
    readOn(req, () =>
      next(new BadBody(400, 'This form was written in an encoding that the desk does not read. Nothing was changed.')),
    );
    return;
  }
  const type = 'application/x-www-form-urlencoded';
  express.text({ type, limit: limit + ENVELOPE_BYTES, defaultCharset: 'utf-8', inflate: false })(req, res, (error) => {
    if (error) return next(error);
    try {
      req.body = fieldsOf(typeof req.body === 'string' ? req.body : '');
      next();
    } catch (malformed) {
      next(malformed);
    }
  });
}

function fieldsOf(encoded: string): Record<string, string | string[]> {
  if (/%(?![0-9a-f]{2})/i.test(encoded)) throw new BadBody(400, UNREADABLE);
  const fields: Record<string, string | string[]> = Object.create(null);
  let count = 0;
  for (const [name, value] of new URLSearchParams(encoded)) {
    if (++count > FIELDS) throw new BadBody(413, 'This form has more fields than the desk reads. Nothing was changed.');
    const before = fields[name];
    if (before === undefined) fields[name] = value;
    else if (Array.isArray(before)) before.push(value);
    else fields[name] = [before, value];
  }
  return fields;
}

const UNREADABLE =
  'What your browser sent broke off or was garbled on the way. Nothing was changed: go back and send it again.';

function badBody(error: unknown, limit: number): unknown {
  if (error instanceof BadBody) return error;
  if (error instanceof multer.MulterError) {
    const large = ['LIMIT_FILE_SIZE', 'LIMIT_FIELD_VALUE', 'LIMIT_PART_COUNT', 'LIMIT_FILE_COUNT', 'LIMIT_FIELD_COUNT'];
    return large.includes(error.code) ? tooLarge(limit) : new BadBody(400, UNREADABLE, { cause: error });
  }
  const status = (error as { status?: unknown }).status;
  if (status === 413) return tooLarge(limit);
  if (status === 415)
    return new BadBody(415, 'The desk cannot read a form that is packed this way. Nothing was changed.');
  // Busboy's errors (a NUL in a file name, no boundary, an end too soon) carry no status: the body is at fault, not the desk.
  return new BadBody(400, UNREADABLE, { cause: error });
}

function tooLarge(limit: number): BadBody {
  const size =
    limit >= 1_000_000 ? `${(limit / 1_000_000).toFixed(1).replace('.0', '')} MB` : `${Math.round(limit / 1000)} kB`;
  return new BadBody(
    413,
    `What you sent is larger than the ${size} the desk takes here. Nothing was stored. ` +
      'Go back: your browser kept what you typed. Then shorten it, or send it in parts.',
  );
}

/** Reads what is still coming before the answer, within reason: browsers show a page only when they could send all. */
function readOn(req: Request, then: () => void): void {
  let bytes = 0;
  req.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > READ_ON_BYTES) req.destroy();
  });
  let called = false;
  const once = () => {
    if (!called) then();
    called = true;
  };
  req.on('end', once).on('error', once).on('close', once);
}
