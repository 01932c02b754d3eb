// The desk's own files: styles, script, fonts and icons, kept for a year under the hash of their bytes.
import { type RequestHandler, Router } from 'express';
import { type Encoding, encodingFor } from './encodings.ts';
import { findStaticFile } from './static-files.ts';

/** Fonts are packed already. */
const WORTH_PACKING = /\.(?:css|js|svg|txt)$/;
const PREFERRED: Encoding[] = ['br', 'zstd', 'gzip'];

/**
 * Serves /static/HASH/NAME for a year. Under another hash, or none, a page of an earlier build may still be open: it gets
 * today's file, and asks again next time.
 */
export function staticFiles(): Router {
  const router = Router();
  router.use('/static', sendStatic);
  return router;
}

/** What these say is said of a page; a picture could be opened as one. */
const OF_PAGES = [
  'Content-Security-Policy',
  'Cross-Origin-Opener-Policy',
  'Origin-Agent-Cluster',
  'X-DNS-Prefetch-Control',
  'X-Download-Options',
  'X-Frame-Options',
  'X-Permitted-Cross-Domain-Policies',
  'X-XSS-Protection',
];
const NEVER_A_PAGE = /\.(?:css|js|woff2)$/;

const sendStatic: RequestHandler = async (req, res) => {
  const [, hash, name = ''] = /^\/(?:([0-9a-f]{12})\/)?(.*)$/.exec(req.path) ?? [];
  const file = ['GET', 'HEAD'].includes(req.method) ? findStaticFile(name) : undefined;
  if (file === undefined) {
    res.set('Cache-Control', 'no-store').status(404).type('text').send('There is no such file.');
    return;
  }
  res.set('Cache-Control', hash === file.hash ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (NEVER_A_PAGE.test(name)) for (const header of OF_PAGES) res.removeHeader(header);
  res.type(name.slice(name.lastIndexOf('.')));
  const is_packable = WORTH_PACKING.test(name);
  if (is_packable) res.vary('Accept-Encoding');
  const encoding = is_packable ? encodingFor(req.get('Accept-Encoding'), PREFERRED) : undefined;
  res.set('ETag', `"${file.hash}${encoding === undefined ? '' : `-${encoding}`}"`);
  if (encoding !== undefined) res.set('Content-Encoding', encoding);
  res.send(await file.bytes(encoding));
};
