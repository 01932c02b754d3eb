// Sends answers: a page at once and packed, a long one piece by piece, no faster than it is taken.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import { piecesOf } from '#src/outgoing-file.ts';
import type { Encoding } from './encodings.ts';
import { pack, packer, packingOf } from './packed-text.ts';

/**
 * Sends the pieces as the body of an answer whose head is set. Where whoever asked goes away, nothing more is read and the
 * promise is kept all the same; where fewer bytes come than the head has promised, or reading fails, the connection is
 * cut, so that half a file does not look like a whole one. With an encoding the pieces are packed on their way.
 */
export async function sendPieces(res: Response, pieces: AsyncIterable<Uint8Array>, encoding?: Encoding): Promise<void> {
  const promised = res.getHeader('Content-Length');
  let sent = 0;
  const counted = async function* () {
    for await (const piece of pieces) {
      sent += piece.length;
      yield piece;
    }
    if (promised !== undefined && sent < Number(promised)) res.destroy();
  };
  try {
    if (encoding === undefined) await pipeline(Readable.from(counted()), res);
    else await pipeline(Readable.from(counted()), packer(encoding), res);
  } catch (error) {
    if ((error as { code?: string }).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}

/** A page of so many letters is sent at once; more would hold others up while it is made into bytes. */
const AT_ONCE = 500_000;

/** Sends a text (or its UTF-8) whose head is set, packed where it may be: a long one in pieces, between which others have a turn. */
export function sendText(res: Response, text: string | Buffer): void {
  const encoding = packingOf(res, text.length);
  if (encoding === undefined && text.length <= AT_ONCE) {
    res.send(text);
    return;
  }
  // One tag for all encodings, weak as it is, and taken before they are made: the page is the same in each.
  if (res.get('ETag') === undefined) res.set('ETag', res.app.get('etag fn')(text, 'utf8'));
  if (res.req.fresh) {
    res.status(304).end();
    return;
  }
  if (encoding === undefined) res.set('Content-Length', String(Buffer.byteLength(text)));
  else res.set('Content-Encoding', encoding);
  if (res.req.method === 'HEAD') res.end();
  else if (encoding !== undefined && text.length <= AT_ONCE) res.send(pack(text, encoding));
  else
    sendPieces(res, typeof text === 'string' ? piecesOf([text]) : slicesOf(text), encoding).catch(() => res.destroy());
}

/** The same for UTF-8 that lies in pieces: what is not packed goes out as it lies, where its ETag is known. */
export function sendInPieces(res: Response, pieces: readonly Buffer[]): void {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const is_plain = packingOf(res, length) === undefined && length <= AT_ONCE && res.req.method === 'GET';
  if (!is_plain || res.get('ETag') === undefined || res.req.fresh) {
    sendText(res, Buffer.concat(pieces));
    return;
  }
  res.set('Content-Length', String(length));
  for (const piece of pieces) res.write(piece);
  res.end();
}

async function* slicesOf(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let start = 0; start < bytes.length; start += AT_ONCE) yield bytes.subarray(start, start + AT_ONCE);
}
