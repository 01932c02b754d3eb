// Bodies of posts: urlencoded or multipart, within their allowance, read the same way.
import type { Request, RequestHandler } from 'express';
import { ArrivingBody, type BodyAllowance } from './arriving-body.ts';
import { BadBody } from './bad-body.ts';
import type { BodyPlace } from './body-room.ts';
import type { FormRead } from './multipart.ts';
import { hasBody, wasRead } from './read-on.ts';
import { UrlencodedReader } from './urlencoded.ts';

const FIELDS = 5_000;

/**
 * Reads the body of a post into `req.body` (name → text, or texts where the name came again) and `req.files` (in memory,
 * in order). `allowanceOf` says what this request may send, and may look it up first: nothing is read before; null leaves it
 * to the route, which reads it so itself. Its bytes
 * stay counted until the answer is out. Throws BadBody; what is refused is left unread.
 */
export function readBody(allowanceOf: (req: Request) => BodyAllowance | null | Promise<BodyAllowance>): RequestHandler {
  return async (req, res, next) => {
    Object.assign(req, { body: Object.create(null), files: [] });
    if (req.method === 'GET' || req.method === 'HEAD' || !hasBody(req)) return next();
    const allowed = await allowanceOf(req);
    if (allowed === null) return next();
    assertReadable(req);
    const { body, files } = await readForm(req, allowed, (place) => res.once('close', place.leave));
    Object.assign(req, { body, files });
    wasRead(res);
    next();
  };
}

/** `onPlace` gets the body's place at once; the body itself is let go with everything it brought where it is refused. */
async function readForm(req: Request, allowed: BodyAllowance, onPlace: (place: BodyPlace) => void): Promise<FormRead> {
  const arriving = new ArrivingBody(req, allowed);
  onPlace(arriving.place);
  if (!req.is('multipart/form-data')) return readUrlencoded(arriving);
  // Few forms bring a file: what reads those is loaded for the first that does.
  const { readMultipart } = await import('./multipart.ts');
  return readMultipart(arriving, { bytes: allowed.bytes, fields: FIELDS });
}

function assertReadable(req: Request): void {
  if (!req.is(['multipart/form-data', 'application/x-www-form-urlencoded']))
    throw new BadBody(415, 'The desk reads forms, and this was something else. Nothing was changed.');
  if (!/^(identity)?$/i.test(req.get('Content-Encoding') ?? ''))
    throw new BadBody(415, 'The desk cannot read a form that is packed this way. Nothing was changed.');
  const charset = /charset\s*=\s*"?([^\s;"]+)/i.exec(req.get('Content-Type') ?? '')?.[1] ?? 'utf-8';
  if (!req.is('multipart/form-data') && !/^(utf-?8|us-ascii)$/i.test(charset))
    throw new BadBody(400, 'This form was written in an encoding that the desk does not read. Nothing was changed.');
}

/** By its events, since most forms come in one piece, for which an iterator would take longer than to read it. */
function readUrlencoded(arriving: ArrivingBody): Promise<FormRead> {
  const reader = new UrlencodedReader(FIELDS);
  const { promise, resolve, reject } = Promise.withResolvers<FormRead>();
  const orEnd = (work: () => void) => {
    try {
      work();
    } catch (error) {
      arriving.destroy(error as Error);
    }
  };
  arriving.on('error', reject);
  arriving.on('data', (piece: Buffer) => orEnd(() => reader.write(piece)));
  arriving.on('end', () =>
    orEnd(() => {
      reader.end();
      resolve({ body: fieldsOf(reader.pairs), files: [] });
    }),
  );
  return promise;
}

function fieldsOf(pairs: [string, string][]): FormRead['body'] {
  const fields: FormRead['body'] = Object.create(null);
  for (const [name, value] of pairs) {
    const before = fields[name];
    if (before === undefined) fields[name] = value;
    else if (Array.isArray(before)) before.push(value);
    else fields[name] = [before, value];
  }
  return fields;
}
