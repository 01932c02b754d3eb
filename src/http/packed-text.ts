// Which pages are packed on their way, and how: quickly, and none whose length could tell a secret.
import type { Transform } from 'node:stream';
import {
  brotliCompressSync,
  constants,
  createBrotliCompress,
  createGzip,
  createZstdCompress,
  gzipSync,
  zstdCompressSync,
} from 'node:zlib';
import type { Response } from 'express';
import { type Encoding, encodingFor } from './encodings.ts';

/** The quickest first. Each costs less than half a millisecond for a page of 140 kB. */
const PREFERRED: Encoding[] = ['zstd', 'br', 'gzip'];
const ZSTD = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };
const GZIP = { level: 1 };
/** Below this a page fits into one packet anyway. */
const WORTH_PACKING = 1_200;

/** How this page may be packed for whoever asked, or undefined: as it is. Its answer says that it depends on the encoding. */
export function packingOf(res: Response, letters: number): Encoding | undefined {
  res.vary('Accept-Encoding');
  if (letters < WORTH_PACKING || tellsByLength(res)) return undefined;
  return encodingFor(res.req.get('Accept-Encoding'), PREFERRED);
}

/**
 * Whether somebody who sees how long answers are could learn what is in them: a page with a secret that opens something
 * (noStore), and a page that says again what stands in its address, where another site may have written that.
 */
function tellsByLength(res: Response): boolean {
  if (res.locals.is_secret) return true;
  const { req } = res;
  return req.originalUrl.includes('?') && mayBeSentByOthers(req.get('Sec-Fetch-Site'), req.secure);
}

/** Browsers say from where somebody comes, but on plain http, where lengths tell nothing that cannot be read. */
function mayBeSentByOthers(site: string | undefined, is_secure: boolean): boolean {
  return site === undefined ? is_secure : site !== 'same-origin' && site !== 'none';
}

/** The bytes of a text in this encoding; blocks while it packs. */
export function pack(text: string | Buffer, encoding: Encoding): Buffer {
  if (encoding === 'zstd') return zstdCompressSync(text, ZSTD);
  return encoding === 'br' ? brotliCompressSync(text, BROTLI) : gzipSync(text, GZIP);
}

/** The same for a long text that is sent in pieces, beside the loop. */
export function packer(encoding: Encoding): Transform {
  if (encoding === 'zstd') return createZstdCompress(ZSTD);
  return encoding === 'br' ? createBrotliCompress(BROTLI) : createGzip(GZIP);
}
